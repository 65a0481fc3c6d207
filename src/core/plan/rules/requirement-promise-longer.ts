import { parseSpan } from '../../span.ts';
import { demandedPromises } from '../asked/demanded-promises.ts';
import type { Rule } from '../rule.ts';

/** A promise allows more than the clause does; compared only where both are counted alike. */
export const requirementPromiseLonger: Rule<'requirement-promise-longer'> = {
  code: 'requirement-promise-longer',
  severity: 'blocking',
  find: (plan) =>
    demandedPromises(plan).flatMap(({ promise, required, made, index }) => {
      const promised = made?.[promise];
      if (promised === undefined || !isLonger(promised, required)) return [];
      return [{ path: ['promises', index, promise], values: { promise, promised, required } }];
    }),
};

function isLonger(promised: string, required: string): boolean {
  const one = parseSpan(promised);
  const other = parseSpan(required);
  if (one?.unit === 'time') return other?.unit === 'time' && one.ms > other.ms;
  return one !== undefined && other?.unit === one.unit && one.days > other.days;
}
