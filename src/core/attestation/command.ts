import type { EventBase } from '../case/event.ts';
import type { ContactField } from '../contact/contact-change.ts';
import type { Instant } from '../instant.ts';
import type { Doubt } from './event.ts';
import type { ContactStanding, Detail } from './standing.ts';
import type { DetailTimes } from './state.ts';

interface Payloads {
  /** Where a contact stands by now; without `standing` at no level. */
  takeUp: {
    readonly standing: ContactStanding | undefined;
    readonly revisionNumber: number;
    /** When each number and address as used today was confirmed. */
    readonly known: DetailTimes;
    /** The contract had contacts before: who is new or stands elsewhere is asked at once. */
    readonly isChange: boolean;
  };
  attest: { readonly details: readonly Detail[] };
  /** What was sent to the address or number cannot arrive, or a call to a number did not reach its person. */
  doubt: Doubt;
  /** The contact has answered a mail, or was reached by a number, so that it reaches them. */
  answered: {
    readonly detail: ContactField;
    /** When the mail that was answered by its link was sent, or the number was rung; undefined of a reply. */
    readonly sentAt?: Instant | undefined;
  };
  /** Somebody has reported as wrong what the contact is therefore asked to confirm. */
  askAgain: { readonly details: readonly Detail[] };
  deadlineDue: Record<never, never>;
  noticeFailed: { readonly whom: string; readonly delivery: string };
}

type AttestationCommandType = keyof Payloads;
export type AttestationCommand = {
  [T in AttestationCommandType]: { readonly type: T } & EventBase & Payloads[T];
}[AttestationCommandType];
export type AttestationCommandOf<T extends AttestationCommandType> = Extract<AttestationCommand, { type: T }>;
