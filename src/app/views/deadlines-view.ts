import { type Explanation, explain } from '../../core/calendar/explain.ts';
import { calendarOf, promiseStart } from '../../core/case/clock.ts';
import { deadlineReason } from '../../core/case/deadline-reason.ts';
import { type Deadline, deadlines } from '../../core/case/deadlines.ts';
import { deadlineName } from '../../core/case/deadlines-by-name.ts';
import type { CaseState, OpenState } from '../../core/case/state.ts';
import { countedStops, runningPause } from '../../core/case/state.ts';
import { formatInstant, type Instant } from '../../core/instant.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { Condition, TimeLimit } from '../../core/plan/revision/revision.ts';
import { contextOf, type ReasonReader, reasonView } from './reason-view.ts';

/** Every deadline the case has now, earliest first, each with why it falls where it does. */
export const deadlinesView = (state: CaseState, language: Language): readonly object[] =>
  state.status === 'open' ? deadlines(state).map((one) => deadlineView(state, one, language)) : [];

function deadlineView(state: OpenState, deadline: Deadline, language: Language): object {
  const { kind, level, dueAt } = deadline;
  return {
    name: deadlineName(deadline),
    kind,
    level,
    dueAt: formatInstant(dueAt),
    ...(deadline.kind === 'promise' && { promise: deadline.promise.kind }),
    ...(deadline.kind === 'warning' && { stepDueAt: formatInstant(deadline.stepDueAt) }),
    ...whyOf(state, deadline, { language }),
  };
}

/** Why a deadline falls where it does: where its clock started, and what counted from there, as data and sentences. */
export interface DeadlineWhy {
  readonly condition?: Condition['kind'];
  readonly from?: string;
  /** Holidays are not known that far ahead. */
  readonly isPastData?: boolean;
  readonly reasons: readonly { readonly code: string; readonly text: string }[];
}

/** Where its clock started, and what counted from there; a reminder is a part of a silence and has neither. */
export function whyOf(state: OpenState, deadline: Deadline, reader: ReasonReader): DeadlineWhy {
  if (deadline.kind === 'step' || deadline.kind === 'warning') {
    const reason = deadlineReason(state, deadline.level, deadline);
    const below = state.track.steps.findLast((step) => step.level < deadline.level)?.level;
    const context = contextOf(state.revision, reader.readerZone);
    const clock = catalogue(reader.language).forecast.clock(reason, below, context);
    return {
      condition: reason.condition.kind,
      from: formatInstant(reason.from),
      isPastData: reason.explanation.isPastData,
      reasons: [
        { code: 'forecast-clock', text: clock },
        ...reason.explanation.reasons.map((one) => reasonView(one, reader)),
      ],
    };
  }
  const counted = limitOf(state, deadline);
  const explanation = counted && explained(state, counted.from, counted.limit);
  if (!counted || !explanation) return { reasons: [] };
  return {
    from: formatInstant(counted.from),
    isPastData: explanation.isPastData,
    reasons: explanation.reasons.map((one) => reasonView(one, reader)),
  };
}

interface Counted {
  readonly from: Instant;
  readonly limit: TimeLimit;
}

function limitOf(state: OpenState, deadline: Deadline): Counted | undefined {
  switch (deadline.kind) {
    case 'promise': {
      const start = promiseStart(state, deadline.promise);
      return start && { from: start.from, limit: deadline.promise };
    }
    case 'pass': {
      const due = state.due.find((one) => one.level === deadline.level);
      const limit = state.track.steps.find((one) => one.level === deadline.level)?.ifNotTaken;
      return due && limit && { from: due.dueAt, limit };
    }
    case 'pauseEnd': {
      const [pause, limit] = [runningPause(state), state.revision.pauses];
      return pause && limit && { from: pause.from, limit };
    }
    default:
      return undefined;
  }
}

function explained(state: OpenState, from: Instant, limit: TimeLimit): Explanation | undefined {
  return explain(calendarOf(state.revision, limit.calendar), from, limit.span, countedStops(state));
}
