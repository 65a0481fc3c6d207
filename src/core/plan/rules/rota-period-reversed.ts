import { rotaTimes } from '../asked/rota-entries.ts';
import { zoneOfRota } from '../asked/rota-people.ts';
import { momentOf } from '../revision/rota-rules-of.ts';
import type { Rule } from '../rule.ts';

/** A time of a rota ends at or before its beginning, so nothing of it is left. */
export const rotaPeriodReversed: Rule<'rota-period-reversed'> = {
  code: 'rota-period-reversed',
  severity: 'blocking',
  find: (plan) =>
    rotaTimes(plan).flatMap(({ rota, entry, number, path, written: { from, until } }) => {
      const timeZone = zoneOfRota(plan, rota) ?? 'UTC';
      const [begin, end] = [momentOf(from, timeZone), momentOf(until, timeZone)];
      if (
        from === undefined ||
        until === undefined ||
        begin === undefined ||
        end === undefined ||
        begin < end
      )
        return [];
      return [{ path: [...path, 'until'], values: { rota, entry, number, from, until } }];
    }),
};
