/** What stands on the file of a case, beside what its page says of it, and where the file is offered. */
export interface CaseFileWords {
  readonly offer: Readonly<Record<'title' | 'about' | 'pdf' | 'json', string>>;
  readonly stamp: {
    readonly events: (values: { first: number; last: number; events: number }) => string;
    readonly part: (values: { number: number; of: number }) => string;
    readonly next: string;
    readonly written: string;
    readonly address: string;
  };
  readonly foot: (values: { title: string; number: number; of: number; digest: string }) => string;
  readonly facts: Readonly<
    Record<
      'standing' | 'closed' | 'digest' | 'acknowledged' | 'responded' | 'satisfied' | 'pauses' | 'pausesNone',
      string
    >
  > & {
    /** After the instant: how long it took, by every clock and in the hours that the plan has open. */
    readonly taken: (values: { plain: string; open: string | undefined }) => string;
    readonly notYet: string;
    readonly revision: (values: { number: number; digest: string }) => string;
    /** `until` is undefined while it lasts. */
    readonly pause: (values: { reason: string; from: string; until: string | undefined }) => string;
    readonly pauseUpheld: string;
  };
  readonly levels: {
    readonly title: string;
    readonly columns: Readonly<Record<'level' | 'since' | 'who', string>>;
    readonly none: string;
  };
  readonly clocks: {
    readonly title: string;
    readonly about: string;
    readonly none: string;
    readonly from: string;
    readonly due: string;
    readonly why: string;
    readonly became: string;
    readonly runs: string;
    /** `event` is the sentence of the event. */
    readonly how: Readonly<
      Record<
        'fell' | 'kept' | 'void' | 'stopped' | 'moved',
        (values: { number: number; event: string }) => string
      >
    >;
  };
  readonly events: {
    readonly title: string;
    readonly about: string;
    readonly caption: string;
    readonly columns: Readonly<Record<'number' | 'when' | 'what', string>>;
    readonly withheld: string;
    readonly counted: (values: { at: string }) => string;
    readonly file: string;
    readonly digest: string;
    readonly carried: (values: {
      name: string | undefined;
      event: number;
      attempts: number;
      reason: string | undefined;
    }) => string;
  };
  readonly record: {
    readonly title: string;
    readonly about: string;
    readonly checkpointDigest: string;
  };
}
