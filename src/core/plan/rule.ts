import type { FindingCode, Path, Severity } from '../finding.ts';
import type { FindingValues } from '../message/findings.ts';
import type { Facts } from './facts.ts';
import type { Plan } from './format/schema.ts';

/** One thing that is wrong, by its path: where it stands, or, if it is missing, where it would stand. */
export interface Problem<C extends FindingCode = FindingCode> {
  readonly path: Path;
  readonly values: FindingValues[C];
  /** Where one of the rule's findings weighs otherwise than the rest. */
  readonly severity?: Severity;
}

/**
 * One thing that can be wrong with a plan. It sees a plan whose shape is right (every span, date and window in it
 * can be read) and in which anything may be missing; it reports what is wrong everywhere and repairs nothing.
 */
export interface Rule<C extends FindingCode> {
  readonly code: C;
  readonly severity: Severity;
  /** The facts without which the rule is not asked but listed as not checked. */
  readonly needs?: readonly (keyof Facts)[];
  readonly find: (plan: Plan, facts: Facts) => readonly Problem<C>[];
}

/** A rule of any code, for the list of them all. */
export type AnyRule = { readonly [C in FindingCode]: Rule<C> }[FindingCode];
