import { NUMBER_WORDS, numberOf } from './number-words.ts';

/** A length of time as a document says it. */
export interface SaidSpan {
  /** As the plan writes it: `4 hours`. */
  readonly span: string;
  readonly at: number;
  readonly length: number;
  /** What kind of hours it names: the clock's, those of business, or neither. */
  readonly hours: 'clock' | 'business' | undefined;
  readonly isBusinessDays: boolean;
  /** Whether it ends with the close of the last day. */
  readonly isByClose: boolean;
  /** What the number in brackets behind it makes of it, where that is another: "four (6) hours". */
  readonly bracketed: { readonly span: string; readonly at: number; readonly length: number } | undefined;
}

const BEFORE =
  '(?:within|after|in|for|over|by|(?:a )?maximum(?: of)?|at most|no (?:later|more) than|not later than|every)';
const ENDING = '(?:the )?(?:end|close)(?: of business)?(?: of| on)? (?:the )?';
const COUNT = String.raw`\d{1,4}(?:st|nd|rd|th)?|${NUMBER_WORDS}|half an`;
const KIND = 'clock|elapsed|business|working|calendar|consecutive';
const BRACKETED = String.raw`\((?:\d{1,4}|${NUMBER_WORDS})\)`;
const UNIT = String.raw`minutes?|mins?\.?|hours?|hrs?\.?|days?|weeks?`;
const SPAN = new RegExp(
  String.raw`\b(?:${BEFORE}\s+)?(?:the\s+)?(?:a further\s+|another\s+|an additional\s+)?(${ENDING})?(?:the )?(${COUNT})[\s-]*(?:(${BRACKETED})\s*)?(?:(?:full|more|further|additional)\s+)?(?:(${KIND})[\s-]+)?(${UNIT})\b( of elapsed time| of business time| around the clock)?`,
  'gi',
);

/** Every length of time in a text, in the order in which they stand. */
export function spansIn(text: string): readonly SaidSpan[] {
  return [...text.matchAll(SPAN)].flatMap((found) => {
    const [whole, ending, count = '', bracket, kind = '', unit = '', after = ''] = found;
    const isHalf = /^half/i.test(count);
    const number = isHalf ? 30 : numberOf(count);
    const name = isHalf ? 'minute' : unitOf(unit);
    if (
      number === undefined ||
      number === 0 ||
      (isBare(count) && !/^(?:a|an)$/i.test(count) && ending === undefined)
    ) {
      return [];
    }
    const isBusiness = /business|working/i.test(kind + after);
    const isBusinessDays = isBusiness && name === 'day';
    const word = isBusinessDays ? 'business day' : name;
    const again = bracket === undefined ? undefined : numberOf(bracket.slice(1, -1));
    const bracketAt = whole.indexOf(bracket ?? '');
    return [
      {
        span: spanOf(number, word),
        at: found.index,
        length: whole.length,
        hours: isBusiness
          ? 'business'
          : /clock|elapsed|consecutive/i.test(kind + after)
            ? 'clock'
            : undefined,
        isBusinessDays,
        isByClose: ending !== undefined,
        bracketed:
          again === undefined || again === number
            ? undefined
            : {
                span: spanOf(again, word),
                at: found.index + bracketAt,
                length: whole.length - bracketAt,
              },
      } as const,
    ];
  });
}

const spanOf = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;

/** Ordinals count days only where a span ends with one of them: "the end of the second business day". */
const isBare = (count: string): boolean =>
  /^(?:first|second|third|fourth|fifth|next|i+|iv|\d+(?:st|nd|rd|th))$/i.test(count);

function unitOf(unit: string): 'minute' | 'hour' | 'day' | 'week' {
  const letter = unit[0]?.toLowerCase();
  if (letter === 'm') return 'minute';
  if (letter === 'h') return 'hour';
  return letter === 'd' ? 'day' : 'week';
}
