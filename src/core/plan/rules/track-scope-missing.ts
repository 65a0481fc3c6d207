import type { Rule } from '../rule.ts';

const KEYS = ['title', 'covers', 'examples'] as const;

/** Who opens a case has to choose a track, and the track does not say what it is for. */
export const trackScopeMissing: Rule<'track-scope-missing'> = {
  code: 'track-scope-missing',
  severity: 'advice',
  find: ({ tracks = {} }) => {
    const isChoice = Object.keys(tracks).length > 1;
    return Object.entries(tracks).flatMap(([track, written]) =>
      KEYS.filter((key) => written[key] === undefined && (isChoice || key !== 'examples')).map((key) => ({
        path: ['tracks', track, key],
        values: { track, key },
        // Between two tracks nobody has told apart, two people choose differently.
        severity: isChoice && key === 'covers' ? 'warning' : 'advice',
      })),
    );
  },
};
