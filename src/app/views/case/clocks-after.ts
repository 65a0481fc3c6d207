import { deadlines } from '../../../core/case/deadlines.ts';
import { deadlineName } from '../../../core/case/deadlines-by-name.ts';
import { decide } from '../../../core/case/decide.ts';
import type { OpenState } from '../../../core/case/state.ts';
import { asInstant, type Instant } from '../../../core/instant.ts';
import type { Revision } from '../../../core/plan/revision/revision.ts';

/** One clock of a case, before and after it moves to other rules; undefined where it does not run. */
interface ClockChange {
  readonly name: string;
  readonly before: Instant | undefined;
  /** In the past where the move itself lets the step fall due. */
  readonly after: Instant | undefined;
}

/** What moving to another revision would do to the clocks of a case; nothing where it would not be taken. */
export function clocksAfter(state: OpenState, revision: Revision, now: Instant): readonly ClockChange[] {
  const at = asInstant(Math.max(now, state.lastAt));
  const who = { at, occurredAt: at, actor: 'oversight', by: 'ladder' } as const;
  const decision = decide(state, { type: 'moveToRevision', ...who, revision });
  if (!decision.accepted || decision.state.status !== 'open') return [];
  const [before, after] = [clocksOf(state), clocksOf(decision.state)];
  return [...new Set([...before.keys(), ...after.keys()])].map((name) => ({
    name,
    before: before.get(name),
    after: after.get(name),
  }));
}

/** What runs, and what has fallen due and is not taken. */
const clocksOf = (state: OpenState): ReadonlyMap<string, Instant> =>
  new Map([
    ...state.due.map(({ level, dueAt }) => [`step/${level}`, dueAt] as const),
    ...deadlines(state).map((one) => [deadlineName(one), one.dueAt] as const),
  ]);
