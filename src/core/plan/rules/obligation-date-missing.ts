import { obligationName } from '../asked/obligation-name.ts';
import type { Rule } from '../rule.ts';

/** The clause asks for commitment dates, and this one has none. */
export const obligationDateMissing: Rule<'obligation-date-missing'> = {
  code: 'obligation-date-missing',
  severity: 'blocking',
  find: ({ obligations = [] }) =>
    obligations.flatMap((obligation, index) => {
      const { due } = obligation;
      if (due !== undefined && (typeof due === 'string' || Object.keys(due).length > 0)) return [];
      const values = { obligation: obligationName(obligation, index) };
      return [{ path: ['obligations', index, 'due'], values }];
    }),
};
