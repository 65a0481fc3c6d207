import type { EventBase } from '../case/event.ts';
import { CONTACT_FIELDS } from '../contact/contact-change.ts';
import type { Instant } from '../instant.ts';

/** What somebody finds wrong: one of the ways to reach a contact, or who stands there at all. */
export const REPORTED_MEANS = [...CONTACT_FIELDS, 'contact'] as const;
export type ReportedMeans = (typeof REPORTED_MEANS)[number];

/** In what way it is wrong. */
export const WRONGS = ['noAnswer', 'wrongPerson', 'left', 'returned', 'other'] as const;
export type Wrong = (typeof WRONGS)[number];

/** As whom the plan was read when it was reported. */
export type ReportedFrom = 'public' | 'customers' | 'parties';

/** What came of it. */
export const REPORT_ANSWERS = ['corrected', 'confirmedRight', 'unfounded'] as const;
export type ReportAnswer = (typeof REPORT_ANSWERS)[number];

interface Said {
  /** What a person typed; the one field that may be erased. */
  readonly text?: string;
}

interface Reporting extends Said {
  readonly wrong: Wrong;
  readonly from: ReportedFrom;
  /** Of somebody who left an address: where it is kept. */
  readonly reporter?: string;
}

/** Whom a report is about. */
export interface ReportSubject {
  readonly seat: string;
  /** Of a seat that differs by customer: for whom. */
  readonly customer?: string;
  /** Who filled it then. */
  readonly person: string;
  readonly levels: readonly number[];
  readonly means: ReportedMeans;
}

/** What was done about it: a change that was used since, or somebody else who fills the seat. */
export interface ReportProof {
  readonly change?: number;
  readonly holder?: string;
  readonly confirmedAt?: Instant;
}

interface Payloads {
  ContactReported: Reporting & {
    readonly subject: ReportSubject;
    readonly dueAt: Instant;
    /** The contact is asked for its word with the link by which details are confirmed. */
    readonly isContactAsked: boolean;
  };
  /** The same of the same contact, while the first is not answered. */
  ContactReportedAgain: Reporting;
  ReportOverdue: { readonly dueAt: Instant; readonly latenessMs: number };
  ReportAnswered: Said & { readonly answer: ReportAnswer } & ReportProof;
  NoticeFailed: { readonly whom: string; readonly delivery: string };
}

export type ReportEventType = keyof Payloads;
export type ReportEventOf<T extends ReportEventType> = EventBase & { readonly type: T } & Payloads[T];
export type ReportEvent = { [T in ReportEventType]: ReportEventOf<T> }[ReportEventType];

/** Of which events anybody is told. */
export const REPORT_NOTICES: Readonly<Record<ReportEventType, boolean>> = {
  ContactReported: true,
  // Only whoever reports hears of it, where they left an address: who was told of the entry is not told again.
  ContactReportedAgain: true,
  ReportOverdue: true,
  ReportAnswered: true,
  NoticeFailed: false,
};
