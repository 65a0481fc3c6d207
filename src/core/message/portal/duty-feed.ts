import type { RefusalWords } from '../case.ts';

type Say<V> = (values: V) => string;

/** Why no address is made. */
export type DutyFeedProblem = 'choose' | 'tooMany';

/** The page of addresses for calendar programs, and what such a calendar says. */
export interface DutyFeedWords {
  readonly title: string;
  readonly about: string;
  readonly empty: string;
  readonly columns: Readonly<Record<'what' | 'made' | 'act', string>>;
  readonly own: string;
  readonly level: Say<{ level: number }>;
  readonly add: {
    readonly title: string;
    readonly what: string;
    readonly ownHint: string;
    readonly levelHint: string;
    readonly button: string;
    readonly none: string;
  };
  readonly made: { readonly title: string; readonly about: string };
  readonly end: Say<{ name: string }>;
  readonly ended: string;
  readonly problems: Readonly<Record<DutyFeedProblem, RefusalWords>>;
  /** What a calendar program shows. */
  readonly feed: {
    readonly ownName: Say<{ contractTitle: string }>;
    readonly levelName: Say<{ contractTitle: string; level: number }>;
    readonly ownDuty: Say<{ title: string }>;
    readonly duty: Say<{ name: string; title: string }>;
    /** To a program that asks at an address that is over. */
    readonly gone: string;
  };
}
