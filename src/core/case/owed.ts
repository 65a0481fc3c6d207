import type { Instant } from '../instant.ts';
import type { Party } from '../plan/format/schema-values.ts';
import type { PromiseRule } from '../plan/revision/revision.ts';
import { openAsk, promiseStart, runOf } from './clock.ts';
import { deadlines } from './deadlines.ts';
import type { CaseState, OpenState } from './state.ts';
import { runningPause, wasMissed } from './state.ts';

interface OwedPromise {
  readonly kind: 'promise';
  readonly level: number;
  readonly dueAt: Instant;
  readonly promise: PromiseRule;
}

interface OwedStep {
  readonly kind: 'step';
  readonly level: number;
  readonly dueAt: Instant;
  readonly party: Party;
  /** Its clock is up, and its actor has not moved. */
  readonly isDue: boolean;
}

/** Something of an open case that is not done yet, and the instant at which it is due, or was. */
export type Owed = OwedPromise | OwedStep;

/**
 * What a case waits for by the clock, the earliest first: promises that run or were missed and are still not kept,
 * steps that are due or will be. What was due stays here until it is done, unlike a deadline, which is over once it
 * is acted on. Nothing is owed in a pause, for every clock stands still, and nothing once the case is closed.
 */
export function owed(state: CaseState): readonly Owed[] {
  if (state.status !== 'open' || runningPause(state)) return [];
  return [...owedPromises(state), ...dueSteps(state), ...comingSteps(state)].sort(
    (a, b) => a.dueAt - b.dueAt || a.level - b.level,
  );
}

/** Promises that run, and those that were missed and are still to be kept. */
function owedPromises(state: OpenState): readonly Owed[] {
  const found: Owed[] = [];
  for (const one of deadlines(state)) {
    if (one.kind !== 'promise') continue;
    found.push({ kind: 'promise', level: one.level, dueAt: one.dueAt, promise: one.promise });
  }
  for (const promise of state.track.promises) {
    const start = promiseStart(state, promise);
    if (!start || !wasMissed(state, promise.id, start.identity)) continue;
    const dueAt = runOf(state, start.from, promise)?.dueAt;
    if (dueAt !== undefined) found.push({ kind: 'promise', level: promise.level, dueAt, promise });
  }
  return found;
}

/** Steps whose clock is up and which nobody has taken or declined. */
export const dueSteps = ({ due }: OpenState): readonly OwedStep[] =>
  due
    .filter(({ declined }) => !declined)
    .map(({ level, actor, dueAt }) => ({ kind: 'step', level, party: actor, dueAt, isDue: true }));

const comingSteps = (state: OpenState): readonly OwedStep[] =>
  deadlines(state).flatMap((one) => {
    if (one.kind !== 'step') return [];
    const { actor } = state.track.steps.find(({ level }) => level === one.level)!;
    return [{ kind: 'step', level: one.level, party: actor, dueAt: one.dueAt, isDue: false } as const];
  });

/**
 * Whether the contractor's word is wanted: something asked is not answered, or the answer has settled nothing and
 * proposes nothing. A step that may be taken meanwhile changes nothing about that.
 */
export function owesWord(state: CaseState): boolean {
  if (state.status !== 'open' || runningPause(state)) return false;
  return state.proposal === undefined || openAsk(state) !== undefined;
}
