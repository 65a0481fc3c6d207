import type { Instant } from '../instant.ts';
import type { Party } from '../plan/format/schema-values.ts';
import type { Clocks } from './clocks.ts';

/**
 * Where a level of a ladder stands: `reached` already; `due`, so that its actor may move now; `next`, its clock
 * running; `later`, after the ones below; `never` in the course that is shown.
 */
export const STANDINGS = ['reached', 'due', 'next', 'later', 'never'] as const;
export type Standing = (typeof STANDINGS)[number];

interface Climb {
  readonly actor: Party;
  readonly means: readonly string[];
  readonly automatic: boolean;
}

/** What stands on the picture of a ladder, and what is read out in its place. */
export interface PictureWords {
  readonly title: (values: { track: string }) => string;
  readonly opened: (values: { at: Instant; timeZone: Clocks }) => string;
  /** What a forecast supposes: the times hold only then. */
  readonly supposed: (values: {
    answers: readonly { readonly level: number; readonly at: Instant }[];
    timeZone: Clocks;
  }) => string;
  readonly level: (values: { level: number; title: string }) => string;
  /** The words that say without any colour where a level stands. */
  readonly standings: Readonly<Record<Standing, string>>;
  readonly reached: (values: { at: Instant; timeZone: Clocks }) => string;
  /** When a level may be reached, never shown before it is. */
  readonly due: (values: { at: Instant; timeZone: Clocks; standing: Standing }) => string;
  readonly undated: (standing: Standing) => string;
  readonly climb: (climb: Climb) => string;
  readonly or: string;
  /** A contact that the directory names for each customer, and who is reached where it names none. */
  readonly ownContact: (title: string) => string;
  readonly otherwise: (name: string) => string;
  readonly call: (number: string) => string;
  readonly mobile: (number: string) => string;
  /** A day on the axis of time. */
  readonly day: (date: string) => string;
  readonly month: (date: string) => string;
  readonly axis: (values: { first: Instant; last: Instant; timeZone: string }) => string;
  /** What a screen reader says of one level, from the bottom to the top. */
  readonly sentence: (parts: readonly string[]) => string;
}
