import { demandedPromises } from '../asked/demanded-promises.ts';
import type { Rule } from '../rule.ts';

/** The clause limits how long each level may take, or how often the customer hears, and no promise says so. */
export const requirementPromiseMissing: Rule<'requirement-promise-missing'> = {
  code: 'requirement-promise-missing',
  severity: 'blocking',
  find: (plan) =>
    demandedPromises(plan).flatMap(({ trackId, level, promise, required, made, index }) => {
      if (made?.[promise] !== undefined) return [];
      const path = made ? ['promises', index, promise] : ['promises'];
      return [{ path, values: { track: trackId, level, promise, required } }];
    }),
};
