import { parseSpan, type Span } from '../../span.ts';
import type { Rule } from '../rule.ts';

/** An answer is promised sooner than the word that somebody has the case; compared only where both are counted alike. */
export const promiseReversed: Rule<'promise-reversed'> = {
  code: 'promise-reversed',
  severity: 'warning',
  find: ({ promises = [] }) =>
    promises.flatMap(({ acknowledgeWithin, respondWithin }, index) => {
      if (acknowledgeWithin === undefined || respondWithin === undefined) return [];
      if (!isLonger(parseSpan(acknowledgeWithin), parseSpan(respondWithin))) return [];
      const path = ['promises', index, 'acknowledgeWithin'];
      return [{ path, values: { acknowledgeWithin, respondWithin } }];
    }),
};

function isLonger(one: Span | undefined, other: Span | undefined): boolean {
  if (one?.unit === 'time') return other?.unit === 'time' && one.ms > other.ms;
  return one !== undefined && other?.unit === one.unit && one.days > other.days;
}
