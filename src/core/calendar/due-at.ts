import assert from 'node:assert';
import { asInstant, type Instant } from '../instant.ts';
import type { Span } from '../span.ts';
import { closeLater, sameTimeLater } from './business-days.ts';
import type { Calendar } from './compile-calendar.ts';
import { DAY_MS } from './local-date.ts';
import { addOpen } from './open-time.ts';
import { INSTANT_MAX, INSTANT_MIN } from './page.ts';
import { offsetAt, resolveLocal } from './zone-table.ts';

/** Why a calendar cannot say what a span means. */
export interface SpanRefusals {
  'calendar-business-day-on-always': { days: number };
  'calendar-business-day-meaning-missing': { days: number };
  'calendar-normal-day-missing': { days: number };
}

/**
 * The instant at which a span has passed since `from`; undefined where the calendar holds no such time before
 * the year 2400.
 *
 * Hours are open time, and one that ends with the day ends at its closing; business days go by the calendar's
 * `businessDay`; days are dates in the calendar's zone and heed no hours. A span that `dueRefusal` refuses is a
 * bug here.
 *
 *     dueAt(office, friday1630, { unit: 'time', ms: 3_600_000 })  // Monday 08:30
 */
export function dueAt(calendar: Calendar, from: Instant, span: Span): Instant | undefined {
  assert(from >= INSTANT_MIN && from < INSTANT_MAX, 'an instant outside the years that calendars know');
  const due = dueFrom(calendar, from, span);
  return due === undefined ? undefined : asInstant(due);
}

function dueFrom(calendar: Calendar, from: number, span: Span): number | undefined {
  if (span.unit === 'time') return addOpen(calendar, from, span.ms);
  if (span.unit === 'day') return datesLater(calendar, from, span.days);
  assert(!calendar.always, 'a business day needs days that close');
  switch (calendar.rules.businessDay) {
    case 'same-time':
      return sameTimeLater(calendar, from, span.days);
    case 'close':
      return closeLater(calendar, from, span.days);
    case 'hours':
      assert(calendar.normalDayMs, 'a business day of hours needs a length');
      return addOpen(calendar, from, span.days * calendar.normalDayMs);
    default:
      assert.fail('a business day needs a meaning');
  }
}

/** The same reading of the clock so many dates later; a reading skipped there is moved on by what was skipped. */
function datesLater(calendar: Calendar, from: number, days: number): number {
  const local = from + offsetAt(calendar.zone, from);
  return resolveLocal(calendar.zone, local + days * DAY_MS);
}

/** Why a calendar cannot count a span, as data; undefined where it can. */
export function dueRefusal(
  calendar: Calendar,
  span: Span,
): { readonly code: keyof SpanRefusals; readonly values: { readonly days: number } } | undefined {
  if (span.unit !== 'businessDay') return undefined;
  const values = { days: span.days };
  if (calendar.always) return { code: 'calendar-business-day-on-always', values };
  const { businessDay } = calendar.rules;
  if (businessDay === undefined) return { code: 'calendar-business-day-meaning-missing', values };
  if (businessDay === 'hours' && calendar.normalDayMs === undefined) {
    return { code: 'calendar-normal-day-missing', values };
  }
  return undefined;
}
