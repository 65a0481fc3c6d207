import { PROMISE_KINDS } from '../revision/revision.ts';
import type { Rule } from '../rule.ts';

/** A promise that names a level and undertakes nothing there. */
export const promiseEmpty: Rule<'promise-empty'> = {
  code: 'promise-empty',
  severity: 'warning',
  find: ({ promises = [] }) =>
    promises.flatMap((promise, index) =>
      PROMISE_KINDS.some((kind) => promise[kind] !== undefined)
        ? []
        : [{ path: ['promises', index], values: { track: promise.track, level: promise.level } }],
    ),
};
