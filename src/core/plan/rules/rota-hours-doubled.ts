import type { Rule } from '../rule.ts';

/** A layer has hours of its own and a calendar's, and they may differ. */
export const rotaHoursDoubled: Rule<'rota-hours-doubled'> = {
  code: 'rota-hours-doubled',
  severity: 'blocking',
  find: ({ rotas = {} }) =>
    Object.entries(rotas).flatMap(([rota, { layers = [] }]) =>
      layers.flatMap(({ week, calendar }, index) =>
        week && calendar !== undefined
          ? [{ path: ['rotas', rota, 'layers', index, 'calendar'], values: { rota, layer: index + 1 } }]
          : [],
      ),
    ),
};
