import { asInstant, type Instant } from '../instant.ts';
import { waitDays } from './deadlines.ts';
import type { Detail } from './standing.ts';
import type { LiveAttestation } from './state.ts';

const DAY_MS = 86_400_000;

/**
 * Until when a detail counts as confirmed: an interval after it was, and as long as an answer to the next round is
 * waited for. Undefined where nobody has confirmed it.
 */
export function lapsesAt({ confirmed, standing }: LiveAttestation, detail: Detail): Instant | undefined {
  const at = confirmed[detail];
  const days = standing.everyDays + waitDays(standing);
  return at === undefined ? undefined : asInstant(at + days * DAY_MS);
}

/** Whether a detail counts as confirmed at an instant. */
export function isCurrent(state: LiveAttestation, detail: Detail, at: Instant): boolean {
  const lapses = lapsesAt(state, detail);
  return lapses !== undefined && at < lapses;
}

/** How much of a contract's plan is as current as the plan wants it. */
export interface CurrencyFigure {
  readonly current: number;
  readonly of: number;
  /** Whole percent, rounded down, so that only all of it is 100; undefined where there is nothing to be current. */
  readonly percent: number | undefined;
}

/** The figure for so many things of which so many are current. */
export const currencyFigure = (current: number, of: number): CurrencyFigure => ({
  current,
  of,
  percent: of === 0 ? undefined : Math.floor((current * 100) / of),
});
