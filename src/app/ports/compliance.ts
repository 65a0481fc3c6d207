import type { Instant } from '../../core/instant.ts';

/** Of which contract, and in which time; drills and samples never count. */
export interface ComplianceAsked {
  readonly contract: string;
  readonly from: Instant;
  readonly until: Instant;
}

/** What became of the deadlines of one step: each is counted when it happened. */
export interface StepFigure {
  readonly track: string;
  readonly level: number;
  /** The level below let the time pass. */
  readonly fellDue: number;
  readonly taken: number;
  /** Taken before its time, with a reason. */
  readonly early: number;
  readonly declined: number;
  readonly withdrawn: number;
}

/** Cases whose customer was satisfied before the step above the highest level contacted had fallen due. */
export interface MetFigure {
  readonly track: string;
  /** The highest level that was contacted. */
  readonly level: number;
  readonly cases: number;
}

/** How long cases that came to a level stood there, in real time. */
export interface LevelFigure {
  readonly level: number;
  readonly reached: number;
  /** Those that have gone on to another level, or closed. */
  readonly left: number;
  readonly medianMs: number | undefined;
  readonly longestMs: number | undefined;
}

/** How cases began and ended. */
export interface EndFigures {
  readonly opened: number;
  readonly satisfied: number;
  readonly withdrawn: number;
  /** Closed by oversight. */
  readonly otherwise: number;
}

/** What the record says of a time, counted by the database. */
export interface ComplianceReading {
  steps(asked: ComplianceAsked): Promise<readonly StepFigure[]>;
  met(asked: ComplianceAsked): Promise<readonly MetFigure[]>;
  levels(asked: ComplianceAsked): Promise<readonly LevelFigure[]>;
  ends(asked: ComplianceAsked): Promise<EndFigures>;
}
