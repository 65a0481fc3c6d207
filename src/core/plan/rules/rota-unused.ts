import type { Rule } from '../rule.ts';

/** A rota that no level reaches: nobody is told by it. */
export const rotaUnused: Rule<'rota-unused'> = {
  code: 'rota-unused',
  severity: 'advice',
  find: ({ rotas = {}, levels = [] }) => {
    const reached = new Set(levels.flatMap(({ reach = [] }) => reach));
    return Object.keys(rotas).flatMap((rota) =>
      reached.has(rota) ? [] : [{ path: ['rotas', rota], values: { rota } }],
    );
  },
};
