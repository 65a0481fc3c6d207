import { conditionsOf } from '../asked/lookup.ts';
import { CONDITION_KINDS, stepsOnTracks } from '../asked/track-steps.ts';
import type { Rule } from '../rule.ts';

/** A condition that names nothing to wait for, or two things at once. */
export const stepConditionUnclear: Rule<'step-condition-unclear'> = {
  code: 'step-condition-unclear',
  severity: 'blocking',
  find: (plan) =>
    stepsOnTracks(plan).flatMap(({ trackId, step, path, level }) =>
      conditionsOf(step).flatMap((at) => {
        const kinds = CONDITION_KINDS.filter((kind) => at.condition[kind] !== undefined);
        if (kinds.length === 1) return [];
        return [{ path: [...path, ...at.path], values: { track: trackId, level, kinds } }];
      }),
    ),
};
