import { ANSWERS, type AnswerKind } from '../../core/case/answer-times.ts';
import { asInstant, dateAt, type Instant } from '../../core/instant.ts';
import type { PeriodRefusal, PeriodRefusals } from '../../core/message/portal/overview.ts';
import type { AnswerClock } from '../ports/overview.ts';

/** Days of a contract's zone, the last one included. */
interface Period {
  readonly from: string;
  readonly until: string;
}

/** What of the overview is looked at; it all stands in the address. */
export interface OverviewChoice extends Period {
  readonly kind: AnswerKind;
  readonly clock: AnswerClock;
}

const CLOCKS: readonly AnswerClock[] = ['open', 'plain'];
/** Where no days are chosen: so many up to today, which are twelve weeks. */
const DAYS = 84;
/** More than a contract runs. */
const YEARS_MAX = 20;

interface Written {
  text(name: string): string;
}

/**
 * What an address asks for. What is not understood is refused by name, and what is usual stands in its place, so that
 * there is always something to see.
 */
export function overviewChoice(
  query: Written,
  today: string,
): { readonly choice: OverviewChoice; readonly refusals: readonly PeriodRefusal[] } {
  const { period, refusals } = periodChoice(query, today);
  const kind = oneOf(query, 'answer', ANSWERS, 'responded');
  const clock = oneOf(query, 'clock', CLOCKS, 'open');
  return {
    choice: { ...period, kind: kind.value, clock: clock.value },
    refusals: [...refusals, ...kind.refusals, ...clock.refusals],
  };
}

/** The days of an address, as `overviewChoice`. */
export function periodChoice(
  query: Written,
  today: string,
): { readonly period: Period; readonly refusals: readonly PeriodRefusal[] } {
  const usual = {
    from: Temporal.PlainDate.from(today)
      .subtract({ days: DAYS - 1 })
      .toString(),
    until: today,
  };
  const until = dateIn(query, 'until');
  const from = dateIn(query, 'from');
  const refusals = [from, until].flatMap((one) => one.refusal ?? []);
  const last = until.date ?? usual.until;
  const first =
    from.date ??
    Temporal.PlainDate.from(last)
      .subtract({ days: DAYS - 1 })
      .toString();
  const period = { from: first, until: last };
  const no = refusals.length === 0 ? unusable(period) : undefined;
  return no ? { period: usual, refusals: [no] } : { period: refusals.length > 0 ? usual : period, refusals };
}

function unusable(period: Period): PeriodRefusal | undefined {
  if (period.from > period.until) return refused('period-reversed', { ...period });
  const years = Temporal.PlainDate.from(period.from).until(period.until, { largestUnit: 'year' }).years;
  return years < YEARS_MAX ? undefined : refused('period-too-long', { ...period, yearsMax: YEARS_MAX });
}

const refused = <C extends keyof PeriodRefusals>(code: C, values: PeriodRefusals[C]): PeriodRefusal =>
  ({ code, values }) as PeriodRefusal;

/** Years that calendars know; others are typing errors. */
const DATE = /^(?:19|20|21)\d\d-\d\d-\d\d$/;

function dateIn(
  query: Written,
  field: 'from' | 'until',
): { readonly date?: string; readonly refusal?: PeriodRefusal } {
  const value = query.text(field).trim();
  if (value === '') return {};
  const date = dateFrom(value);
  return date !== undefined
    ? { date }
    : { refusal: refused('period-date-not-understood', { field, value: value.slice(0, SHOWN_MAX) }) };
}

function dateFrom(value: string): string | undefined {
  if (!DATE.test(value)) return undefined;
  try {
    return Temporal.PlainDate.from(value, { overflow: 'reject' }).toString();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** So much of what was typed is said back. */
const SHOWN_MAX = 40;

function oneOf<T extends string>(
  query: Written,
  field: string,
  known: readonly T[],
  usual: T,
): { readonly value: T; readonly refusals: readonly PeriodRefusal[] } {
  const value = query.text(field).trim();
  const found = known.find((one) => one === value);
  if (found !== undefined || value === '') return { value: found ?? usual, refusals: [] };
  return {
    value: usual,
    refusals: [refused('period-choice-unknown', { field, value: value.slice(0, SHOWN_MAX), known })],
  };
}

/** The midnight that ends a day, as people write it; undefined where it is no date. */
export function dayEnd(date: string, timeZone: string): Instant | undefined {
  const day = dateFrom(date);
  return day === undefined ? undefined : periodInstants({ from: day, until: day }, timeZone).until;
}

/** The midnight that ends the day it is at an instant. */
export function dayEndAfter(at: Instant, timeZone: string): Instant {
  const today = dateAt(at, timeZone);
  return periodInstants({ from: today, until: today }, timeZone).until;
}

/** The instants of a period: its first day's midnight, and the midnight after its last day. */
export function periodInstants(
  { from, until }: Period,
  timeZone: string,
): { readonly from: Instant; readonly until: Instant } {
  const midnight = (date: Temporal.PlainDate): Instant =>
    asInstant(date.toZonedDateTime(timeZone).epochMilliseconds);
  return {
    from: midnight(Temporal.PlainDate.from(from)),
    until: midnight(Temporal.PlainDate.from(until).add({ days: 1 })),
  };
}
