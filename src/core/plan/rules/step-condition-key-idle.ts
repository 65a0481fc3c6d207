import { clearConditions, stepsOnTracks } from '../asked/track-steps.ts';
import type { Rule } from '../rule.ts';

/** A condition carries a key of the other kind: `for` beside `unsatisfiedFor`, or `since` beside a silence. */
export const stepConditionKeyIdle: Rule<'step-condition-key-idle'> = {
  code: 'step-condition-key-idle',
  severity: 'blocking',
  find: (plan) =>
    stepsOnTracks(plan).flatMap((on) =>
      clearConditions(on).flatMap(({ condition, kind, path }) => {
        const key = kind === 'unsatisfiedFor' ? 'for' : 'since';
        if (condition[key] === undefined) return [];
        return [{ path: [...path, key], values: { track: on.trackId, level: on.level, key, kind } }];
      }),
    ),
};
