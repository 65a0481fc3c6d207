import type { NumberFailure } from '../case/call.ts';
import type { EventBase } from '../case/event.ts';
import type { ContactField } from '../contact/contact-change.ts';
import type { Instant } from '../instant.ts';
import type { ContactStanding, Detail } from './standing.ts';

/** Why somebody is asked: a round has come, they stand elsewhere, a detail of theirs is another, or is reported as wrong. */
export type AskedBecause = 'round' | 'seat' | 'details' | 'reported';

/** What a deadline acted on records: the instant it counts from, and how late that was done. */
interface Lateness {
  readonly dueAt: Instant;
  readonly latenessMs: number;
}

/**
 * A mail to the address came back, or was refused for good; or a carrier says that there is no such number; or somebody
 * rang it, and it is not in service, or somebody else's.
 */
export type Doubt =
  | { readonly detail: ContactField; readonly delivery: string }
  | {
      readonly detail: Exclude<ContactField, 'email'>;
      readonly failure: NumberFailure;
      /** On which case the call is recorded. */
      readonly caseId: string;
    };

interface Payloads {
  ContactTakenUp: { readonly standing: ContactStanding; readonly revisionNumber: number };
  /** Another revision, or another seat, changed where they stand or what there is to confirm. */
  ContactStandsAnew: { readonly standing: ContactStanding; readonly revisionNumber: number };
  /** They stand at no level any more. */
  ContactReleased: { readonly revisionNumber: number };
  /** Of a round `dueAt` and `latenessMs` are there. */
  AttestationAsked: {
    readonly because: AskedBecause;
    readonly details: readonly Detail[];
  } & Partial<Lateness>;
  /** `reminder`: the how manieth of this asking. */
  AttestationReminded: { readonly reminder: number } & Lateness;
  AttestationUnanswered: Lateness;
  /** By the contact's own word, or, `by` Ladder, because a new one was proved by a code or a call. */
  DetailsConfirmed: { readonly details: readonly Detail[]; readonly confirmedAt: Instant };
  /** What was confirmed is used no more; what is used in its place nobody has confirmed. */
  DetailsReplaced: { readonly details: readonly Detail[] };
  /** Whoever is meant may not be there any more. */
  MeansDoubted: Doubt;
  /** A mail to the address was answered after all, or a call to the number reached its person. */
  DoubtLifted: { readonly detail: ContactField };
  NoticeFailed: { readonly whom: string; readonly delivery: string };
}

export type AttestationEventType = keyof Payloads;
export type AttestationEventOf<T extends AttestationEventType> = EventBase & {
  readonly type: T;
} & Payloads[T];
export type AttestationEvent = { [T in AttestationEventType]: AttestationEventOf<T> }[AttestationEventType];

/** Who hears of what: the contact, or those who answer for the plan. */
export const ATTESTATION_NOTICES: Readonly<
  Record<AttestationEventType, 'contact' | 'parties' | 'manager' | 'nobody'>
> = {
  ContactTakenUp: 'nobody',
  ContactStandsAnew: 'nobody',
  ContactReleased: 'nobody',
  AttestationAsked: 'contact',
  AttestationReminded: 'contact',
  AttestationUnanswered: 'parties',
  DetailsConfirmed: 'nobody',
  DetailsReplaced: 'nobody',
  MeansDoubted: 'manager',
  DoubtLifted: 'nobody',
  NoticeFailed: 'nobody',
};
