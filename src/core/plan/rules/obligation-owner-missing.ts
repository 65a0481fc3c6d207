import { obligationName } from '../asked/obligation-name.ts';
import type { Rule } from '../rule.ts';

/** An obligation nobody has is not kept. */
export const obligationOwnerMissing: Rule<'obligation-owner-missing'> = {
  code: 'obligation-owner-missing',
  severity: 'blocking',
  find: ({ obligations = [] }) =>
    obligations.flatMap((obligation, index) => {
      if (obligation.owner !== undefined) return [];
      const values = { obligation: obligationName(obligation, index) };
      return [{ path: ['obligations', index, 'owner'], values }];
    }),
};
