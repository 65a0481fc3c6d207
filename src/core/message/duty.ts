import type { Instant } from '../instant.ts';
import type { Cover } from '../plan/coverage/coverage.ts';
import type { RefusalWords } from './cli.ts';

/** Why it is not said who is on duty. */
export interface DutyRefusals {
  'duty-level-unknown': { level: string; levels: number };
  'duty-period-reversed': { from: string; to: string };
  'duty-period-too-long': { daysMax: number };
}

/** What the terminal says of who is on duty. */
export interface DutyWords {
  readonly refusals: { readonly [C in keyof DutyRefusals]: (values: DutyRefusals[C]) => RefusalWords };
  /** Whom a level reaches, and when. */
  readonly heading: (asked: { level: number; title: string; at: Instant; timeZone: string }) => string;
  /** Said where a rota has nobody. */
  readonly otherwise: string;
  /** Said where nobody is reached at all. */
  readonly nobody: string;
  readonly until: (values: { until: Instant; timeZone: string }) => string;
  readonly coverage: CoverageWords;
}

/** What the terminal says of how levels are covered. */
interface CoverageWords {
  readonly heading: (period: { from: Instant; until: Instant; timeZone: string }) => string;
  /** One line a level: that it is covered, or how often and how long not. */
  readonly level: (found: { level: number; title: string; gaps: number; totalMs: number }) => string;
  /** Who is on duty without two means, or reached otherwise. */
  readonly gap: (gap: {
    from: Instant;
    until: Instant;
    cover: Cover;
    people: readonly string[];
    timeZone: string;
    isConfirmed: boolean;
  }) => string;
  readonly more: (gaps: number) => string;
  /** Said where no attestations were given. */
  readonly unconfirmed: string;
}
