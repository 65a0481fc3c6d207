import { owed } from '../../core/case/owed.ts';
import type { Instant } from '../../core/instant.ts';
import type { PromiseKind, Revision } from '../../core/plan/revision/revision.ts';
import type { CaseLine } from '../ports/lists.ts';

/** A promise that runs, or was missed and is still to be kept. */
export interface RunningPromise {
  readonly caseId: string;
  readonly customerName: string;
  readonly kind: PromiseKind;
  readonly level: number;
  readonly dueAt: Instant;
  readonly isMissed: boolean;
  readonly revision: Revision;
}

/** The promises of a case, what is due first at the top. */
export function runningPromises(
  { key, customerName, state }: CaseLine,
  now: Instant,
): readonly RunningPromise[] {
  if (state.status !== 'open') return [];
  const about = { caseId: key.caseId, customerName, revision: state.revision };
  return owed(state).flatMap((one) => {
    if (one.kind !== 'promise') return [];
    const { promise, level, dueAt } = one;
    return [{ ...about, kind: promise.kind, level, dueAt, isMissed: dueAt <= now }];
  });
}
