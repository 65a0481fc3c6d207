import type { Plan } from '../format/schema.ts';
import { PROMISE_KINDS } from '../revision/revision.ts';

/** Whether anything at all is promised at a level of a track. */
export const hasPromise = (plan: Plan, track: string, level: number): boolean =>
  (plan.promises ?? []).some(
    (promise) =>
      promise.track === track &&
      promise.level === level &&
      PROMISE_KINDS.some((kind) => promise[kind] !== undefined),
  );
