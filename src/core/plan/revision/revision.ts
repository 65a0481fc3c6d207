import type { CalendarRules } from '../../calendar/calendar.ts';
import type { RotaRules } from '../../rota/rota.ts';
import type { Span } from '../../span.ts';
import type { Party } from '../format/schema-values.ts';

/** How a level may be reached, or a command came in. */
export type Means = 'call' | 'email' | 'text' | 'portal' | 'api';

/** A running time inside a named calendar of the revision. */
export interface TimeLimit {
  readonly span: Span;
  /** A key of `Revision.calendars`. */
  readonly calendar: string;
}

/** What a step waits for; several conditions on one step: any of them suffices. */
export type Condition = TimeLimit &
  (
    | { readonly kind: 'unsatisfied'; readonly since: 'opened' | 'levelBelow' }
    | { readonly kind: 'allSilent'; readonly levels: readonly number[] }
    | { readonly kind: 'anySilent'; readonly levels: readonly number[] }
  );

/** A timed move to a level; the first step of a track has no condition and is taken by opening. */
export interface Step {
  readonly level: number;
  readonly actor: Party;
  readonly means: readonly string[];
  readonly when: readonly Condition[];
  /** Levels that must have been contacted before. */
  readonly requires: readonly number[];
  readonly mode: 'offered' | 'automatic';
  /** Plain milliseconds before the deadline, longest first. */
  readonly warnMs: readonly number[];
  /** Reasons for which its actor may move before it is due; empty: never. */
  readonly earlyReasons: readonly string[];
  readonly ifNotTaken: (TimeLimit & { readonly to: Party }) | undefined;
}

export const PROMISE_KINDS = ['acknowledgeWithin', 'respondWithin', 'updateEvery', 'longestAtLevel'] as const;
export type PromiseKind = (typeof PROMISE_KINDS)[number];

/** One thing the contractor undertakes on one level of one track; `id` is unique in the revision. */
export interface PromiseRule extends TimeLimit {
  readonly id: string;
  readonly kind: PromiseKind;
  readonly level: number;
}

export interface Track {
  readonly id: string;
  readonly title: string;
  readonly urgency: 'high' | 'normal';
  /** In order of level. */
  readonly steps: readonly Step[];
  readonly promises: readonly PromiseRule[];
}

/** A place in the plan that a person or a desk fills; names and numbers live beside it, not in the rules. */
export interface Seat {
  readonly id: string;
  /** `directory`: who it is differs by customer and is looked up there. */
  readonly kind: 'person' | 'desk' | 'directory';
  readonly title: string;
  readonly deputy: string | undefined;
  /** Hours in which the deputy is reached instead; only where the plan says any. */
  readonly quiet?: CalendarRules;
}

export interface Level {
  readonly number: number;
  readonly title: string;
  /** Seats that are reached at one time or another, first choice first: all of a rota's, where one is named. */
  readonly reach: readonly string[];
  /** Where rotas are named: seats, and rotas by their key in `Revision.rotas`, as the plan names them. */
  readonly choices?: readonly string[];
  /** Seats reached where nobody of `reach` can be. */
  readonly otherwise: readonly string[];
}

/**
 * The rules of a plan with every name resolved and every date of its calendars written out:
 * all that a running case may depend on, so that neither an edit nor a later Ladder moves it.
 */
export interface Revision {
  readonly contract: string;
  readonly number: number;
  readonly timeZone: string;
  readonly calendars: Readonly<Record<string, CalendarRules>>;
  readonly seats: Readonly<Record<string, Seat>>;
  /** Who is on duty when; missing where the plan has no rota. */
  readonly rotas?: Readonly<Record<string, RotaRules>>;
  /** `levels[0]` is level 1. */
  readonly levels: readonly Level[];
  readonly tracks: Readonly<Record<string, Track>>;
  readonly pauses: (TimeLimit & { readonly reasons: readonly string[] }) | undefined;
  readonly reopenWithin: Span | undefined;
  /** The calendar `reopenWithin` is counted in; without one days are the contract zone's and hours are plain. */
  readonly reopenCalendar?: string | undefined;
  readonly closeWhenSilentFor: TimeLimit | undefined;
  /** Seats that are told when a party is told; the customer's people are known by the case. */
  readonly tells?: Readonly<Partial<Record<Party, readonly string[]>>>;
  /** How long an acknowledgement stops a level's notices, in milliseconds. */
  readonly acknowledgedForMs: number;
}
