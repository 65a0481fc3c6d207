import type { Instant } from '../../instant.ts';
import type { Party } from '../../plan/format/schema-values.ts';
import type { PromiseKind, TimeLimit } from '../../plan/revision/revision.ts';
import { promiseStart } from '../clock.ts';
import type { DeadlineReason } from '../deadline-reason.ts';
import { deadlineReason } from '../deadline-reason.ts';
import type { CaseEvent, EventOf } from '../event.ts';
import type { OpenState } from '../state.ts';

interface Row {
  readonly at: Instant;
  readonly level: number;
}

/** A level is told of the case: whom to reach there, and how. */
interface Reaching extends Row {
  /** Whose move it is. */
  readonly actor: Party;
  /** Seats of the plan, or the people a directory names for this customer. */
  readonly contacts: readonly string[];
  readonly means: readonly string[];
}

interface ForecastRows {
  readonly opened: Reaching & { readonly kind: 'opened' };
  /** A step falls due and is taken in the same instant. */
  readonly move: Reaching & {
    readonly kind: 'move';
    /** Made by Ladder in the customer's name. */
    readonly automatic: boolean;
    readonly reason: DeadlineReason;
    /** The next lower level of the track, from whose contact the clock may count. */
    readonly below: number | undefined;
  };
  /** `level` is the level the answer counts for, `by` the one it came from, where that was not reached yet. */
  readonly answered: Row & { readonly kind: 'answered'; readonly by: number };
  readonly warning: Row & { readonly kind: 'warning'; readonly actor: Party; readonly stepDueAt: Instant };
  /** A promise has run out without being kept. */
  readonly promiseDue: Row & {
    readonly kind: 'promiseDue';
    readonly promise: TimeLimit & { readonly id: string; readonly kind: PromiseKind };
    readonly from: Instant;
  };
  /** The highest level of the track is reached: nobody is left above. */
  readonly top: Row & { readonly kind: 'top' };
}

/** One line of a timetable. */
export type ForecastRow = ForecastRows[keyof ForecastRows];

/** A case before and after one event. */
interface Change {
  /** Undefined before the opening. */
  readonly before: OpenState | undefined;
  readonly after: OpenState;
  /** Why each level's step fell due; a level's reason is added here when it does. */
  readonly reasons: Map<number, DeadlineReason>;
  /** The level from which an answer came. */
  readonly answeredBy: number | undefined;
}

/** The lines of a timetable that one event makes: most make none. */
export function rowsOf(change: Change, event: CaseEvent): readonly ForecastRow[] {
  const { before, reasons, answeredBy } = change;
  const { occurredAt: at } = event;
  switch (event.type) {
    case 'StepFellDue':
      if (before) reasons.set(event.level, deadlineReason(before, event.level, event));
      return [];
    case 'LevelContacted':
      return contacted(change, event);
    case 'Responded':
      return [{ kind: 'answered', at, level: event.level, by: answeredBy ?? event.level }];
    case 'StepWarned': {
      const { level, actor, stepDueAt } = event;
      return [{ kind: 'warning', at, level, actor, stepDueAt }];
    }
    case 'PromiseMissed':
      return before ? promiseDue(before, event) : [];
    default:
      return [];
  }
}

function contacted({ after, reasons }: Change, event: EventOf<'LevelContacted'>): readonly ForecastRow[] {
  const { occurredAt: at, level, actor, contacts } = event;
  const means = after.track.steps.find((step) => step.level === level)?.means ?? [];
  const reaching = { at, level, actor, contacts, means };
  const end: readonly ForecastRow[] =
    level === after.track.steps.at(-1)?.level ? [{ kind: 'top', at, level }] : [];
  const reason = reasons.get(level);
  if (!reason) return [{ kind: 'opened', ...reaching }, ...end];
  const below = after.track.steps.findLast((step) => step.level < level)?.level;
  return [{ kind: 'move', ...reaching, automatic: event.by === 'ladder', reason, below }, ...end];
}

function promiseDue(before: OpenState, event: EventOf<'PromiseMissed'>): readonly ForecastRow[] {
  const { occurredAt: at, level, promise: id } = event;
  const rule = before.track.promises.find((one) => one.id === id);
  const start = rule && promiseStart(before, rule);
  if (!rule || !start) return [];
  const { kind, span, calendar } = rule;
  return [{ kind: 'promiseDue', at, level, promise: { id, kind, span, calendar }, from: start.from }];
}
