interface Posting {
  readonly days: number;
  readonly dueOn: string;
  readonly posted: { readonly on: string; readonly lateDays: number } | undefined;
}

/** What stands on the papers of a published plan, and where they are offered. */
export interface PapersWords {
  /** At the foot of every sheet. */
  readonly foot: (values: { title: string; number: number; digest: string }) => string;
  readonly pageOf: (values: { number: number; of: number }) => string;
  readonly stamp: {
    readonly revision: (values: { number: number }) => string;
    readonly since: string;
    readonly digest: string;
    readonly address: string;
    readonly asOf: string;
  };
  /** Of a plan that was made from a file, which no installation published. */
  readonly ofFile: {
    readonly says: string;
    /** Inside the stamp, before an instant. */
    readonly holdsFrom: string;
    /** Before the same instant, as a name in a list. */
    readonly effective: string;
    /** Before the address of an installation that publishes the plan. */
    readonly inForceAt: string;
    /** Before the address that the plan names itself. */
    readonly address: string;
    readonly people: string;
  };
  readonly posted: { readonly name: string; readonly says: (values: Posting) => string };
  readonly address: string;
  readonly comingDays: (values: { from: string; until: string }) => string;
  readonly noComingDays: (values: { from: string; until: string }) => string;
  /** Signs that no typeface of ours has, each written by its number. */
  readonly unknownSigns: (values: { count: number }) => string;
  readonly offer: Readonly<
    Record<
      'title' | 'about' | 'pdf' | 'wallA4' | 'wallLetter' | 'calendar' | 'json' | 'month' | 'atom',
      string
    >
  >;
  readonly wall: {
    readonly title: string;
    readonly first: string;
    readonly keptNumber: string;
    readonly more: (values: { count: number }) => string;
  };
  /** What has changed about the plan, for readers of feeds. */
  readonly atom: {
    readonly title: (values: { title: string; contract: string }) => string;
    readonly published: (values: { number: number }) => string;
    readonly filled: (values: { name: string; title: string }) => string;
    readonly levels: (values: { levels: readonly number[] }) => string;
  };
  readonly feed: {
    readonly title: (values: { title: string }) => string;
    readonly due: (values: { title: string; owner: string }) => string;
    readonly holiday: (values: { name: string; calendar: string }) => string;
  };
}
