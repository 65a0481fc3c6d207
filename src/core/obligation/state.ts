import type { LocalDate } from '../calendar/calendar.ts';
import type { Instant } from '../instant.ts';
import type { Party } from '../plan/format/schema-values.ts';
import type { Proposed } from './event.ts';
import type { ObligationTerms } from './occasions.ts';

/** `open` until something is delivered; `sentBack` is open again. The last three are its ends. */
export type ObligationStatus = 'open' | 'delivered' | 'sentBack' | 'accepted' | 'waived' | 'dropped';

/** What was handed over last. */
interface Delivery {
  readonly at: Instant;
  /** Everybody who handed over a part of it. */
  readonly by: readonly string[];
  /** The day it was done: as stated, else the day on which it was delivered. */
  readonly doneOn: LocalDate;
}

/** A change that one party proposed and the other has not answered. */
interface Proposal {
  readonly number: number;
  readonly proposed: Proposed;
  readonly by: string;
  readonly party: Party;
  readonly at: Instant;
}

/** One obligation, as its events have made it. */
export interface LiveObligation {
  readonly status: ObligationStatus;
  readonly id: string;
  readonly obligation: string;
  /** The revision whose words it has. */
  readonly revisionNumber: number;
  readonly timeZone: string;
  readonly terms: ObligationTerms;
  /** The date of the plan. */
  readonly plannedOn: LocalDate;
  /** The date that holds; another than the plan's where both parties agreed on it. */
  readonly dueOn: LocalDate;
  /** Since when that date holds: reminders that lay before it are not sent. */
  readonly datedAt: Instant;
  /** Days before the date of which somebody was reminded. */
  readonly reminded: readonly number[];
  /** When the date that holds had passed and nothing was delivered; undefined where that has not happened. */
  readonly lateAt: Instant | undefined;
  /** Weeks of which it was said that it is still late, and that its acceptance is still awaited. */
  readonly lateWeeks: number;
  readonly awaitedWeeks: number;
  readonly delivery: Delivery | undefined;
  readonly proposal: Proposal | undefined;
  readonly proposalsCount: number;
  readonly filesCount: number;
  readonly settledAt: Instant | undefined;
  readonly lastAt: Instant;
}

export type ObligationState = { readonly status: 'none' } | LiveObligation;
export const noObligation: ObligationState = { status: 'none' };

/** Whether nothing more is to be done about it. */
export const isSettled = ({ status }: Pick<LiveObligation, 'status'>): boolean =>
  status === 'accepted' || status === 'waived' || status === 'dropped';

/** Whether its owner still has something to hand over. */
export const isOwed = ({ status }: Pick<LiveObligation, 'status'>): boolean =>
  status === 'open' || status === 'sentBack';
