import type { Explanation } from '../calendar/explain.ts';
import { explain } from '../calendar/explain.ts';
import type { Instant } from '../instant.ts';
import type { Condition } from '../plan/revision/revision.ts';
import { calendarOf, startOf } from './clock.ts';
import type { ClockStart } from './event.ts';
import type { OpenState } from './state.ts';
import { countedStops } from './state.ts';

/**
 * Why a step's deadline falls where it does, as data: the condition, where its clock started, and the days and
 * hours that counted from there.
 */
export interface DeadlineReason {
  readonly condition: Condition;
  readonly from: Instant;
  readonly explanation: Explanation;
}

/** The reason of the deadline that condition `condition` of the step to `level` has now. */
export function deadlineReason(state: OpenState, level: number, { condition }: ClockStart): DeadlineReason {
  const step = state.track.steps.find((one) => one.level === level)!;
  const waitedOn = step.when[condition]!;
  const { from } = startOf(state, level, waitedOn)!;
  const calendar = calendarOf(state.revision, waitedOn.calendar);
  const explanation = explain(calendar, from, waitedOn.span, countedStops(state))!;
  return { condition: waitedOn, from, explanation };
}
