import { nearestWord } from '../../nearest-word.ts';
import { trackOf } from '../asked/lookup.ts';
import type { Rule } from '../rule.ts';

/** A promise is made on a track the plan does not have, or on none. */
export const promiseTrackUnknown: Rule<'promise-track-unknown'> = {
  code: 'promise-track-unknown',
  severity: 'blocking',
  find: (plan) => {
    const known = Object.keys(plan.tracks ?? {});
    return (plan.promises ?? []).flatMap(({ track }, index) => {
      if (track !== undefined && trackOf(plan, track)) return [];
      const suggestion = track === undefined ? undefined : nearestWord(track, known);
      return [{ path: ['promises', index, 'track'], values: { track, suggestion } }];
    });
  },
};
