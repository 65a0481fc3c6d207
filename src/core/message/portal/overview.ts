import type { AnswerKind } from '../../case/answer-times.ts';
import type { WaitingKind } from '../../case/waiting-for.ts';
import type { Party } from '../../plan/format/schema-values.ts';
import type { RefusalWords } from '../case.ts';

type Clock = 'plain' | 'open';

/** Why a time is not the one that was asked for. */
export interface PeriodRefusals {
  'period-date-not-understood': { field: 'from' | 'until'; value: string };
  'period-reversed': { from: string; until: string };
  'period-too-long': { from: string; until: string; yearsMax: number };
  'period-choice-unknown': { field: string; value: string; known: readonly string[] };
}

/** Heads of tables, and labels of fields. */
type OverviewLabel =
  | 'track'
  | 'level'
  | 'all'
  | 'cases'
  | 'waitingFor'
  | 'answer'
  | 'came'
  | 'median'
  | 'ninetieth'
  | 'outstanding'
  | 'never'
  | 'howLong'
  | 'week'
  | 'hour'
  | 'from'
  | 'until'
  | 'show'
  | 'nothing';

/** What a picture is called, and what it says to somebody who does not see it. */
interface PictureSentences<V> {
  readonly title: string;
  readonly about: string;
  readonly description: (values: V) => string;
  readonly table: string;
}

/** The sentences of the overview of a contract. */
export interface OverviewWords {
  readonly title: string;
  readonly about: string;
  /** When the numbers were counted. */
  readonly countedAt: (at: string) => string;
  readonly ownOnly: string;
  readonly refusals: { readonly [C in keyof PeriodRefusals]: (values: PeriodRefusals[C]) => RefusalWords };
  readonly labels: Readonly<Record<OverviewLabel, string>>;
  readonly open: {
    readonly title: string;
    readonly about: string;
    readonly none: string;
    readonly byLevel: string;
    readonly byTurn: string;
    readonly total: string;
    readonly dueToday: string;
    readonly dueTodayAbout: string;
    readonly late: string;
    readonly lateAbout: string;
    readonly waits: (waiting: { kind: WaitingKind; party: Party | undefined }) => string;
  };
  readonly answers: {
    readonly title: string;
    readonly about: string;
    readonly none: string;
    readonly noneTimed: string;
    readonly period: string;
    readonly opened: (values: { from: string; until: string; cases: number }) => string;
    readonly summary: string;
    readonly kinds: Readonly<Record<AnswerKind, string>>;
    readonly clocks: Readonly<Record<Clock, string>>;
    readonly clocksAbout: Readonly<Record<Clock, string>>;
    readonly chooseKind: string;
    readonly chooseClock: string;
  };
  readonly distribution: PictureSentences<{
    came: number;
    median: string;
    ninetieth: string;
  }> & {
    readonly upTo: (limit: string) => string;
    readonly longer: (limit: string) => string;
    readonly half: string;
    readonly ninety: string;
    readonly both: string;
  };
  readonly trend: PictureSentences<{
    weeks: number;
    first: { monday: string; median: string };
    last: { monday: string; median: string };
  }> & { readonly median: string; readonly ninetieth: string };
  readonly heat: PictureSentences<{ slowest: { weekday: number; hour: number; median: string } }>;
  /** Short, such as `Mon`; 1 is Monday. */
  readonly weekday: (number: number) => string;
  /** An hour of the day in the margin: `9 am`. */
  readonly hour: (hour: number) => string;
  /** A length of time in hours and minutes, in a table: `3 h 20 min`. */
  readonly duration: (ms: number) => string;
  /** The same where there is hardly any room: `3h`. */
  readonly short: (ms: number) => string;
  /** A date in a table, with its year. */
  readonly date: (date: string) => string;
  /** A date where there is little room. */
  readonly dayMonth: (date: string) => string;
  readonly number: (count: number) => string;
  readonly exports: {
    readonly title: string;
    readonly about: (zone: string) => string;
    /** How long it takes, before it is begun. */
    readonly takes: string;
    readonly casesCsv: string;
    readonly casesJson: string;
    readonly eventsCsv: string;
    readonly eventsJson: string;
  };
}

/** The no to a time or a choice that was not understood. */
export type PeriodRefusal = {
  [C in keyof PeriodRefusals]: { readonly code: C; readonly values: PeriodRefusals[C] };
}[keyof PeriodRefusals];

/** What is wrong with what was asked for, and what is shown instead. */
export function periodRefusalWords(words: OverviewWords, { code, values }: PeriodRefusal): RefusalWords {
  const say = words.refusals[code] as (values: unknown) => RefusalWords;
  return say(values);
}
