import type { Instant } from '../instant.ts';
import type { ContactStanding, Detail } from './standing.ts';

/** `standing`: nothing is open; `asked`: an answer is waited for; `unanswered`: it was waited for in vain. */
type AttestationStatus = 'standing' | 'asked' | 'unanswered' | 'released';

/** When each detail was; those that are missing never were. */
export type DetailTimes = Readonly<Partial<Record<Detail, Instant>>>;

export interface LiveAttestation {
  readonly status: AttestationStatus;
  readonly standing: ContactStanding;
  /** Since when they stand at a level. */
  readonly takenUpAt: Instant;
  /** Since when each was last confirmed. */
  readonly confirmed: DetailTimes;
  /** Addresses and numbers that did not reach their person, each since when, until it is confirmed or answered; left out where none is. */
  readonly doubted?: DetailTimes | undefined;
  /** What was asked and has not been confirmed since. */
  readonly open: readonly Detail[];
  /** What was asked in vain and has not been confirmed since. */
  readonly missed: readonly Detail[];
  /** The last asking; undefined before the first. */
  readonly asked: { readonly at: Instant; readonly number: number; readonly reminders: number } | undefined;
  readonly nextRoundAt: Instant;
  readonly lastAt: Instant;
}

/** What a contact has confirmed of itself; `none` before they stand at any level. */
export type AttestationState = { readonly status: 'none' } | LiveAttestation;

export const noAttestation: AttestationState = { status: 'none' };

/** What was asked in vain, and since when it is not confirmed: since it last was, or since they stand there. */
export const missedTimes = (state: AttestationState): DetailTimes =>
  state.status === 'none'
    ? {}
    : Object.fromEntries(state.missed.map((detail) => [detail, state.confirmed[detail] ?? state.takenUpAt]));
