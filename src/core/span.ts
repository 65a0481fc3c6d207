/** How long a clock runs. Time is open time of a calendar; a day is a calendar day; a business day needs a meaning. */
export type Span =
  | { readonly unit: 'time'; readonly ms: number }
  | { readonly unit: 'day'; readonly days: number }
  | { readonly unit: 'businessDay'; readonly days: number };

const MS = { second: 1000, minute: 60_000, hour: 3_600_000 } as const;

/** A span may reach a century at most; longer ones are typing errors, and every search has to end. */
const SPAN_DAYS_MAX = 36_525;
const SPAN_MS_MAX = SPAN_DAYS_MAX * 24 * MS.hour;

const WORDS = /^(\d{1,9}) (business day|day|week|hour|minute|second)s?$/;
const ISO = /^P(?:(\d{1,9})W|(\d{1,9})D|T(?=\d)(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:\.\d{1,3})?)S)?)$/;

/**
 * The span a text names; undefined where it is none, is not positive, or is over a century.
 * A day in ISO form (`P2D`) is a calendar day, as `2 days` is: ISO 8601 knows no business day.
 *
 *     parseSpan('1 business day')   parseSpan('90 minutes')   parseSpan('PT1H30M')
 */
export function parseSpan(text: string): Span | undefined {
  const span = inWords(text.trim().toLowerCase()) ?? inIso(text.trim().toUpperCase());
  if (!span) return undefined;
  if (span.unit === 'time') return span.ms > 0 && span.ms <= SPAN_MS_MAX ? span : undefined;
  return span.days > 0 && span.days <= SPAN_DAYS_MAX ? span : undefined;
}

function inWords(text: string): Span | undefined {
  const found = WORDS.exec(text);
  if (!found) return undefined;
  const count = Number(found[1]);
  const unit = found[2] as keyof typeof MS | 'business day' | 'day' | 'week';
  if (unit === 'business day') return { unit: 'businessDay', days: count };
  if (unit === 'day') return { unit: 'day', days: count };
  if (unit === 'week') return { unit: 'day', days: count * 7 };
  return { unit: 'time', ms: count * MS[unit] };
}

function inIso(text: string): Span | undefined {
  const found = ISO.exec(text);
  if (!found) return undefined;
  const [, weeks, days, hours = '0', minutes = '0', seconds = '0'] = found;
  if (weeks !== undefined) return { unit: 'day', days: Number(weeks) * 7 };
  if (days !== undefined) return { unit: 'day', days: Number(days) };
  const ms = Number(hours) * MS.hour + Number(minutes) * MS.minute + Math.round(Number(seconds) * 1000);
  return { unit: 'time', ms };
}
