import type { DetailTimes } from '../../core/attestation/state.ts';
import type { WorkSection } from '../../core/case/oversight-tasks.ts';
import type { CaseState } from '../../core/case/state.ts';
import type { ReportedTimes } from '../../core/contact-report/state.ts';
import type { Instant } from '../../core/instant.ts';
import type { ConfirmedMeans } from './contacts.ts';
import type { Sight } from './reading.ts';
import type { CaseKey } from './store.ts';

/** A case as a line of a list shows it: everything known of it, read without a lock. */
export interface CaseLine {
  readonly key: CaseKey;
  readonly state: Exclude<CaseState, { status: 'none' }>;
  readonly customerName: string;
  readonly references: readonly string[];
  /** The number of the last event that is more than a carrier's word: what a reader has seen of it. */
  readonly said: number;
  readonly isSetAside: boolean;
  readonly place: LinePlace;
}

/** Where a line stands: the instant its list is sorted by, and its case; without an instant at the end. */
export interface LinePlace {
  readonly at: Instant | undefined;
  readonly caseId: string;
}

/** The last opened first; what is due first; what has changed last first. */
export const CASE_ORDERS = ['opened', 'due', 'changed'] as const;
export type CaseOrder = (typeof CASE_ORDERS)[number];

/** Where a list goes on: after a line, or before one. */
export interface Turn {
  readonly way: 'after' | 'before';
  readonly place: LinePlace;
}

/** What a list of cases is narrowed to. */
export interface CaseNarrowing {
  /** The beginning of a case's number or of a reference number, or a part of a customer's name. */
  readonly text?: string | undefined;
  readonly status?: 'open' | 'closed' | undefined;
  readonly track?: string | undefined;
  readonly level?: number | undefined;
  /** Whose turn it is. */
  readonly party?: string | undefined;
  readonly customer?: string | undefined;
  readonly practice?: boolean | undefined;
  readonly openedFrom?: Instant | undefined;
  readonly openedUntil?: Instant | undefined;
  /** Something of the case is due after the one and before the other, and nothing sooner. */
  readonly owedAfter?: Instant | undefined;
  readonly owedBefore?: Instant | undefined;
}

export interface CasesAsked {
  readonly contract: string;
  readonly sight: Sight;
  readonly narrowing: CaseNarrowing;
  readonly order: CaseOrder;
  readonly turn?: Turn | undefined;
  readonly max: number;
}

/** Some lines of a list, and whether there are more on either side. */
export interface LinesPage {
  readonly lines: readonly CaseLine[];
  readonly hasBefore: boolean;
  readonly hasAfter: boolean;
}

/** Whose queue it is. */
export interface QueueAsked {
  readonly contract: string;
  readonly person: string;
  /** Whoever answers for the contractor wherever nobody else does has every case in the queue. */
  readonly hasEvery: boolean;
  /** The lowest level somebody stands at, in any revision; undefined for who stands at none. */
  readonly levelMin: number | undefined;
  readonly turn: Turn | undefined;
  readonly max: number;
}

export interface WorkAsked {
  readonly contract: string;
  readonly section: WorkSection;
  /** Of what is coming: only until then. */
  readonly until: Instant;
  readonly turn: Turn | undefined;
  readonly max: number;
}

/** From an instant until before another. */
interface Period {
  readonly from: Instant;
  readonly until: Instant;
}

interface PromisesAsked {
  readonly contract: string;
  readonly sight: Sight;
}

/** How often a promise was kept and missed. */
export interface PromiseCount {
  readonly track: string;
  readonly level: number;
  readonly kind: string;
  readonly kept: number;
  readonly missed: number;
}

/** A seat of the plan and who fills it today. */
export interface FilledSeat {
  readonly seat: string;
  readonly since: Instant;
  readonly personId: string;
  readonly name: string | undefined;
  readonly office: string | undefined;
  readonly mobile: string | undefined;
  readonly email: string | undefined;
  readonly shown: 'public' | 'customers' | 'parties';
  /** When each number and address was last confirmed. */
  readonly confirmed: ConfirmedMeans;
  /** What has not reached them lately, and since when. */
  readonly doubted: DetailTimes;
  /** What is reported as wrong of them and being checked. */
  readonly reported: ReportedTimes;
}

/** What the lists of the portal ask. */
export interface Lists {
  /** What depends on the instant, asked as of the one that `now` answers. */
  asOf(now: () => Promise<Instant>): Pick<Lists, 'cases' | 'promises' | 'running'>;
  /**
   * Cases in sight. Sorted by their opening, pages neither skip nor repeat a case whatever happens meanwhile; by the
   * other orders a case that changes while somebody turns pages moves to where it belongs now.
   */
  cases(asked: CasesAsked): Promise<LinesPage>;
  /** Cases in which the contractor's word is wanted and that are somebody's to answer, what is due first at the top. */
  queue(asked: QueueAsked): Promise<LinesPage>;
  work(asked: WorkAsked): Promise<LinesPage>;
  /** What became of the promises whose time was up in a period; drills count nowhere, nor does what became void. */
  promises(asked: PromisesAsked & Period): Promise<readonly PromiseCount[]>;
  /** Cases with something owed, drills left out, what is due first at the top. */
  running(
    asked: PromisesAsked & { readonly turn: Turn | undefined; readonly max: number },
  ): Promise<LinesPage>;
  seats(contract: string): Promise<readonly FilledSeat[]>;
}
