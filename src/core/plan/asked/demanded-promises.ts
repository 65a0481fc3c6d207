import type { DemandedPromiseKey } from '../../message/findings-document.ts';
import type { Plan } from '../format/schema.ts';
import type { PlanPromise } from '../format/schema-routes.ts';

const DEMANDED: readonly DemandedPromiseKey[] = ['longestAtLevel', 'updateEvery'];

/** A promise that the clause demands of a level of a track, and the one that is made there, if any. */
interface DemandedPromise {
  readonly trackId: string;
  readonly level: number;
  readonly promise: DemandedPromiseKey;
  readonly required: string;
  readonly made: PlanPromise | undefined;
  /** The place of the made promise in the list, -1 where there is none. */
  readonly index: number;
}

/** What the clause demands to be promised, for each level of each track. */
export function demandedPromises(plan: Plan): readonly DemandedPromise[] {
  const promises = plan.promises ?? [];
  return DEMANDED.flatMap((promise) => {
    const required = plan.requirements?.[promise];
    if (required === undefined) return [];
    return Object.keys(plan.tracks ?? {}).flatMap((trackId) =>
      (plan.levels ?? []).map((_, place) => {
        const level = place + 1;
        const index = promises.findIndex((it) => it.track === trackId && it.level === level);
        return { trackId, level, promise, required, made: promises[index], index };
      }),
    );
  });
}
