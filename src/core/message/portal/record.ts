/** The sentences of the pages on which the record is looked at. */
export interface RecordPageWords {
  readonly title: string;
  readonly about: string;
  readonly checkpoint: {
    readonly title: string;
    readonly none: string;
    readonly said: (values: { number: number; at: string; cases: number; events: number }) => string;
    readonly digest: string;
  };
  readonly whole: {
    readonly title: string;
    readonly about: string;
    readonly button: string;
    readonly progress: string;
    readonly again: string;
    readonly failed: string;
    readonly of: (at: string) => string;
    readonly elsewhere: string;
  };
  readonly one: {
    readonly title: string;
    readonly label: string;
    readonly hint: string;
    readonly button: string;
    readonly missing: (caseId: string) => string;
    readonly heading: (caseId: string) => string;
    readonly open: string;
    readonly download: string;
    readonly chain: string;
    readonly chainAbout: string;
    readonly columns: Readonly<Record<'number' | 'at' | 'type' | 'text' | 'digest', string>>;
    readonly texts: Readonly<Record<'kept' | 'erased' | 'none', string>>;
    readonly listed: (values: { number: number; at: string }) => string;
    readonly unlisted: string;
  };
  readonly holds: string;
  readonly holdsOf: (values: { cases: number; events: number; texts: number; erased: number }) => string;
  readonly broken: string;
}
