import type { WorkSection } from '../../case/oversight-tasks.ts';
import type { Party } from '../../plan/format/schema-values.ts';
import type { PromiseKind } from '../../plan/revision/revision.ts';
import type { CaseContext } from '../case.ts';

/** What a list says of one case beside the sentence of where it stands. */
interface LineWords {
  readonly title: (values: { caseId: string }) => string;
  readonly references: string;
  readonly level: (values: { level: number }, context: CaseContext) => string;
  readonly practice: string;
  readonly setAside: string;
  /** Above links to cases whose lines cannot be made. */
  readonly unshown: string;
  readonly closed: string;
  /** A party alone in a cell or a list. */
  readonly party: Readonly<Record<Party, string>>;
  readonly yourTurn: string;
  readonly turn: Readonly<Record<Party, string>>;
  /** What is due, before its instant. */
  readonly promise: Readonly<Record<PromiseKind, (values: { level: number }) => string>>;
  readonly missed: Readonly<Record<PromiseKind, (values: { level: number }) => string>>;
  readonly step: (values: { level: number; party: Party }) => string;
  readonly stepDue: (values: { level: number; party: Party }) => string;
  readonly nothingDue: string;
  readonly openedAt: string;
  readonly changedAt: string;
  readonly closedAt: string;
}

/** Why a filter of the address is not understood. */
export interface FilterRefusals {
  'list-choice-unknown': { field: string; value: string };
  'list-date-malformed': { field: string; value: string };
  'list-dates-reversed': { from: string; until: string };
  'list-text-unsound': { charactersMax: number };
  'list-place-unknown': { value: string };
}

interface FilterWords {
  readonly text: string;
  readonly textHint: string;
  readonly status: string;
  readonly statuses: Readonly<Record<'open' | 'closed', string>>;
  readonly track: string;
  readonly level: string;
  readonly turn: string;
  readonly customer: string;
  readonly from: string;
  readonly until: string;
  readonly practice: string;
  readonly practices: Readonly<Record<'no' | 'yes', string>>;
  readonly due: string;
  readonly dues: Readonly<Record<'late' | 'today', string>>;
  readonly order: string;
  readonly any: string;
  readonly more: string;
  readonly refusals: { readonly [C in keyof FilterRefusals]: (values: FilterRefusals[C]) => string };
}

interface CasesWords {
  readonly title: Readonly<Record<'own' | 'all', string>>;
  readonly about: Readonly<Record<'own' | 'all', string>>;
  readonly orders: Readonly<Record<'opened' | 'due' | 'changed', string>>;
  readonly list: string;
  /** Nothing there at all, and nothing that fits what the list is narrowed to. */
  readonly empty: Readonly<Record<'own' | 'all' | 'narrowed', { title: string; about: string }>>;
  readonly showAll: string;
  readonly start: string;
  readonly csv: (values: { casesMax: number }) => string;
  readonly csvFile: string;
  readonly csvColumns: Readonly<Record<CsvColumn, string>>;
  /** Of a list that moves while its pages are turned. */
  readonly moving: string;
}

export type CsvColumn =
  | 'case'
  | 'references'
  | 'customer'
  | 'track'
  | 'level'
  | 'status'
  | 'stands'
  | 'turn'
  | 'due'
  | 'dueWhat'
  | 'lateMinutes'
  | 'openedAt'
  | 'changedAt'
  | 'closedAt'
  | 'practice';

/** Nothing is there, and what would bring something. */
interface EmptyWords {
  readonly title: string;
  readonly about: string;
}

interface QueueWords {
  readonly title: string;
  readonly about: Readonly<Record<'own' | 'every', string>>;
  readonly empty: EmptyWords;
  readonly groups: Readonly<Record<'overdue' | 'hour' | 'today' | 'later' | 'undated', string>>;
  readonly acknowledge: (values: { caseId: string }) => string;
  readonly acknowledged: (values: { caseId: string }) => string;
  /** Before the instant at which it was said. */
  readonly takenBy: (values: { name: string }) => string;
}

interface WorkWords {
  readonly title: string;
  readonly about: string;
  readonly whole: string;
  readonly empty: EmptyWords;
  readonly sections: Readonly<Record<WorkSection, EmptyWords>>;
  /** What is to be done, before the instant since or from which it is. */
  readonly tasks: Readonly<Record<WorkSection, (values: { level: number; isPast: boolean }) => string>>;
  readonly all: (values: { title: string }) => string;
}

interface PromisesWords {
  readonly title: string;
  readonly about: string;
  readonly month: string;
  readonly monthHint: string;
  readonly monthMalformed: (values: { value: string }) => string;
  readonly number: (values: { value: number }) => string;
  readonly share: (values: { share: number }) => string;
  readonly ended: {
    readonly title: string;
    readonly caption: string;
    readonly none: string;
    readonly all: string;
    readonly columns: Readonly<Record<'track' | 'level' | 'promise' | 'kept' | 'missed' | 'share', string>>;
    readonly kinds: Readonly<Record<PromiseKind, string>>;
  };
  readonly running: {
    readonly title: string;
    readonly caption: string;
    readonly about: string;
    readonly none: string;
    readonly columns: Readonly<Record<'case' | 'customer' | 'promise', string>>;
  };
}

interface ContactsWords {
  readonly title: string;
  readonly about: string;
  readonly empty: EmptyWords;
  readonly level: (values: { level: number; title: string }) => string;
  readonly noLevel: string;
  readonly directory: string;
  readonly nobody: string;
  readonly deputy: (values: { title: string }) => string;
  readonly mobile: string;
  readonly since: string;
  readonly shown: Readonly<Record<'public' | 'customers' | 'parties', string>>;
}

interface CustomersWords {
  readonly title: string;
  readonly about: string;
  readonly empty: EmptyWords;
  readonly caption: string;
  readonly customer: string;
  readonly nobody: string;
  readonly missing: (values: { count: number }) => string;
}

/** The words of lists: cases, the queue, oversight's work, promises, contacts and customers. */
export interface ListsWords {
  readonly line: LineWords;
  readonly filters: FilterWords;
  readonly cases: CasesWords;
  readonly queue: QueueWords;
  readonly work: WorkWords;
  readonly promises: PromisesWords;
  readonly contacts: ContactsWords;
  readonly customers: CustomersWords;
}
