import { obligationName } from '../asked/obligation-name.ts';
import type { Rule } from '../rule.ts';

/** Nobody says whether it was delivered. */
export const obligationAcceptorMissing: Rule<'obligation-acceptor-missing'> = {
  code: 'obligation-acceptor-missing',
  severity: 'warning',
  find: ({ obligations = [] }) =>
    obligations.flatMap((obligation, index) => {
      if (obligation.acceptedBy !== undefined) return [];
      const values = { obligation: obligationName(obligation, index) };
      return [{ path: ['obligations', index, 'acceptedBy'], values }];
    }),
};
