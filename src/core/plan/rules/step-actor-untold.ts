import { canBeTold } from '../asked/party-contacts.ts';
import { laterSteps } from '../asked/track-steps.ts';
import type { Rule } from '../rule.ts';

/** The step belongs to a party of which the plan names nobody to tell, so that it cannot know when to act. */
export const stepActorUntold: Rule<'step-actor-untold'> = {
  code: 'step-actor-untold',
  severity: 'blocking',
  find: (plan) =>
    laterSteps(plan).flatMap(({ trackId, step: { actor, ifNotTaken }, path, level }) => {
      const passedTo = ifNotTaken?.then;
      const parties = [
        { party: actor, at: [...path, 'actor'] },
        { party: passedTo, at: [...path, 'ifNotTaken', 'then'] },
      ];
      return parties.flatMap(({ party, at }) =>
        party === undefined || canBeTold(plan, party)
          ? []
          : [{ path: at, values: { track: trackId, level, party } }],
      );
    }),
};
