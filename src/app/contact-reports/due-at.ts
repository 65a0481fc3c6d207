import { compileCalendar } from '../../core/calendar/compile-calendar.ts';
import { dueAt, dueRefusal } from '../../core/calendar/due-at.ts';
import { asInstant, type Instant } from '../../core/instant.ts';
import type { Plan } from '../../core/plan/format/schema.ts';
import type { Revision } from '../../core/plan/revision/revision.ts';
import { parseSpan, type Span } from '../../core/span.ts';

const DAY: Span = { unit: 'businessDay', days: 1 };
const DAY_MS = 86_400_000;

/**
 * By when the parties act on what is live of a plan: within its `contactChanges.agreedWithin`.
 *
 * Where the plan does not say so, it is one business day: of the calendar that `contactChanges` names, else of the
 * first calendar of the plan that has business days. Where there is no such calendar either, it is a day of 24 hours.
 */
export function dueUnderPlan(
  { rules, written }: { readonly rules: Revision; readonly written: Plan | undefined },
  from: Instant,
): Instant {
  const { agreedWithin = '', calendar } = written?.contactChanges ?? {};
  const named = calendar === undefined ? [] : [rules.calendars[calendar]];
  const calendars = [...named, ...Object.values(rules.calendars)]
    .filter((one) => one !== undefined)
    .map(compileCalendar);
  for (const span of [parseSpan(agreedWithin), DAY]) {
    if (span === undefined) continue;
    const found = calendars.find((one) => dueRefusal(one, span) === undefined);
    const due = found && dueAt(found, from, span);
    if (due !== undefined) return due;
  }
  return asInstant(from + DAY_MS);
}
