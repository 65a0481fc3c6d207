import { isInForce } from '../../core/case/clock.ts';
import type { CaseState } from '../../core/case/state.ts';
import { asInstant, type Instant } from '../../core/instant.ts';

/**
 * Whether a level is still to be told at `at` of what it was asked: `tell` it, or let it rest until an instant, or it is
 * over.
 *
 * An answer or a closing ends it, and a pause until it is over; an acknowledgement only lets it rest, for it may run out unanswered.
 */
export function insist(
  state: CaseState,
  level: number,
  at: Instant,
): 'tell' | 'over' | { readonly until: Instant } {
  if (state.status !== 'open' || state.stops.some((stop) => stop.until === undefined)) return 'over';
  const asked = state.asks.findLast((ask) => ask.levels.includes(level));
  if (
    !asked ||
    state.answers.some((one) => one.kind !== 'update' && one.level === level && one.order > asked.order)
  ) {
    return 'over';
  }
  const taken = state.acknowledgements.find((one) => one.level === level && isInForce(state, one, at));
  return taken ? { until: asInstant(taken.from + state.revision.acknowledgedForMs) } : 'tell';
}
