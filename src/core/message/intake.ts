/** Why nothing can be read from a document, with what the sentence is filled with. */
interface DocumentProblems {
  'document-empty': Record<never, never>;
  'document-too-large': { readonly mebibytes: number };
  'document-too-long': { readonly pages: number; readonly pagesMax: number };
  'document-encrypted': Record<never, never>;
  'document-damaged': Record<never, never>;
  'document-kind-unknown': Record<never, never>;
  'document-word-old': Record<never, never>;
  'document-without-text': Record<never, never>;
  'document-too-dear': Record<never, never>;
}

/** Why nothing can be read from a document. */
export type DocumentProblem = {
  readonly [C in keyof DocumentProblems]: { readonly code: C; readonly values: DocumentProblems[C] };
}[keyof DocumentProblems];

/** What a reader of a document would stumble over, with what the sentence is filled with. */
export interface IntakeFindingValues {
  'import-negation-missing': Record<never, never>;
  'import-number-differs': { readonly numbers: readonly string[]; readonly contact: string };
  'import-name-unknown': { readonly name: string; readonly level: number };
  'import-stop-unlisted': { readonly stop: string };
  'import-demand-missing': { readonly demand: string };
  'import-order-assumed': Record<never, never>;
  'import-page-unread': { readonly page: number };
  'import-tracks-missing': Record<never, never>;
  'import-contacts-missing': Record<never, never>;
  'import-step-unconditioned': { readonly level: number };
}

interface Said {
  readonly message: string;
  readonly advice: string;
}

/** The sentences about a document that is read into a draft plan. */
export interface IntakeWords {
  readonly problems: { readonly [C in keyof DocumentProblems]: (values: DocumentProblems[C]) => Said };
  readonly findings: { readonly [C in keyof IntakeFindingValues]: (values: IntakeFindingValues[C]) => Said };
  readonly contents: Readonly<Record<'pdf' | 'docx' | 'html' | 'markdown' | 'text', string>>;
  /** Where something stands; `page` only where a document has pages. */
  readonly place: (values: { page: number | undefined; line: number }) => string;
  readonly summary: (values: {
    content: string;
    pages: number;
    facts: number;
    questions: number;
    findings: number;
    unplaced: number;
  }) => string;
  readonly titles: Readonly<Record<'questions' | 'findings' | 'unplaced' | 'facts' | 'draft', string>>;
  readonly about: Readonly<Record<'questions' | 'findings' | 'unplaced' | 'facts' | 'draft', string>>;
  /** The draft's first lines. */
  readonly draftHead: (values: { file: string }) => string;
  readonly carries: (values: { value: string }) => string;
  readonly next: (values: { file: string }) => string;
  readonly written: (values: { file: string }) => string;
  readonly page: {
    readonly title: string;
    readonly about: string;
    readonly label: string;
    readonly hint: (values: { mebibytes: number }) => string;
    readonly button: string;
    /** How long it may take, before it is begun. */
    readonly takes: (values: { pages: number }) => string;
    /** While it is being read: the page's title, what it does, and what is counted. */
    readonly reading: Readonly<Record<'title' | 'about' | 'pages' | 'together' | 'again', string>>;
    /** There is nothing to be seen any more under an address. */
    readonly gone: string;
    readonly missing: string;
    readonly busy: string;
    readonly again: string;
    readonly keep: string;
    readonly download: string;
    readonly columns: Readonly<Record<'path' | 'value' | 'quote' | 'place' | 'reading', string>>;
    readonly none: Readonly<Record<'questions' | 'findings' | 'unplaced', string>>;
    readonly more: (values: { count: number }) => string;
  };
}
