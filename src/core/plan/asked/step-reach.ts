import type { Path } from '../../finding.ts';
import type { Instant } from '../../instant.ts';
import type { Plan } from '../format/schema.ts';
import type { Condition } from '../format/schema-routes.ts';
import { clockDueAt, planClock } from './plan-clock.ts';
import { clearConditions, conditionSpan, type StepOnTrack, silentLevels, trackSteps } from './track-steps.ts';

/** Why a condition can never make its step due. */
export type NeverDue = 'silence' | 'level-below' | 'calendar' | 'requires';

interface DeadCondition {
  readonly on: StepOnTrack;
  readonly path: Path;
  readonly why: NeverDue;
  /** Whether no other condition makes the step due either. */
  readonly isWholeStep: boolean;
}

/**
 * The conditions of a track that can never fall due, whatever anybody does in time.
 *
 * A level counts as reached when its step may fall due or may be taken early; a step whose condition cannot be told
 * counts as reached too, for another rule has spoken about it.
 */
export function deadConditions(plan: Plan, trackId: string, from: Instant): readonly DeadCondition[] {
  const reached = new Set<number>();
  const found: DeadCondition[] = [];
  const steps = trackSteps(plan, trackId).toSorted((a, b) => a.level - b.level);
  for (const on of steps) {
    const dead = on.isFirst ? [] : deadOf(plan, on, reached, from);
    found.push(...dead);
    const isEarly = (on.step.early?.reasons ?? []).length > 0;
    if (isEarly || !dead.some(({ isWholeStep }) => isWholeStep)) reached.add(on.level);
  }
  return found;
}

function deadOf(
  plan: Plan,
  on: StepOnTrack,
  reached: ReadonlySet<number>,
  from: Instant,
): readonly DeadCondition[] {
  const { requires = [] } = on.step;
  const unmet = requires.findIndex((level) => on.below.includes(level) && !reached.has(level));
  if (unmet !== -1) {
    return [{ on, path: [...on.path, 'requires', unmet], why: 'requires', isWholeStep: true }];
  }
  const conditions = clearConditions(on);
  const dead = conditions.flatMap(({ condition, path }) => {
    const why = whyNever(plan, on, condition, reached, from);
    return why ? [{ on, path, why }] : [];
  });
  const written = Array.isArray(on.step.when) ? on.step.when.length : 1;
  const isWholeStep = conditions.length === written && dead.length === written;
  return dead.map((each) => ({ ...each, isWholeStep }));
}

function whyNever(
  plan: Plan,
  on: StepOnTrack,
  condition: Condition,
  reached: ReadonlySet<number>,
  from: Instant,
): NeverDue | undefined {
  const silent = silentLevels(condition);
  const isReached = (level: number): boolean => on.below.includes(level) && reached.has(level);
  if (silent && silent.length > 0 && !silent.some(isReached)) return 'silence';
  const next = on.below.at(-1);
  if (condition.since === 'levelBelow' && (next === undefined || !reached.has(next))) return 'level-below';
  const clock = planClock(plan, conditionSpan(condition), condition.calendar);
  return clock && clockDueAt(clock, from) === undefined ? 'calendar' : undefined;
}
