import { explain, type Reason } from '../../core/calendar/explain.ts';
import { calendarOf, startOf } from '../../core/case/clock.ts';
import { deadlines } from '../../core/case/deadlines.ts';
import type { CaseEvent, ClockStart } from '../../core/case/event.ts';
import { countedStops, type OpenState } from '../../core/case/state.ts';
import type { Instant } from '../../core/instant.ts';
import type { MailClockStart } from '../../core/message/mail.ts';
import type { Condition } from '../../core/plan/revision/revision.ts';

/** A step's deadline, and why it falls where it does. */
interface ClockReasons {
  readonly level: number;
  readonly dueAt: Instant;
  readonly start: MailClockStart;
  readonly reasons: readonly Reason[];
}

/** The step that comes next by its clock, and what it waits for. */
export function nextStep(
  state: OpenState,
): { readonly level: number; readonly dueAt: Instant; readonly condition: Condition } | undefined {
  const next = deadlines(state).find((one) => one.kind === 'step');
  const condition = next && conditionOf(state, next.level, next);
  return next && condition && { level: next.level, dueAt: next.dueAt, condition };
}

/**
 * Why the deadline that an event is about falls where it does; else why the next one does. Undefined where no
 * clock of a step runs, or where the case has gone on so far that the event's clock no longer does.
 */
export function clockReasons(state: OpenState, event: CaseEvent): ClockReasons | undefined {
  if (event.type === 'StepFellDue')
    return reasonsOf(state, event.level, event, event.computedDueAt ?? event.dueAt);
  const next = deadlines(state).find((one) => one.kind === 'step');
  return next && reasonsOf(state, next.level, next, next.dueAt);
}

const conditionOf = (state: OpenState, level: number, { condition }: ClockStart): Condition | undefined =>
  state.track.steps.find((step) => step.level === level)?.when[condition];

function reasonsOf(
  state: OpenState,
  level: number,
  clock: ClockStart,
  dueAt: Instant,
): ClockReasons | undefined {
  const condition = conditionOf(state, level, clock);
  const start = condition && startOf(state, level, condition);
  if (!condition || start?.identity !== clock.start) return undefined;
  const calendar = calendarOf(state.revision, condition.calendar);
  const explained = explain(calendar, start.from, condition.span, countedStops(state));
  if (explained?.dueAt !== dueAt) return undefined;
  return {
    level,
    dueAt,
    start: {
      kind: condition.kind,
      since: condition.kind === 'unsatisfied' ? condition.since : undefined,
      levels: condition.kind === 'unsatisfied' ? [] : condition.levels,
      from: start.from,
    },
    // Where the clock started is said in words of the case.
    reasons: explained.reasons.filter(({ code }) => code !== 'explain-opened'),
  };
}
