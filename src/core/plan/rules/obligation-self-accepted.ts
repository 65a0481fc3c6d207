import { obligationName } from '../asked/obligation-name.ts';
import type { Rule } from '../rule.ts';

/** Who owes it also says that it was done. */
export const obligationSelfAccepted: Rule<'obligation-self-accepted'> = {
  code: 'obligation-self-accepted',
  severity: 'warning',
  find: ({ obligations = [] }) =>
    obligations.flatMap((obligation, index) => {
      const { owner, acceptedBy } = obligation;
      if (owner === undefined || owner !== acceptedBy) return [];
      const values = { obligation: obligationName(obligation, index), party: owner };
      return [{ path: ['obligations', index, 'acceptedBy'], values }];
    }),
};
