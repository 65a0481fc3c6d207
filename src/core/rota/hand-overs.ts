import { asInstant, type Instant } from '../instant.ts';
import { onCall } from './on-call.ts';
import type { PersonId, RotaRules } from './rota.ts';
import { edges, isCuttable } from './shifts.ts';

/** An instant at which somebody goes off duty, and who is on duty from then on. */
export interface HandOver {
  readonly at: Instant;
  readonly who: PersonId;
  readonly next: readonly PersonId[];
}

/**
 * Everybody who goes off duty after `from` and not after `until`, in order. Whoever goes on beside others, or in another
 * turn that follows at once, does not go off.
 */
export function handOvers(rules: RotaRules, from: Instant, until: Instant): readonly HandOver[] {
  const [first, end] = [asInstant(from + 1), asInstant(until + 1)];
  if (end <= first || !isCuttable(rules, first, end)) return [];
  return edges(rules, first, end).flatMap((at) => {
    const next = onCall(rules, at);
    return onCall(rules, asInstant(at - 1))
      .filter((who) => !next.includes(who))
      .map((who): HandOver => ({ at, who, next }));
  });
}
