import type { Rule } from '../rule.ts';

/** What a layer cannot do without: nothing that moves a hand-over has a default. */
const KEYS = ['turns', 'every', 'from', 'handOver'] as const;

/** A layer does not say who takes turns, how long, or from when. */
export const rotaLayerIncomplete: Rule<'rota-layer-incomplete'> = {
  code: 'rota-layer-incomplete',
  severity: 'blocking',
  find: ({ rotas = {} }) =>
    Object.entries(rotas).flatMap(([rota, { layers = [] }]) =>
      layers.flatMap((layer, index) =>
        KEYS.filter((key) =>
          key === 'turns' ? (layer.turns ?? []).length === 0 : layer[key] === undefined,
        ).map((key) => ({
          path: ['rotas', rota, 'layers', index, key],
          values: { rota, layer: index + 1, key },
        })),
      ),
    ),
};
