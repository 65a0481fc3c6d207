import type { Rule } from '../rule.ts';

/** Two obligations under one id: a delivery could count for either. */
export const obligationIdRepeated: Rule<'obligation-id-repeated'> = {
  code: 'obligation-id-repeated',
  severity: 'blocking',
  find: ({ obligations = [] }) => {
    const taken = new Set<string>();
    return obligations.flatMap(({ id }, index) => {
      if (id === undefined || !taken.has(id)) {
        if (id !== undefined) taken.add(id);
        return [];
      }
      return [{ path: ['obligations', index, 'id'], values: { id } }];
    });
  },
};
