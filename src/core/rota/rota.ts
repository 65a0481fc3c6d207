import type { CalendarRules, LocalDate } from '../calendar/calendar.ts';
import type { Instant } from '../instant.ts';

/** Whoever is on duty, by the id that the plan gives them. */
export type PersonId = string;

export const TURN_UNITS = ['hour', 'day', 'week', 'month'] as const;
export type TurnUnit = (typeof TURN_UNITS)[number];

/** How long a turn lasts, by the clock on the wall. */
export interface TurnLength {
  readonly count: number;
  readonly unit: TurnUnit;
}

/** Turns that come round, from a first hand-over on; before it nobody of the layer is on duty. */
export interface LayerRules {
  /** An IANA zone, in which hand-overs and the first date are read. */
  readonly timeZone: string;
  /** Who is on duty in each turn, several at once where several stand there; after the last comes the first. */
  readonly turns: readonly (readonly PersonId[])[];
  readonly every: TurnLength;
  /** The date of the first hand-over. */
  readonly from: LocalDate;
  /** Minutes from local midnight. */
  readonly handOver: number;
  /** The hours in which the layer is on duty at all; undefined is always. Turns go on outside them. */
  readonly hours: CalendarRules | undefined;
}

/** A half-open time of one person's. */
export interface PersonTime {
  readonly who: PersonId;
  readonly from: Instant;
  readonly until: Instant;
}

/** Two people take each other's place, each in the other's time; it holds once both have accepted. */
export interface Swap {
  readonly between: readonly [PersonTime, PersonTime];
  readonly accepted: readonly PersonId[];
}

export const OVERRIDE_KINDS = ['replace', 'only', 'add', 'remove'] as const;
export type OverrideKind = (typeof OVERRIDE_KINDS)[number];

/**
 * What holds in place of the turns for a half-open time. `replace` puts others in one person's place wherever that
 * person is on duty, `only` makes nobody else be on duty, `add` puts people beside those, `remove` takes them out.
 */
export type Override = { readonly from: Instant; readonly until: Instant } & (
  | { readonly kind: 'replace'; readonly who: PersonId; readonly by: readonly PersonId[] }
  | { readonly kind: 'only' | 'add' | 'remove'; readonly people: readonly PersonId[] }
);

/** Who is on duty when, as plain data: everything the answer may depend on. */
export interface RotaRules {
  /** First choice first: a layer answers where none above it has anybody on duty. */
  readonly layers: readonly LayerRules[];
  readonly swaps: readonly Swap[];
  readonly timeOff: readonly PersonTime[];
  readonly overrides: readonly Override[];
}
