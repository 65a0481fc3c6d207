import type { Instant } from '../core/instant.ts';
import type { Language } from '../core/message/catalogue.ts';
import type { Standing } from '../core/message/picture.ts';
import type { Party } from '../core/plan/format/schema-values.ts';

/**
 * One track of one plan as a picture shows it, for a case that runs or one that is only supposed. Plain values:
 * whoever fills it in has decided what its reader may see.
 */
export interface LadderView {
  /** Letters, digits and hyphens; no other picture of the same page may have it. */
  readonly id: string;
  readonly language: Language;
  /** The track's title. */
  readonly title: string;
  /** The contract's zone, in which every time is shown. */
  readonly timeZone: string;
  /** Undefined for a plan that is only shown, not run. */
  readonly openedAt: Instant | undefined;
  /** What a reader has to know before the times: what is supposed, that it is a drill. */
  readonly notes: readonly string[];
  /** The lowest first; levels without a step on the track are left out. */
  readonly rungs: readonly RungView[];
}

export interface RungView {
  readonly level: number;
  readonly title: string;
  readonly standing: Standing;
  /** When it was reached, is due, or would be; undefined where nobody can say. */
  readonly at: Instant | undefined;
  readonly people: readonly PersonView[];
  /** How one gets here from the level below; undefined for the first, which is reached by opening. */
  readonly climb: ClimbView | undefined;
}

/** Somebody to reach: `ways` are numbers and addresses, the best first, as they are to be read. */
export interface PersonView {
  readonly name: string;
  readonly ways: readonly string[];
}

interface ClimbView {
  readonly actor: Party;
  readonly means: readonly string[];
  /** Ladder moves in the customer's name. */
  readonly automatic: boolean;
  /** What the step waits for, in words; any of them suffices. */
  readonly conditions: readonly string[];
}
