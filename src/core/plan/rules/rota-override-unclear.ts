import { OVERRIDE_KINDS } from '../../rota/rota.ts';
import { rotaOverrides } from '../asked/rota-entries.ts';
import type { Rule } from '../rule.ts';

/** An override does nothing, two things at once, or replaces without saying by whom. */
export const rotaOverrideUnclear: Rule<'rota-override-unclear'> = {
  code: 'rota-override-unclear',
  severity: 'blocking',
  find: (plan) =>
    rotaOverrides(plan).flatMap(({ rota, number, path, written }) => {
      const kinds = OVERRIDE_KINDS.filter((kind) => written[kind] !== undefined);
      const isReplacing = kinds[0] === 'replace';
      if (kinds.length === 1 && isReplacing === (written.with !== undefined)) return [];
      return [{ path, values: { rota, number, kinds } }];
    }),
};
