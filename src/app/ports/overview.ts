import type { AnswerKind } from '../../core/case/answer-times.ts';
import type { Instant } from '../../core/instant.ts';

/** Whose cases are counted; drills and samples never are. */
export interface CountedCases {
  readonly contract: string;
  /** Only these customers' cases; undefined: all. */
  readonly customers: readonly string[] | undefined;
}

/** How many open cases stand at the same place. */
interface OpenGroup {
  readonly track: string;
  readonly level: number;
  readonly waitingKind: string;
  readonly waitingParty: string | undefined;
  readonly cases: number;
}

/** What is open at one instant. */
export interface OpenCounts {
  readonly groups: readonly OpenGroup[];
  /** Cases of which something was due and is not done: a promise, or a step. */
  readonly late: number;
  /** Cases of which nothing is late, and something falls due before the day is over. */
  readonly dueToday: number;
}

/** By which clock answers are timed: every hour, or those of the plan's calendar. */
export type AnswerClock = 'plain' | 'open';

/** Cases opened in a time, and by which clock their answers are timed. */
export interface AnswersAsked extends CountedCases {
  readonly from: Instant;
  readonly until: Instant;
  readonly clock: AnswerClock;
}

/** How long one kind of answer took; of nothing there is no median. */
export interface AnswerSummary {
  readonly kind: AnswerKind;
  /** Timed ones. */
  readonly came: number;
  readonly medianMs: number | undefined;
  /** Nine in ten took no longer. */
  readonly ninetiethMs: number | undefined;
  /** Of open cases: may still come. */
  readonly outstanding: number;
  /** Of cases that ended without it. */
  readonly never: number;
}

export interface AnswerFigures {
  /** All cases opened in the time. */
  readonly cases: number;
  readonly summaries: readonly AnswerSummary[];
}

/** How often a kind of answer took how long. */
interface AnswerCount {
  readonly came: number;
  readonly medianMs: number;
}

/** One kind of answer, in the three ways it is shown. Weeks, weekdays and hours are the contract zone's. */
export interface AnswerCourse {
  /** How many took at most the first of the limits, the second …, and longer than the last. */
  readonly classes: readonly number[];
  /** By the Monday of the week in which the case was opened; weeks without any are left out. */
  readonly weeks: readonly (AnswerCount & { readonly monday: string; readonly ninetiethMs: number })[];
  /** By when the case was opened: 1 is Monday, hours are 0 to 23; what had none is left out. */
  readonly hours: readonly (AnswerCount & { readonly weekday: number; readonly hour: number })[];
}

interface CourseAsked extends AnswersAsked {
  readonly kind: AnswerKind;
  readonly timeZone: string;
  /** Upper limits of the classes, ascending. */
  readonly limitsMs: readonly number[];
}

/** What is counted over all cases of a contract; never more rows than there are places to stand at. */
export interface OverviewReading {
  open(counted: CountedCases, now: Instant, dayEndsAt: Instant): Promise<OpenCounts>;
  answers(asked: AnswersAsked): Promise<AnswerFigures>;
  course(asked: CourseAsked): Promise<AnswerCourse>;
}
