import { numberOf } from './number-words.ts';

/** A mention of one level or several: `1rst or 2nd level`, `Tier 3`, `Levels 1 and 2`. */
interface SaidLevels {
  readonly numbers: readonly number[];
  readonly at: number;
  readonly length: number;
}

const ORDINAL = String.raw`\d{1,2}(?:rst|st|nd|rd|th)|first|second|third|fourth|fifth`;
const CARDINAL = String.raw`\d{1,2}(?![\d.]*\d)|one|two|three|four|five|iii|ii|iv|i`;
const NOUN = 'levels?|tiers?|escalation levels?|escalation contacts?|escalation points?|lines? of escalation';
const AND = String.raw`\s*(?:,|\/|&|,?\s+or|,?\s+and|,?\s+nor)\s*(?:the\s+)?`;
const LEVELS = new RegExp(
  [
    String.raw`\b((?:${ORDINAL})(?:${AND}(?:${ORDINAL}))*)[\s-]+(?:${NOUN}|contacts?)\b`,
    String.raw`\b(?:${NOUN}|contacts?)\s*#?\s*((?:${CARDINAL})\b(?:${AND}(?:(?:${NOUN})\s*)?(?:${CARDINAL})\b)*)`,
    String.raw`\bL(\d)\b`,
  ].join('|'),
  'gi',
);

/** Every mention of levels in a text. */
export function levelsIn(text: string): readonly SaidLevels[] {
  return [...text.matchAll(LEVELS)].flatMap((found) => {
    const said = found[1] ?? found[2] ?? found[3] ?? '';
    const numbers = said
      .split(/[\s,/&-]+/)
      .map(numberOf)
      .filter((number) => number !== undefined && number > 0 && number <= 20) as number[];
    if (numbers.length === 0) return [];
    return [
      { numbers: [...new Set(numbers)].sort((a, b) => a - b), at: found.index, length: found[0].length },
    ];
  });
}
