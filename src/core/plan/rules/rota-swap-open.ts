import { contactOf } from '../asked/lookup.ts';
import { contactName } from '../asked/people.ts';
import { rotaSwaps } from '../asked/rota-entries.ts';
import type { Rule } from '../rule.ts';

/** A swap that one of the two has not accepted stands in the plan and changes nothing. */
export const rotaSwapOpen: Rule<'rota-swap-open'> = {
  code: 'rota-swap-open',
  severity: 'warning',
  find: (plan) =>
    rotaSwaps(plan).flatMap(({ rota, number, path, written: { first, second, accepted = [] } }) => {
      const open = [first?.who, second?.who].filter((who) => who !== undefined && !accepted.includes(who));
      if (open.length === 0) return [];
      const names = open.map((who) => contactName(who as string, contactOf(plan, who as string)));
      return [{ path: [...path, 'accepted'], values: { rota, number, names } }];
    }),
};
