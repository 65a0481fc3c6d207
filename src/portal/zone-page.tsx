import { catalogue } from '../core/message/catalogue.ts';
import type { Html } from '../render/jsx-runtime.ts';
import { type Frame, page } from './frame.tsx';
import { selectField } from './parts/field.tsx';
import { buttonRow, errorSummary } from './parts/form.tsx';

interface ZoneView extends Frame {
  /** The page that it is chosen for, and that comes next. */
  readonly then: string;
  readonly chosen: string | undefined;
  readonly isUnknown: boolean;
  readonly timeZones: readonly string[];
}

/** Where somebody chooses whose clocks stand beside the contract's; with script their browser's own is chosen already. */
export function zonePage(view: ZoneView): string {
  const { language, then, chosen, isUnknown, timeZones } = view;
  const { zone: words } = catalogue(language).parts;
  const error = isUnknown ? `${words.unknown.message} ${words.unknown.advice}` : undefined;
  return page({
    ...view,
    title: words.title,
    hasErrors: isUnknown,
    children: (
      <>
        {error !== undefined && errorSummary([{ name: 'to', error }], language)}
        <p>{words.about}</p>
        <form method="get" action="/zone" accept-charset="utf-8" data-own-zone="">
          <input type="hidden" name="then" value={then} />
          {selectField({
            ...{ language, name: 'to', label: words.label, error, none: words.none, chosen },
            isOptional: 'unsaid',
            options: timeZones.map((value) => ({ value, label: value.replaceAll('_', ' ') })),
          })}
          {buttonRow([{ label: words.button }])}
        </form>
      </>
    ),
  });
}

/** Whose clocks a page is on, and where to ask for others beside them. */
export function zoneLine({ language, readerZone, path = '/' }: Frame, timeZone: string): Html {
  const { zone: words } = catalogue(language).parts;
  const isOther = readerZone !== undefined && readerZone !== timeZone;
  return (
    <p class="small no-print" data-page-only="">
      {isOther ? words.both({ timeZone, readerZone }) : words.contract({ timeZone })}{' '}
      <a href={`/zone?then=${encodeURIComponent(path)}`}>{isOther ? words.change : words.show}</a>
    </p>
  );
}
