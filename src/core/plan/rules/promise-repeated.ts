import { PROMISE_KINDS } from '../revision/revision.ts';
import type { Rule } from '../rule.ts';

/** The same thing is promised twice at one level of one track. */
export const promiseRepeated: Rule<'promise-repeated'> = {
  code: 'promise-repeated',
  severity: 'blocking',
  find: ({ promises = [] }) => {
    const made = new Set<string>();
    return promises.flatMap((promise, index) => {
      const { track, level } = promise;
      if (track === undefined || level === undefined) return [];
      return PROMISE_KINDS.filter((kind) => {
        if (promise[kind] === undefined) return false;
        const key = `${track}/${level}/${kind}`;
        return made.has(key) || !made.add(key);
      }).map((kind) => ({ path: ['promises', index, kind], values: { track, level, promise: kind } }));
    });
  },
};
