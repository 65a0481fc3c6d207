import { parseSpan } from '../../span.ts';
import type { Rule } from '../rule.ts';

const MINUTE_MS = 60_000;
/** Shorter, and who has just taken the case is called again; longer, and the level's notices have ended by themselves. */
const SHORTEST_MS = 5 * MINUTE_MS;
const LONGEST_MS = 8 * 60 * MINUTE_MS;

/** How long an acknowledgement stops notices is no plain time, or none that serves anybody. */
export const acknowledgedForOdd: Rule<'acknowledged-for-odd'> = {
  code: 'acknowledged-for-odd',
  severity: 'warning',
  find: ({ acknowledgedFor }) => {
    if (acknowledgedFor === undefined) return [];
    const span = parseSpan(acknowledgedFor);
    const why =
      span?.unit !== 'time'
        ? 'days'
        : span.ms < SHORTEST_MS
          ? 'short'
          : span.ms > LONGEST_MS
            ? 'long'
            : undefined;
    if (!why) return [];
    const severity = why === 'days' ? 'blocking' : 'warning';
    return [{ path: ['acknowledgedFor'], values: { acknowledgedFor, why }, severity }];
  },
};
