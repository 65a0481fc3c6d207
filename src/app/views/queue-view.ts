import { isInForce } from '../../core/case/clock.ts';
import { levelOf } from '../../core/case/commands/answering.ts';
import type { OpenState } from '../../core/case/state.ts';
import type { Instant } from '../../core/instant.ts';
import type { Caller } from '../authorise.ts';
import { levelsOf } from '../levels-of.ts';
import type { CaseLine } from '../ports/lists.ts';
import { type LineView, lineView } from './line-view.ts';
import { readsFor } from './sight.ts';

/** How soon something is due: what a queue is divided by. */
export type QueueGroup = 'overdue' | 'hour' | 'today' | 'later' | 'undated';

/** A case that somebody has to answer. */
export interface QueueItem {
  readonly view: LineView;
  readonly group: QueueGroup;
  /** Who has it, where somebody of the level this reader answers for has said so and that still stands. */
  readonly taken: { readonly by: string; readonly at: Instant } | undefined;
}

/** Whether every case of the contract is somebody's to answer, and not only those of their levels and accounts. */
export const hasEveryCase = ({ grants }: Caller): boolean =>
  grants.some(({ role }) => role === 'desk' || role === 'programManager');

/** A line of the queue, or undefined where the case is another's to answer. */
export function queueItem(line: CaseLine, caller: Caller, now: Instant): QueueItem | undefined {
  const { state } = line;
  if (state.status !== 'open') return undefined;
  const stands = levelsOf(state.revision, caller.seats);
  if (!isTheirs(state, caller, stands)) return undefined;
  const view = lineView(line, readsFor(caller), now);
  const level = levelOf(state, caller.personId, stands);
  const taken = state.acknowledgements.findLast((one) => one.level === level && isInForce(state, one, now));
  return { view, group: groupOf(view, now), taken: taken && { by: taken.by, at: taken.from } };
}

function isTheirs(state: OpenState, caller: Caller, stands: readonly number[]): boolean {
  const { personId } = caller;
  if (hasEveryCase(caller) || state.owner === personId) return true;
  if (Object.values(state.directory).includes(personId)) return true;
  return state.contacted.some(({ level }) => stands.includes(level));
}

const HOUR_MS = 3_600_000;

function groupOf({ next, revision }: LineView, now: Instant): QueueGroup {
  if (!next) return 'undated';
  if (next.dueAt <= now) return 'overdue';
  if (next.dueAt <= now + HOUR_MS) return 'hour';
  return dateOf(next.dueAt, revision.timeZone) === dateOf(now, revision.timeZone) ? 'today' : 'later';
}

/** The date on the contract's clocks. */
const dateOf = (at: Instant, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
