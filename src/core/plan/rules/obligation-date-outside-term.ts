import { obligationName } from '../asked/obligation-name.ts';
import type { Rule } from '../rule.ts';

/** A date before the contract was executed or after its term binds nobody. */
export const obligationDateOutsideTerm: Rule<'obligation-date-outside-term'> = {
  code: 'obligation-date-outside-term',
  severity: 'warning',
  find: ({ contract, obligations = [] }) =>
    obligations.flatMap((obligation, index) => {
      const { due } = obligation;
      const from = contract?.executed ?? contract?.term?.from ?? '';
      const until = contract?.term?.until;
      if (typeof due !== 'string' || (due >= from && (until === undefined || due <= until))) return [];
      const values = { obligation: obligationName(obligation, index), date: due };
      return [{ path: ['obligations', index, 'due'], values }];
    }),
};
