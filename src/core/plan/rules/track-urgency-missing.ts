import type { Rule } from '../rule.ts';

/** There are several tracks, and one does not say how urgent it is. */
export const trackUrgencyMissing: Rule<'track-urgency-missing'> = {
  code: 'track-urgency-missing',
  severity: 'advice',
  find: ({ tracks = {} }) => {
    const written = Object.entries(tracks);
    if (written.length < 2) return [];
    return written.flatMap(([track, { urgency }]) =>
      urgency === undefined ? [{ path: ['tracks', track, 'urgency'], values: { track } }] : [],
    );
  },
};
