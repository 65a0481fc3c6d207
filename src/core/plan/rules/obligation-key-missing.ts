import { obligationName } from '../asked/obligation-name.ts';
import type { Rule } from '../rule.ts';

/** An obligation is referred to by its id, told apart by its kind and understood by its title. */
export const obligationKeyMissing: Rule<'obligation-key-missing'> = {
  code: 'obligation-key-missing',
  severity: 'warning',
  find: ({ obligations = [] }) =>
    obligations.flatMap((obligation, index) =>
      KEYS.filter((key) => obligation[key] === undefined).map((key) => ({
        path: ['obligations', index, key],
        values: { obligation: obligationName(obligation, index), key },
      })),
    ),
};

const KEYS = ['id', 'kind', 'title'] as const;
