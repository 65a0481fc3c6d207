import { stepsOnTracks } from '../asked/track-steps.ts';
import type { Rule } from '../rule.ts';

/** Two steps of a track lead to the same level. */
export const stepLevelRepeated: Rule<'step-level-repeated'> = {
  code: 'step-level-repeated',
  severity: 'blocking',
  find: (plan) => {
    const led = new Set<string>();
    return stepsOnTracks(plan).flatMap(({ trackId, step: { level }, path }) => {
      if (level === undefined) return [];
      const key = `${trackId}/${level}`;
      if (!led.has(key)) {
        led.add(key);
        return [];
      }
      return [{ path: [...path, 'level'], values: { track: trackId, level } }];
    });
  },
};
