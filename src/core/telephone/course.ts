import type { Instant } from '../instant.ts';
import type { Party } from '../plan/format/schema-values.ts';

/** What comes next in a case if nobody answers it, as whoever has just opened it is told. */
export interface Course {
  /** On whose clocks it is told. */
  readonly timeZone: string;
  readonly asked: AskedNow;
  /** The levels above, in the order in which they may be gone to. */
  readonly moves: readonly CourseMove[];
}

/** The level that was told first. */
export interface AskedNow {
  readonly level: number;
  readonly title: string;
  /** When it has promised to answer; undefined where the plan promises nothing. */
  readonly answerBy: Instant | undefined;
}

/** From when a level may be gone to, and by whom. */
export interface CourseMove {
  readonly level: number;
  readonly title: string;
  readonly at: Instant;
  /** Ladder where the plan lets it move in the customer's name. */
  readonly actor: Party | 'ladder';
}
