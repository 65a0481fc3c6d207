import { isInForce } from '../../core/case/clock.ts';
import type { CaseState } from '../../core/case/state.ts';
import { asInstant, type Instant } from '../../core/instant.ts';

/** DESIGN of the notices: again every quarter of an hour, for eight hours. */
export const AGAIN_MS = 15 * 60_000;
const ROUNDS_MAX = 32;

/**
 * Whether a level is told again at `at`, and when it is looked at next.
 *
 * An answer, a closing or a pause ends it; an acknowledgement only lets it rest, for it may run out unanswered.
 */
export function insist(
  state: CaseState,
  level: number,
  round: number,
  at: Instant,
): { readonly tell: boolean; readonly nextAt: Instant | undefined } {
  const over = { tell: false, nextAt: undefined };
  if (state.status !== 'open' || round > ROUNDS_MAX || state.stops.some((stop) => stop.until === undefined))
    return over;
  const asked = state.asks.findLast((ask) => ask.levels.includes(level));
  if (
    !asked ||
    state.answers.some((one) => one.kind !== 'update' && one.level === level && one.order > asked.order)
  ) {
    return over;
  }
  const taken = state.acknowledgements.find((one) => one.level === level && isInForce(state, one, at));
  if (taken) return { tell: false, nextAt: asInstant(taken.from + state.revision.acknowledgedForMs) };
  return { tell: true, nextAt: round < ROUNDS_MAX ? asInstant(at + AGAIN_MS) : undefined };
}

/** When a level that is told for the first time is told again. */
export const firstAgain = (at: Instant): Instant => asInstant(at + AGAIN_MS);
