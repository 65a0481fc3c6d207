import type { Instant } from '../instant.ts';
import type { RefusalWords } from './cli.ts';

/** Why it is not said who is on duty. */
export interface DutyRefusals {
  'duty-level-unknown': { level: string; levels: number };
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
}
