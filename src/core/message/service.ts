import type { Command } from '../case/command.ts';
import type { RefusalWords } from './case.ts';
import type { ClockRefusals } from './pages.ts';

/** Every no of the service that is not a case's own, with the values its sentence names. */
export interface ServiceProblems extends ClockRefusals {
  'case-not-found': { caseId: string };
  'command-not-allowed': { command: Command['type'] };
  'case-changed': { expected: number; said: number };
  'case-set-aside': { caseId: string };
  'person-not-colleague': { person: string };
  'call-number-unknown': { contact: string; telephone: string };
  'file-empty': { name: string };
  'file-too-big': { mebibytesMax: number };
  'file-kind-unknown': { name: string };
  'file-not-found': { file: string };
  'file-erased': { file: string };
  'case-file-missing': { caseId: string; part: number };
  'key-used-differently': { key: string };
  'customer-not-named': { customers: readonly string[] };
  'customer-not-found': { customer: string };
  'reporter-not-named': { customer: string };
  'reporter-not-found': { reporter: string; customer: string };
  'revision-not-published': { contract: string };
  'revision-not-found': { revision: number };
  'contract-not-found': { contract: string };
  'page-not-found': Record<never, never>;
  'source-not-shown': Record<never, never>;
  'token-missing': Record<never, never>;
  'token-not-valid': Record<never, never>;
  'token-scope-missing': { needed: string };
  'request-body-malformed': Record<never, never>;
  'request-body-invalid': { problems: number };
  'request-query-invalid': { problems: number };
  'request-header-invalid': { header: string };
  'request-body-too-big': { bytesMax: number };
  'request-type-unsupported': Record<never, never>;
  'request-method-not-allowed': { method: string };
  'request-not-understood': Record<never, never>;
  'request-host-foreign': Record<never, never>;
  'request-origin-foreign': Record<never, never>;
  /** `minutes` is the while in which no more than `max` are taken. */
  'requests-too-many': { max: number; minutes: number; seconds: number };
  'streams-too-many': { max: number };
  'service-draining': Record<never, never>;
  'database-away': Record<never, never>;
  /** `undone`: whether nothing of it is known to have been done; undefined where nothing was to be done. */
  'internal-fault': { requestId: string; undone: boolean | undefined };
}

export type ServiceProblem = {
  [C in keyof ServiceProblems]: { readonly code: C; readonly values: ServiceProblems[C] };
}[keyof ServiceProblems];

/** What is wrong with one field of a request. */
export interface FieldProblems {
  'field-unknown': { field: string; suggestion: string | undefined };
  'field-missing': Record<never, never>;
  'field-type-wrong': { expected: string };
  'field-choice-unknown': { choices: readonly string[] };
  'field-too-long': { max: number };
  'field-too-short': { min: number };
  'field-too-big': { max: number };
  'field-too-small': { min: number };
  'field-text-unsound': Record<never, never>;
  'field-line-unsound': Record<never, never>;
  'field-id-malformed': Record<never, never>;
  'field-instant-malformed': Record<never, never>;
  'field-answer-malformed': Record<never, never>;
  'field-clock-target-unclear': Record<never, never>;
  'field-malformed': Record<never, never>;
}

/** What can be asked of the service over HTTP. */
export type ApiOperation =
  | ('listContracts' | 'showContract' | 'listPlans' | 'showPlan' | 'listRevisions' | 'showRevision')
  | ('showRevisionSource' | 'listCustomers' | 'showCustomer' | 'forecast' | 'streamContract')
  | ('openCase' | 'listCases' | 'showCase' | 'listContacts' | 'listEvents' | 'streamCase' | 'listDeadlines')
  | (
      | 'listDrafts'
      | 'showDraft'
      | 'showDraftText'
      | 'makeDraft'
      | 'editDraft'
      | 'proposeDraft'
      | 'commentDraft'
    )
  | ('sendBackDraft' | 'agreeDraft' | 'overrideFinding' | 'publishDraft' | 'dropDraft')
  | ('listObligations' | 'showObligation' | 'deliverObligation' | 'acceptObligation' | 'sendObligationBack')
  | ('proposeObligationChange' | 'agreeToObligationChange' | 'declineObligationChange')
  | 'withdrawObligationProposal'
  | ('showCaseFile' | 'printCaseFile' | 'showReadiness')
  | ('forecastCase' | 'listDeliveries' | 'listFiles' | 'readFile' | 'moveClock')
  | Exclude<Command['type'], 'open' | 'deadlineDue' | 'deliveryResult' | 'noteMeans' | 'endReaching'>;

/** The labels of the page on which the API is browsed. */
interface ApiPageWords {
  readonly title: string;
  readonly about: string;
  readonly examples: string;
  readonly document: string;
  readonly problems: string;
  readonly request: string;
  readonly reply: string;
  readonly parameters: string;
  readonly required: string;
}

/** The sentences of the service. */
export interface ServiceWords {
  readonly problems: {
    readonly [C in keyof ServiceProblems]: (values: ServiceProblems[C]) => RefusalWords;
  };
  readonly fields: { readonly [C in keyof FieldProblems]: (values: FieldProblems[C]) => string };
  /** What kind of no it is, by its HTTP status: the same at every occurrence. */
  readonly titles: Readonly<Record<number, string>>;
  readonly operations: Readonly<Record<ApiOperation, string>>;
  readonly replies: Readonly<Record<'done' | 'opened' | 'nothingNew' | 'problem', string>>;
  readonly api: ApiPageWords;
}
