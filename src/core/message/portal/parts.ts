import type { Instant } from '../../instant.ts';
import type { RefusalWords } from '../case.ts';
import type { BothClocks, Clocks } from '../clocks.ts';

/** What stands around every page. */
interface FrameWords {
  /** The language's own name, in itself. */
  readonly languageName: string;
  readonly languages: string;
  readonly skip: string;
  readonly menu: string;
  readonly whereYouAre: string;
  readonly account: (values: { name: string }) => string;
  readonly signOut: string;
  readonly help: string;
  readonly helpAbout: string;
  readonly helpPlan: string;
  /** Leads on from a page that says no. */
  readonly begin: string;
  readonly errorTitle: (values: { title: string }) => string;
}

/** An instant as a page shows it. */
interface InstantWords {
  readonly at: Instant;
  readonly timeZone: Clocks;
}

interface TimeWords {
  /** What has happened, to the minute that has begun. */
  readonly at: (values: InstantWords) => string;
  /** From when something may be done: rounded up to the minute, so that nobody comes a moment early. */
  readonly from: (values: InstantWords) => string;
  /** The same on the reader's clocks, behind what the contract's show. */
  readonly beside: Readonly<Record<'at' | 'from', (values: { at: Instant } & BothClocks) => string>>;
  /** How long until then or since then, coarse: what a reader hears. */
  readonly left: (values: { ms: number }) => string;
  readonly late: (values: { ms: number }) => string;
  readonly now: string;
}

/** How the script counts aloud: one sign after each number. */
interface ScriptWords {
  readonly charactersLeft: string;
  readonly charactersOver: string;
  readonly missing: string;
  readonly changed: string;
  /** Said aloud where how it stands is still the same. */
  readonly newer: string;
  readonly show: string;
}

/** Whose clocks a page is on, and how others are asked for beside them. */
interface ZoneWords {
  readonly contract: (values: { timeZone: string }) => string;
  readonly both: (values: BothClocks) => string;
  readonly show: string;
  readonly change: string;
  readonly title: string;
  readonly about: string;
  readonly label: string;
  readonly none: string;
  readonly button: string;
  readonly unknown: RefusalWords;
}

/** The words of what pages are made of. */
export interface PartsWords {
  readonly frame: FrameWords;
  readonly time: TimeWords;
  readonly zone: ZoneWords;
  readonly script: ScriptWords;
  readonly notices: Readonly<Record<'info' | 'success' | 'warning' | 'error', string>>;
  readonly errorSummary: string;
  readonly error: string;
  readonly optional: string;
  readonly lengthMax: (values: { characters: number }) => string;
  readonly date: string;
  readonly timeOfDay: string;
  readonly zoneHint: (values: { timeZone: string }) => string;
  readonly choose: string;
  readonly change: string;
  readonly pager: Readonly<Record<'label' | 'newer' | 'older' | 'previous' | 'next', string>>;
  readonly filters: Readonly<Record<'title' | 'more' | 'show' | 'clear', string>>;
  readonly tableHint: string;
  readonly person: Readonly<Record<'call' | 'mail' | 'save' | 'numberHidden', string>>;
  /** Spans by which the clock of a demonstration is moved at one press. */
  readonly spans: Readonly<Record<'15 minutes' | '1 hour' | '4 hours' | '1 day', string>>;
  readonly progress: (values: { done: number; of: number }) => string;
}
