import type { EventBase } from '../case/event.ts';
import type { Instant } from '../instant.ts';

/** How often a planned drill comes again. */
export const DRILL_EVERY = ['month', 'quarter'] as const;
export type DrillEvery = (typeof DRILL_EVERY)[number];

/** Why a planned drill did not begin at its instant. */
export type SkippedBecause = 'another' | 'tooSoon' | 'nobody' | 'tooLarge';

interface Payloads {
  DrillPlanned: {
    readonly level: number;
    readonly startAt: Instant;
    readonly answerWithinMs: number;
    readonly every?: DrillEvery;
    /** When the first of those that come again began, from which the others are counted. */
    readonly anchorAt: Instant;
  };
  DrillBegun: {
    /** Whom the level reaches at that instant, in turn. */
    readonly people: readonly string[];
    readonly endAt: Instant;
    readonly dueAt: Instant;
    readonly latenessMs: number;
  };
  /** Whoever it is `by` is there. */
  DrillAnswered: { readonly afterMs: number };
  /** Of one that waited until its end `dueAt` and `latenessMs` are there; else everybody has answered. */
  DrillEnded: { readonly dueAt?: Instant; readonly latenessMs?: number };
  DrillSkipped: { readonly because: SkippedBecause; readonly dueAt: Instant; readonly latenessMs: number };
  DrillStopped: Record<never, never>;
  NoticeFailed: { readonly whom: string; readonly delivery: string };
}

type DrillEventType = keyof Payloads;
export type DrillEventOf<T extends DrillEventType> = EventBase & { readonly type: T } & Payloads[T];
export type DrillEvent = { [T in DrillEventType]: DrillEventOf<T> }[DrillEventType];

/** Of which events anybody is told. */
export const DRILL_NOTICES: Readonly<Record<DrillEventType, boolean>> = {
  DrillPlanned: false,
  DrillBegun: true,
  DrillAnswered: false,
  DrillEnded: true,
  DrillSkipped: true,
  DrillStopped: false,
  NoticeFailed: false,
};
