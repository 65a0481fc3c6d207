import type { Party } from '../../plan/format/schema-values.ts';
import type { Condition, Step } from '../../plan/revision/revision.ts';
import { startOf } from '../clock.ts';
import { requirementsMet } from '../deadlines.ts';
import { highestLevel, type OpenState } from '../state.ts';

/** A level above the highest one reached, to which no step falls due any more. */
export interface UnreachedStep {
  readonly level: number;
  readonly actor: Party;
  /** One for each condition of the step, or the one that holds for all of them. */
  readonly causes: readonly UnreachedCause[];
}

/**
 * Why a step's clock brings nothing. `answered`: it waits on the silence of levels that have answered.
 * `levelBelow`: it counts from the contact of a level that is never contacted. `requires`: it wants such levels
 * contacted first. `unasked`: it waits on the silence of levels that are never asked. `neverOpen`: its calendar has not that many hours. `noCondition`: nothing makes it due.
 */
export type UnreachedCause =
  | { readonly code: 'answered' | 'unasked'; readonly levels: readonly number[] }
  | { readonly code: 'levelBelow'; readonly level: number }
  | { readonly code: 'requires'; readonly levels: readonly number[] }
  | { readonly code: 'neverOpen'; readonly calendar: string }
  | { readonly code: 'noCondition' };

/** The steps that a case with no deadline left never reaches, lowest first, and why. */
export function unreachedSteps(state: OpenState): readonly UnreachedStep[] {
  const reached = highestLevel(state);
  return state.track.steps
    .filter((step) => step.level > reached)
    .map((step) => ({ level: step.level, actor: step.actor, causes: causesOf(state, step) }));
}

function causesOf(state: OpenState, step: Step): readonly UnreachedCause[] {
  if (!requirementsMet(state, step)) return [{ code: 'requires', levels: step.requires }];
  if (step.when.length === 0) return [{ code: 'noCondition' }];
  return step.when.map((condition) => causeOf(state, step, condition));
}

function causeOf(state: OpenState, step: Step, condition: Condition): UnreachedCause {
  if (startOf(state, step.level, condition)) return { code: 'neverOpen', calendar: condition.calendar };
  if (condition.kind !== 'unsatisfied') {
    const { levels } = condition;
    const isAsked = state.contacted.some(({ level }) => levels.includes(level));
    return { code: isAsked ? 'answered' : 'unasked', levels };
  }
  const below = state.track.steps.findLast((one) => one.level < step.level)?.level ?? 0;
  return { code: 'levelBelow', level: below };
}
