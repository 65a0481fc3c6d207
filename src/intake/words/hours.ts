const TIME = String.raw`(\d{1,2})(?::?(\d{2}))?\s*(a\.?\s?m\.?|p\.?\s?m\.?)?`;
const RANGE = new RegExp(String.raw`\b${TIME}\s*(?:-|–|—|to|until|through|and)\s*${TIME}(?![\d-])`, 'i');
const RANGES = new RegExp(RANGE.source, 'gi');
const BEGIN_END = /ends? at (\d{1,2}:\d{2}) and begins? at (\d{1,2}:\d{2})/i;
const DAY = '(mon|tue|wed|thu|fri|sat|sun)[a-z]*';
const DAYS = new RegExp(String.raw`\b${DAY}\s*(?:-|–|—|to|through|thru)\s*${DAY}\b`, 'i');

/** Hours of business as a plan writes them. */
export interface SaidHours {
  readonly days: string;
  readonly window: string;
}

/** The hours of a week that a sentence gives, undefined where it gives none or no days with them. */
export function hoursIn(text: string): SaidHours | undefined {
  const days = DAYS.exec(text);
  const isWeekdays = /\bweekdays\b/i.test(text);
  const window = windowIn(text);
  if (window === undefined || (!days && !isWeekdays)) return undefined;
  return { days: days ? `${days[1]}-${days[2]}`.toLowerCase() : 'mon-fri', window };
}

/** How many ranges of times of day a sentence has. */
export const windowsIn = (text: string): number =>
  [...text.matchAll(RANGES)].filter(([, , m1, half1, , , half2]) => m1 ?? half1 ?? half2).length;

function windowIn(text: string): string | undefined {
  const turned = BEGIN_END.exec(text);
  if (turned) return `${turned[2]?.padStart(5, '0')}-${turned[1]?.padStart(5, '0')}`;
  const found = RANGE.exec(text);
  if (!found) return undefined;
  const [, h1, m1, half1, h2, m2, half2] = found;
  if (m1 === undefined && half1 === undefined && half2 === undefined) return undefined;
  const from = timeOf(h1, m1, half1 ?? (half2 && Number(h1) > Number(h2) ? 'a' : half2));
  const to = timeOf(h2, m2, half2);
  return from === undefined || to === undefined ? undefined : `${from}-${to}`;
}

function timeOf(hour = '', minute = '00', half = ''): string | undefined {
  const isPm = /^p/i.test(half);
  const number =
    Number(hour) + (isPm && Number(hour) < 12 ? 12 : 0) - (/^a/i.test(half) && Number(hour) === 12 ? 12 : 0);
  if (number > 23 || Number(minute) > 59) return undefined;
  return `${String(number).padStart(2, '0')}:${minute}`;
}
