import type { Calendar } from '../../calendar/compile-calendar.ts';
import { nextOpening } from '../../calendar/open-between.ts';
import { asInstant, type Instant } from '../../instant.ts';
import type { Facts } from '../facts.ts';
import type { Plan } from '../format/schema.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How far apart the starts lie that stand for all others. */
const GRID_MS = 30 * MINUTE_MS;
const FORTNIGHT_DAYS = 14;
/** A start up to so long before a long weekend runs into it. */
const BEFORE_CLOSURE_DAYS = 7;
const YEAR_DAYS = 366;

/** Where neither a fact nor the plan names a date: any Monday would do. */
const SOME_DATE = '2027-01-04';

/** A time in which a calendar does not open. */
interface Closure {
  readonly from: Instant;
  readonly until: Instant;
}

/**
 * Starts of cases that stand for all: a fortnight by the half hour, and the week before the longest time in the
 * year after it in which one of the calendars stays closed. Counted from today where it is known, else from the
 * plan's own dates, so that a plan is judged alike by everybody.
 */
export function typicalStarts(plan: Plan, facts: Facts, calendars: readonly Calendar[]): readonly Instant[] {
  const from = firstInstant(plan, facts);
  const starts = grid(from, FORTNIGHT_DAYS);
  for (const calendar of new Set(calendars)) {
    const closure = longestClosure(calendar, from);
    if (!closure) continue;
    const week = Math.floor((closure.from - from) / GRID_MS) * GRID_MS - BEFORE_CLOSURE_DAYS * DAY_MS;
    starts.push(...grid(asInstant(from + week), BEFORE_CLOSURE_DAYS + 1));
  }
  return starts;
}

/** Of each calendar the last year that was looked through, for several rules ask for the same. */
const closures = new WeakMap<Calendar, { readonly year: Instant; readonly closure: Closure | undefined }>();

/**
 * The longest time, to the half hour, in which a calendar does not open in the year to come; undefined where it
 * always is open, or never.
 */
export function longestClosure(calendar: Calendar, year: Instant): Closure | undefined {
  let known = closures.get(calendar);
  if (known?.year !== year) {
    known = { year, closure: searchClosure(calendar, year) };
    closures.set(calendar, known);
  }
  return known.closure;
}

function searchClosure(calendar: Calendar, year: Instant): Closure | undefined {
  if (calendar.always) return undefined;
  let longest: Closure | undefined;
  for (let at = year; at < year + YEAR_DAYS * DAY_MS; ) {
    const opensAt = nextOpening(calendar, at);
    if (opensAt === undefined) return undefined;
    if (opensAt > at && (!longest || opensAt - at > longest.until - longest.from)) {
      longest = { from: at, until: opensAt };
    }
    at = asInstant(year + Math.ceil((opensAt + 1 - year) / GRID_MS) * GRID_MS);
  }
  return longest;
}

/** The local midnight from which a plan's typical starts are taken. */
export function firstInstant(plan: Plan, { today }: Facts): Instant {
  const dates = [today, plan.contract?.term?.from, plan.document?.dated].filter(isOfThisAge);
  const date = Temporal.PlainDate.from(dates[0] ?? SOME_DATE);
  return asInstant(date.toZonedDateTime(zoneOf(plan)).epochMilliseconds);
}

const isOfThisAge = (date: string | undefined): date is string =>
  date !== undefined && date >= '1970-01-01' && date < '2100-01-01';

const grid = (from: Instant, days: number): Instant[] =>
  Array.from({ length: (days * DAY_MS) / GRID_MS }, (_, index) => asInstant(from + index * GRID_MS));

/** The zone in which findings show times: the contract's; while that is missing, a calendar's. */
export const zoneOf = ({ contract, calendars = {} }: Plan): string =>
  contract?.timeZone ?? Object.values(calendars).find(({ timeZone }) => timeZone)?.timeZone ?? 'UTC';

/** An instant as a clock on the wall in `zoneOf` shows it: `2026-11-25T16:30`. */
export const localTime = (plan: Plan, at: Instant): string =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zoneOf(plan))
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
