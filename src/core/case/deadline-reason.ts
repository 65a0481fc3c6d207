import type { Pause } from '../calendar/calendar.ts';
import type { Instant } from '../instant.ts';
import type { Condition } from '../plan/revision.ts';
import { startOf } from './clock.ts';
import type { ClockStart } from './event.ts';
import type { OpenState } from './state.ts';
import { countedStops } from './state.ts';

/**
 * Why a step's deadline falls where it does, as data: the condition, where its clock started, what it stood
 * still for. Together with the calendar, `explain` makes the days and hours of it.
 */
export interface DeadlineReason {
  readonly condition: Condition;
  readonly from: Instant;
  readonly stops: readonly Pause[];
}

/** The reason of the deadline that condition `condition` of the step to `level` has now. */
export function deadlineReason(state: OpenState, level: number, { condition }: ClockStart): DeadlineReason {
  const step = state.track.steps.find((one) => one.level === level)!;
  const waitedOn = step.when[condition]!;
  return { condition: waitedOn, from: startOf(state, level, waitedOn)!.from, stops: countedStops(state) };
}
