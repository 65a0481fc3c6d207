import type { ContactField } from '../../contact/contact-change.ts';
import type { Instant } from '../../instant.ts';
import type { Clocks } from '../clocks.ts';

type Say<V> = (values: V) => string;

/** Whether somebody could be reached. */
type Reached = 'yes' | 'doubtful' | 'no';

interface Dated {
  readonly at: Instant;
  readonly timeZone: Clocks;
}

/** The page on whether Ladder could reach the people of a plan now. */
export interface ReadinessWords {
  readonly title: string;
  readonly about: string;
  readonly ownAbout: string;
  /** Leads to the page. */
  readonly link: string;
  readonly none: { readonly title: string; readonly about: string };
  readonly noneOwn: { readonly title: string; readonly about: string };
  /** How many of so many could be reached without doubt. */
  readonly figure: Say<{ count: number; of: number }>;
  readonly mailFails: Say<Dated>;
  readonly levels: {
    readonly title: string;
    readonly all: Readonly<Record<Reached, Say<{ level: number; title: string }>>>;
    /** Where it is so for some customers only. */
    readonly some: Readonly<Record<Reached, Say<{ level: number; title: string; count: number }>>>;
    readonly vacant: Say<{ title: string }>;
  };
  readonly people: {
    readonly title: string;
    readonly columns: Readonly<Record<'name' | 'now' | 'order' | 'means' | 'duty', string>>;
  };
  readonly reached: Readonly<Record<Reached, string>>;
  /** The same of the reader, in a sentence. */
  readonly you: Readonly<Record<Reached, string>>;
  readonly noAddress: string;
  readonly fewMeans: string;
  readonly means: Readonly<Record<ContactField, Say<{ value: string }>>>;
  readonly confirmed: Say<Dated>;
  readonly doubts: Readonly<Record<'returned' | 'reported' | 'missed' | 'lapsed', Say<Dated>>> & {
    readonly never: string;
  };
  readonly place: {
    readonly first: Say<{ level: number }>;
    readonly later: Say<{ level: number; count: number }>;
    readonly notNow: Say<{ level: number }>;
  };
  readonly duty: {
    readonly always: string;
    readonly standsIn: string;
    readonly until: Say<Dated>;
    readonly on: Say<{ count: number }>;
    readonly from: Say<Dated>;
    readonly off: Say<{ count: number }>;
  };
  readonly take: { readonly title: string; readonly json: string };
}
