import assert from 'node:assert';
import { asInstant, type Instant } from '../instant.ts';
import type { Calendar } from './compile-calendar.ts';
import { indexOf, NOWHERE, pageNumberOf, windowFrom } from './open-time.ts';
import { INSTANT_MIN, pageAt, SEARCH_UNTIL } from './page.ts';

/**
 * Milliseconds of open time between two instants; 0 where `until` comes first.
 *
 * Real elapsed time: a window over the spring change is an hour shorter than the clock on the wall says.
 *
 *     openBetween(office, friday1630, monday0930)  // 2 h
 */
export function openBetween(calendar: Calendar, from: Instant, until: Instant): number {
  assert(from >= INSTANT_MIN && until < SEARCH_UNTIL, 'an instant outside the years that calendars know');
  if (until <= from) return 0;
  if (calendar.always) return until - from;
  const place = windowFrom(calendar, from);
  if (place === NOWHERE) return 0;
  const number = pageNumberOf(place);
  return openSince(calendar, number, until) - openSince(calendar, number, from);
}

/** Open milliseconds up to an instant since the first window of a page not later than it. */
function openSince(calendar: Calendar, firstPage: number, at: Instant): number {
  const place = windowFrom(calendar, at);
  const number = place === NOWHERE ? calendar.lastPage + 1 : pageNumberOf(place);
  let sum = 0;
  for (let each = firstPage; each < number; each++) {
    const page = pageAt(calendar, each);
    sum += page.before[page.ends.length] as number;
  }
  if (place === NOWHERE) return sum;
  const page = pageAt(calendar, number);
  const index = indexOf(place);
  return sum + (page.before[index] as number) + Math.max(0, at - (page.starts[index] as number));
}

/** The first instant from `at` on at which the calendar is open: `at` itself where it is; undefined where none is found. */
export function nextOpening(calendar: Calendar, at: Instant): Instant | undefined {
  assert(at >= INSTANT_MIN && at < SEARCH_UNTIL, 'an instant outside the years that calendars know');
  if (calendar.always) return at;
  const place = windowFrom(calendar, at);
  if (place === NOWHERE) return undefined;
  const start = pageAt(calendar, pageNumberOf(place)).starts[indexOf(place)] as number;
  return asInstant(Math.max(at, start));
}
