import { rotaOverrides, rotaTimes } from '../asked/rota-entries.ts';
import type { Problem, Rule } from '../rule.ts';

/** Time off, a swap or an override does not say whose time it is, from when, or until when. */
export const rotaEntryIncomplete: Rule<'rota-entry-incomplete'> = {
  code: 'rota-entry-incomplete',
  severity: 'blocking',
  find: (plan) => {
    const overrides = new Set<object>(rotaOverrides(plan).map(({ written }) => written));
    return rotaTimes(plan).flatMap(({ rota, entry, number, path, written }) => {
      const keys = overrides.has(written)
        ? (['from', 'until'] as const)
        : (['who', 'from', 'until'] as const);
      return keys
        .filter((key) => written[key] === undefined)
        .map((key): Problem<'rota-entry-incomplete'> => {
          return { path: [...path, key], values: { rota, entry, number, key } };
        });
    });
  },
};
