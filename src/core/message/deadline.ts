import type { RulesProblems } from '../calendar/calendar-problems.ts';
import type { SpanRefusals } from '../calendar/due-at.ts';

/** What a value should have looked like; the catalogue has an example for each. */
export type DeadlineForm =
  | 'zone'
  | 'week'
  | 'hours'
  | 'windows'
  | 'holidays'
  | 'exceptions'
  | 'pauses'
  | 'businessDay'
  | 'normalDay'
  | 'date'
  | 'instant'
  | 'localTime'
  | 'span';

/** Why a deadline asked for on the command line is not computed. */
export interface DeadlineRefusals extends RulesProblems, SpanRefusals {
  'deadline-line-not-json': Record<never, never>;
  'deadline-line-not-object': Record<never, never>;
  'deadline-line-too-long': { charactersMax: number };
  'deadline-key-unknown': { key: string; suggestion: string | undefined };
  'deadline-key-missing': { key: string };
  'deadline-keys-conflict': { first: string; second: string };
  'deadline-value-malformed': { key: string; value: string; form: DeadlineForm };
  'deadline-instant-out-of-range': { key: string; instant: string; first: string; last: string };
  'deadline-pause-reversed': { from: string; until: string };
  'deadline-period-too-long': { daysMax: number };
  'deadline-not-found': { searchedUntil: string };
  'deadline-option-missing': { option: string };
  'deadline-plan-unreadable': { file: string };
  'deadline-calendar-unknown': { name: string; known: readonly string[]; suggestion: string | undefined };
  'deadline-calendar-unusable': { name: string; file: string };
}

/** What `ladder deadline` says. */
export interface DeadlineWords {
  readonly refusals: { readonly [C in keyof DeadlineRefusals]: (values: DeadlineRefusals[C]) => string };
  /** One deadline on a line by itself. */
  readonly due: (values: { at: string; timeZone: string }) => string;
  /** A local time given by hand that the clocks showed twice, or never. */
  readonly readTwice: (values: { local: string; taken: string }) => string;
  readonly readNever: (values: { local: string; taken: string }) => string;
}
