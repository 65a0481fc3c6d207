import { laterSteps } from '../asked/track-steps.ts';
import type { Rule } from '../rule.ts';

/** A step of another party than the customer is said to be taken automatically, which only the customer may choose. */
export const stepAutomaticActor: Rule<'step-automatic-actor'> = {
  code: 'step-automatic-actor',
  severity: 'blocking',
  find: (plan) =>
    laterSteps(plan).flatMap(({ trackId, step: { actor, mode }, path, level }) =>
      mode !== 'automatic' || actor === undefined || actor === 'customer'
        ? []
        : [{ path: [...path, 'mode'], values: { track: trackId, level, actor } }],
    ),
};
