import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { Plan } from '../../core/plan/format/schema.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { notice } from '../parts/notices.tsx';

/** The way round the ladder, which stands above everything else; nothing where the plan knows none. */
export function emergencyPart({
  language,
  written,
}: {
  readonly language: Language;
  readonly written: Plan | undefined;
}): Html | undefined {
  const words = catalogue(language).planPage;
  const { number, says } = written?.emergency ?? {};
  if (number === undefined) return undefined;
  return notice({
    kind: 'error',
    language,
    title: words.emergency({ says: says ?? '' }),
    children: (
      <p>
        <a href={`tel:${number.replace(/[^\d+*#]/g, '')}`}>{words.emergencyCall({ number })}</a>.{' '}
        {words.emergencyNot}
      </p>
    ),
  });
}
