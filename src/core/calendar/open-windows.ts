import { asInstant, type Instant } from '../instant.ts';
import type { Calendar } from './compile-calendar.ts';
import { indexOf, NOWHERE, pageNumberOf, windowFrom } from './open-time.ts';
import { pageAt } from './page.ts';

/** Whether a calendar is open at an instant; its closing is no longer. */
export function isOpenAt(calendar: Calendar, at: Instant): boolean {
  if (calendar.always) return true;
  const place = windowFrom(calendar, at);
  return place !== NOWHERE && (pageAt(calendar, pageNumberOf(place)).starts[indexOf(place)] as number) <= at;
}

/** Openings and closings of a calendar around a period, in order; those of the first and the last window may lie outside. */
export function* windowEdges(calendar: Calendar, from: Instant, until: Instant): Generator<Instant> {
  let at: number = from;
  while (!calendar.always && at < until) {
    const place = windowFrom(calendar, at);
    if (place === NOWHERE) return;
    const page = pageAt(calendar, pageNumberOf(place));
    const closes = page.ends[indexOf(place)] as number;
    yield asInstant(page.starts[indexOf(place)] as number);
    yield asInstant(closes);
    at = closes;
  }
}
