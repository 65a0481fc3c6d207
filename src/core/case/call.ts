import type { Instant } from '../instant.ts';

/** Which number was rung: one of those a contact is reached by, or one that does not stand with it. */
export const TELEPHONES = ['office', 'mobile', 'other'] as const;
export type Telephone = (typeof TELEPHONES)[number];

/** Why a call reached nobody: nobody picked up, somebody else did, or there is no such number any more. */
export const CALL_FAILURES = ['noAnswer', 'wrongPerson', 'notInService'] as const;
/**
 * What Ladder sees besides of a call that it put through: the line was busy, what picked up did not take the call, or the
 * carrier could not ring.
 */
export const SEEN_FAILURES = ['busy', 'notTaken', 'notConnected'] as const;
/** What somebody says of a call of theirs. */
export type StatedFailure = (typeof CALL_FAILURES)[number];
export type CallFailure = StatedFailure | (typeof SEEN_FAILURES)[number];

/** A failure that speaks against the number: whoever merely does not pick up may do so the next time. */
export type NumberFailure = Exclude<StatedFailure, 'noAnswer'>;

/** What a call was and came to. Of one that reached nobody all of it is there, save in events of before it was asked. */
export interface Call {
  readonly reached: boolean;
  /** Whose number it was: a seat of the plan, or a person. */
  readonly contact?: string;
  readonly telephone?: Telephone;
  readonly failure?: CallFailure;
  /**
   * Of a call that Ladder itself put through: how long the two were connected. Since there is a `connectedAt`, from there;
   * in events of before, from when somebody picked up, with what they alone were told.
   */
  readonly lastedSeconds?: number;
  /** Of such a call: from when it rang, from when the two were connected, and when it was over. */
  readonly rangAt?: Instant;
  readonly connectedAt?: Instant;
  readonly endedAt?: Instant;
}

/** A number on file that a call proved to work, or to reach nobody; undefined where it showed neither. */
interface ShownNumber {
  readonly contact: string;
  readonly telephone: Exclude<Telephone, 'other'>;
  /** Undefined where it reached its contact. */
  readonly failure: NumberFailure | undefined;
}

/** What a call shows of the number that was rung. */
export function shownByCall({ reached, contact, telephone, failure }: Call): ShownNumber | undefined {
  if (contact === undefined || telephone === undefined || telephone === 'other') return undefined;
  if (reached) return { contact, telephone, failure: undefined };
  const isAgainst = failure === 'wrongPerson' || failure === 'notInService';
  return isAgainst ? { contact, telephone, failure } : undefined;
}
