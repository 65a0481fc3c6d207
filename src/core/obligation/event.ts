import type { LocalDate } from '../calendar/calendar.ts';
import type { EventBase } from '../case/event.ts';
import type { Instant } from '../instant.ts';
import type { Party } from '../plan/format/schema-values.ts';
import type { ObligationTerms } from './occasions.ts';

interface Said {
  /** What a person typed; the one field that may be erased. */
  readonly text?: string;
}

/** What a deadline acted on records: the instant it counts from, and how late that was done. */
interface Lateness {
  readonly dueAt: Instant;
  readonly latenessMs: number;
}

/** What a proposal would change: another date, or none because it is waived. */
export type Proposed = { readonly what: 'date'; readonly dueOn: LocalDate } | { readonly what: 'waiver' };

interface Payloads {
  ObligationUndertaken: {
    readonly id: string;
    readonly obligation: string;
    readonly revisionNumber: number;
    readonly timeZone: string;
    readonly terms: ObligationTerms;
    readonly dueOn: LocalDate;
  };
  /** Another revision says it in other words or for another date. */
  ObligationRevised: {
    readonly revisionNumber: number;
    readonly terms: ObligationTerms;
    readonly plannedOn: LocalDate;
    /** Undefined where the date stays as it is, such as one that was renegotiated. */
    readonly dueOn?: LocalDate;
  };
  /** Another revision has it no more. */
  ObligationDropped: { readonly revisionNumber: number };
  /** `doneOn`: the day on which it was done, as its owner states it. */
  Delivered: Said & { readonly doneOn?: LocalDate; readonly links: readonly string[] };
  /** Evidence; the bytes are kept apart, and `fileDigest` is what they are held against. `text` is its name. */
  FileAttached: Said & { readonly file: string; readonly audience: 'all'; readonly fileDigest: string };
  Accepted: Said;
  SentBack: Said;
  ChangeProposed: Said & { readonly proposal: number; readonly proposed: Proposed };
  ChangeAgreed: Said & { readonly proposal: number; readonly proposed: Proposed };
  ChangeDeclined: Said & { readonly proposal: number };
  ChangeWithdrawn: { readonly proposal: number };
  /** So many days before its date; 0 is the day itself. */
  DueReminded: Lateness & { readonly daysBefore: number };
  BecameLate: Lateness;
  /** A week later it still is, and so on. */
  StillLate: Lateness & { readonly weeks: number };
  /** It was delivered so many weeks ago, and nobody has accepted it or sent it back. */
  AcceptanceAwaited: Lateness & { readonly weeks: number };
  /** Somebody who was to be told could not be; `whom` is a person, or a party that has nobody to be told. */
  NoticeFailed: { readonly whom: string; readonly delivery: string };
}

export type ObligationEventType = keyof Payloads;
export type ObligationEvent = {
  [T in ObligationEventType]: { readonly type: T } & EventBase & Payloads[T];
}[ObligationEventType];
export type ObligationEventOf<T extends ObligationEventType> = Extract<ObligationEvent, { type: T }>;

/** Whom an event is told to, besides whoever did it. */
export type ToldParty = Party | 'owner' | 'acceptor';

/** Who hears of what; the owner is the owing party, the acceptor the one that says it was done. */
export const OBLIGATION_NOTICES: Readonly<Record<ObligationEventType, readonly ToldParty[]>> = {
  ObligationUndertaken: [],
  ObligationRevised: ['owner', 'acceptor'],
  ObligationDropped: ['owner', 'acceptor'],
  Delivered: ['acceptor'],
  FileAttached: [],
  Accepted: ['owner'],
  SentBack: ['owner'],
  ChangeProposed: ['owner', 'acceptor'],
  ChangeAgreed: ['owner', 'acceptor'],
  ChangeDeclined: ['owner', 'acceptor'],
  ChangeWithdrawn: ['owner', 'acceptor'],
  DueReminded: ['owner'],
  BecameLate: ['owner', 'contractor', 'oversight'],
  StillLate: ['owner', 'contractor', 'oversight'],
  AcceptanceAwaited: ['acceptor'],
  NoticeFailed: [],
};
