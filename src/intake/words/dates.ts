const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const MONTH =
  '(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const DATE = new RegExp(
  [
    String.raw`\b(\d{4})-(\d{2})-(\d{2})\b`,
    String.raw`\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b`,
    String.raw`\b${MONTH}\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b`,
    String.raw`\b(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?${MONTH}\.?,?\s+(\d{4})\b`,
  ].join('|'),
  'gi',
);

interface SaidDate {
  /** `2026-11-26` */
  readonly date: string;
  readonly at: number;
  readonly length: number;
}

/** Every date in a text. One of digits and strokes is read month first. */
export function datesIn(text: string): readonly SaidDate[] {
  return [...text.matchAll(DATE)].flatMap((found) => {
    const [whole, y1, m1, d1, m2, d2, y2, month3, d3, y3, d4, month4, y4] = found;
    const year = Number(y1 ?? y2 ?? y3 ?? y4);
    const month = Number(m1 ?? m2 ?? monthOf(month3 ?? month4 ?? ''));
    const day = Number(d1 ?? d2 ?? d3 ?? d4);
    const date = dateOf(year, month, day);
    return date === undefined ? [] : [{ date, at: found.index, length: whole.length }];
  });
}

const monthOf = (name: string): number =>
  MONTHS.findIndex((month) => month.startsWith(name.toLowerCase().slice(0, 3))) + 1;

function dateOf(year: number, month: number, day: number): string | undefined {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString();
  } catch {
    return undefined;
  }
}
