import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { Plan } from '../../core/plan/format/schema.ts';
import type { Block } from '../paper/paper.ts';

/** The way round the ladder, which stands above everything else; nothing where the plan knows none. */
export function emergencyBlocks(written: Plan | undefined, language: Language): readonly Block[] {
  const words = catalogue(language).planPage;
  const { number, says } = written?.emergency ?? {};
  if (number === undefined) return [];
  return [
    {
      is: 'notice',
      kind: 'error',
      title: words.emergency({ says: says ?? '' }),
      words: [
        { text: words.emergencyCall({ number }), href: `tel:${number.replace(/[^\d+*#]/g, '')}` },
        `. ${words.emergencyNot}`,
      ],
    },
  ];
}
