import type { DeadlineReason } from '../case/deadline-reason.ts';
import type { ForecastRefusals } from '../case/play/forecast-refusal.ts';
import type { ForecastRow } from '../case/play/forecast-rows.ts';
import type { UnreachedStep } from '../case/play/forecast-unreached.ts';
import type { Instant } from '../instant.ts';
import type { Condition } from '../plan/revision/revision.ts';
import type { NoticeMeans } from '../reach/notice-rules.ts';
import type { CaseContext, RefusalWords } from './case.ts';

/** Why `ladder forecast` does not forecast: what the core refuses, and what was typed. */
export interface ForecastCliRefusals extends ForecastRefusals {
  'forecast-track-missing': { tracks: readonly string[] };
  'forecast-answer-malformed': { value: string };
  'forecast-instant-malformed': { option: string; value: string };
}

/** A person or a desk to reach, as far as the plan says. */
export interface Reachable {
  readonly name: string;
  readonly title?: string | undefined;
  readonly office?: string | undefined;
  readonly mobile?: string | undefined;
  readonly email?: string | undefined;
}

/** What a sentence about a condition may look up beside the plan's own words. */
export type ForecastContext = CaseContext & {
  /** Names of calendars that never close. */
  readonly always: ReadonlySet<string>;
};

/** What is said about a course that a case may take. */
export interface ForecastWords {
  readonly refusals: {
    readonly [C in keyof ForecastCliRefusals]: (
      values: ForecastCliRefusals[C] & { readonly suggestion?: string | undefined },
    ) => RefusalWords;
  };
  /** What is supposed. */
  readonly heading: (
    course: { track: string; answers: number; openedAt: Instant },
    context: CaseContext,
  ) => string;
  /** What happens, in one sentence a row. */
  readonly rows: {
    readonly [K in ForecastRow['kind']]: (
      row: Extract<ForecastRow, { kind: K }>,
      context: ForecastContext,
    ) => string;
  };
  /** What a step waits for, as the plan has it; `below` is the level from whose contact it may count. */
  readonly condition: (condition: Condition, below: number | undefined, context: ForecastContext) => string;
  /** The condition by which a step fell due, and where its clock started. */
  readonly clock: (reason: DeadlineReason, below: number | undefined, context: ForecastContext) => string;
  readonly unreached: (step: UnreachedStep, context: ForecastContext) => string;
  /** How a contact is reached, and what stands for one that the plan does not name. */
  readonly reach: (contact: Reachable) => string;
  readonly reachDirectory: (title: string) => string;
  readonly labels: Readonly<Record<'reach' | 'why' | 'tries', string>>;
  /** Somebody whom Ladder would try for a level. */
  readonly wouldTry: (one: { level: number; name: string; means: readonly NoticeMeans[] }) => string;
  /** The same at an instant. */
  readonly tried: (
    one: { at: Instant; name: string; means: readonly NoticeMeans[] },
    context: CaseContext,
  ) => string;
  /** The plan is not fit to be published, and is forecast all the same. */
  readonly blocked: (values: { file: string; blocking: number }) => string;
}
