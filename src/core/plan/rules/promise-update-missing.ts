import type { Rule } from '../rule.ts';

/** Promises are made on a track, but none how often the customer hears how it stands. */
export const promiseUpdateMissing: Rule<'promise-update-missing'> = {
  code: 'promise-update-missing',
  severity: 'advice',
  find: ({ tracks = {}, promises = [] }) =>
    Object.keys(tracks).flatMap((track) => {
      const made = promises.filter((promise) => promise.track === track);
      const isPromised = made.length === 0 || made.some(({ updateEvery }) => updateEvery !== undefined);
      return isPromised ? [] : [{ path: ['promises'], values: { track } }];
    }),
};
