import type { Rule } from '../rule.ts';

/** A plan without a track: there is no way up. */
export const tracksMissing: Rule<'tracks-missing'> = {
  code: 'tracks-missing',
  severity: 'blocking',
  find: ({ tracks = {} }) => (Object.keys(tracks).length === 0 ? [{ path: ['tracks'], values: {} }] : []),
};
