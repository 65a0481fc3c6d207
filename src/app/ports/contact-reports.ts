import type { ContactField } from '../../core/contact/contact-change.ts';
import type { FoundProof } from '../../core/contact-report/decide.ts';
import type { ReportEvent, ReportedMeans, ReportSubject } from '../../core/contact-report/event.ts';
import type { LiveReport, ReportState } from '../../core/contact-report/state.ts';
import type { Instant } from '../../core/instant.ts';
import type { Language } from '../../core/message/catalogue.ts';
import type { ChainChange, LockedChain } from './chains.ts';
import type { Person } from './engine.ts';
import type { CaseKey } from './store.ts';

/** A report of a wrong contact by its number in its contract, from 1. */
export interface ReportKey {
  readonly contract: string;
  readonly report: number;
}

/** Before the number of a report, where it stands in the record among cases: no case is called so. */
const MARK = 'contact-report:';

/** A report's name in the record, in queues and beside letters, where cases have theirs. */
export const reportRecordKey = ({
  contract,
  report,
}: {
  readonly contract: string;
  readonly report: number | string;
}): CaseKey => ({
  contract,
  caseId: `${MARK}${report}`,
});

/** The report that a name in the record means; undefined where it is none. */
export const reportIn = ({ contract, caseId }: CaseKey): ReportKey | undefined =>
  caseId.startsWith(MARK) ? { contract, report: Number(caseId.slice(MARK.length)) } : undefined;

type LockedReport = LockedChain<ReportKey, ReportState>;
type ReportChange = ChainChange<ReportKey, ReportState, LiveReport, ReportEvent>;

/** Somebody who reported without an account and wants to hear what came of it; kept apart, so that it can be erased. */
export interface NewReporter extends ReportKey {
  readonly reporterId: string;
  readonly name: string | undefined;
  readonly address: string | undefined;
  readonly language: Language;
  /** Hex, of the link by which the address is proved. */
  readonly proofHash: string;
  readonly madeAt: Instant;
  /** An unproved address is written to once a day. */
  readonly isWrittenTo: boolean;
}

/** What a transaction does for reports of wrong contacts. */
export interface ContactReportsTransaction {
  /** Locks the contract, so that its reports come one after another; the number of the next one. */
  nextReport(contract: string): Promise<number>;
  /** The report of the same that nobody has answered yet. */
  openReport(
    contract: string,
    subject: Pick<ReportSubject, 'person' | 'means'>,
  ): Promise<ReportKey | undefined>;
  /** How many reports of somebody were made since an instant. */
  reportsOf(contract: string, person: string, since: Instant): Promise<number>;
  lockReports(keys: readonly ReportKey[]): Promise<readonly LockedReport[]>;
  recordReports(changes: readonly ReportChange[]): Promise<void>;
  foundProof(contract: string, state: LiveReport): Promise<FoundProof>;
  addReporter(reporter: NewReporter): Promise<void>;
  /** Whether an address that nobody has proved was written to since an instant. */
  isWrittenTo(address: string, since: Instant): Promise<boolean>;
  /** Notes that whoever has the link reads the address it went to: of everything they reported lately. */
  proveReporter(proofHash: string, at: Instant, since: Instant): Promise<boolean>;
  /** The papers of reports, each in the place of its key. */
  papers(keys: readonly ReportKey[]): Promise<readonly ReportPapers[]>;
}

/** Somebody who reported, as far as it is still kept. */
export interface KeptReporter {
  readonly reporterId: string;
  readonly name: string | undefined;
  readonly address: string | undefined;
  readonly language: Language;
  readonly isProved: boolean;
  readonly isWrittenTo: boolean;
}

/** A report as whoever writes of it needs it. */
export interface ReportPapers {
  readonly contractTitle: string;
  readonly timeZone: string;
  /** In order, the first has number 1; typed texts are in their places unless erased. */
  readonly events: readonly ReportEvent[];
  /** The contact, and people who reported it while they were signed in, by id. */
  readonly people: ReadonlyMap<string, Person>;
  readonly desk: readonly Person[];
  readonly managers: readonly Person[];
  readonly oversight: readonly Person[];
  readonly reporters: readonly KeptReporter[];
}

/** A report as a list shows it. */
export interface ListedReport extends ReportKey {
  readonly state: LiveReport;
  /** The contact's; the id where it was erased. */
  readonly name: string;
}

/** Questions about reports that change nothing. */
export interface ContactReportReading {
  /** Newest first; `isOpen`: those alone that nobody has answered. */
  list(
    contract: string,
    page: { readonly before: number | undefined; readonly max: number; readonly isOpen: boolean },
  ): Promise<readonly ListedReport[]>;
  one(key: ReportKey): Promise<
    | (ListedReport & {
        readonly events: readonly ReportEvent[];
        readonly reporters: readonly KeptReporter[];
        readonly found: FoundProof;
        /** The contact is a program manager. */
        readonly isOfManager: boolean;
        /** The number or the address as it is used today; of the contact as a whole none. */
        readonly value: string | undefined;
      })
    | undefined
  >;
  /** Whether a link proves an address, and whether it has. */
  proof(proofHash: string, since: Instant): Promise<'waiting' | 'proved' | undefined>;
}

/** The field that is reported; undefined where it is the contact as a whole. */
export const fieldOf = (means: ReportedMeans): ContactField | undefined =>
  means === 'contact' ? undefined : means;
