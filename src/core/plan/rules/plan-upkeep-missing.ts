import type { Rule } from '../rule.ts';

/** Nothing keeps the plan current: neither are contacts confirmed from time to time, nor does any obligation come round. */
export const planUpkeepMissing: Rule<'plan-upkeep-missing'> = {
  code: 'plan-upkeep-missing',
  severity: 'warning',
  find: ({ obligations = [], requirements }) => {
    const comesRound = obligations.some(
      ({ due }) => typeof due === 'object' && (due.every ?? due.monthly ?? undefined) !== undefined,
    );
    const isAttested = requirements?.attestation?.every !== undefined;
    return comesRound || isAttested ? [] : [{ path: ['obligations'], values: {} }];
  },
};
