import { type Calendar, compileCalendar } from '../../calendar/compile-calendar.ts';
import { dueAt, dueRefusal } from '../../calendar/due-at.ts';
import type { Instant } from '../../instant.ts';
import { parseSpan, type Span } from '../../span.ts';
import type { Plan } from '../format/schema.ts';
import { calendarRulesOf } from '../revision/calendar-rules-of.ts';

/** A span on a calendar of the plan that can count it. */
export interface PlanClock {
  readonly calendar: Calendar;
  readonly span: Span;
}

const calendars = new WeakMap<Plan, Map<string, Calendar | undefined>>();

/** A calendar of the plan, ready for counting; undefined where the plan says too little, which other rules report. */
export function planCalendar(plan: Plan, id: string): Calendar | undefined {
  const known = calendars.get(plan) ?? new Map<string, Calendar | undefined>();
  calendars.set(plan, known);
  if (!known.has(id)) {
    const rules = calendarRulesOf(plan, id);
    known.set(id, rules && compileCalendar(rules));
  }
  return known.get(id);
}

/** The clock two texts of the plan name; undefined where either is missing or the calendar cannot count the span. */
export function planClock(
  plan: Plan,
  text: string | undefined,
  calendarId: string | undefined,
): PlanClock | undefined {
  const span = text === undefined ? undefined : parseSpan(text);
  const calendar = calendarId === undefined ? undefined : planCalendar(plan, calendarId);
  if (!span || !calendar || dueRefusal(calendar, span)) return undefined;
  return { calendar, span };
}

/** When a clock that starts then is up; undefined where its calendar does not open for so long. */
export const clockDueAt = ({ calendar, span }: PlanClock, from: Instant): Instant | undefined =>
  dueAt(calendar, from, span);

/** The earliest end of several clocks that start together. */
export function earliestDueAt(clocks: readonly PlanClock[], from: Instant): Instant | undefined {
  let earliest: Instant | undefined;
  for (const clock of clocks) {
    const due = clockDueAt(clock, from);
    if (due !== undefined && (earliest === undefined || due < earliest)) earliest = due;
  }
  return earliest;
}
