import type { Rule } from '../rule.ts';

/** A rota without layers never puts anybody on duty. */
export const rotaEmpty: Rule<'rota-empty'> = {
  code: 'rota-empty',
  severity: 'blocking',
  find: ({ rotas = {} }) =>
    Object.entries(rotas).flatMap(([rota, { layers = [] }]) =>
      layers.length > 0 ? [] : [{ path: ['rotas', rota, 'layers'], values: { rota } }],
    ),
};
