import { contactOf } from '../asked/lookup.ts';
import type { Rule } from '../rule.ts';

/** A rota and a contact have one id, and `reach` cannot tell which is meant. */
export const rotaIdTaken: Rule<'rota-id-taken'> = {
  code: 'rota-id-taken',
  severity: 'blocking',
  find: (plan) =>
    Object.keys(plan.rotas ?? {}).flatMap((rota) =>
      contactOf(plan, rota) ? [{ path: ['rotas', rota], values: { rota } }] : [],
    ),
};
