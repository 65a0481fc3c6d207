import type { Path } from '../../finding.ts';
import type { Plan } from '../format/schema.ts';
import type { Condition, Step, Track } from '../format/schema-routes.ts';
import { conditionsOf, stepLevel, trackOf } from './lookup.ts';

/** A step with what stands around it on its track. */
export interface StepOnTrack {
  readonly trackId: string;
  readonly track: Track;
  readonly step: Step;
  readonly path: Path;
  readonly level: number;
  /** Whether opening a case takes it: the lowest of the track, wherever it is written. */
  readonly isFirst: boolean;
  /** The levels below it that have a step on the track, ascending. */
  readonly below: readonly number[];
}

/** Every step of every track, in the order written. */
export const stepsOnTracks = (plan: Plan): readonly StepOnTrack[] =>
  Object.keys(plan.tracks ?? {}).flatMap((trackId) => trackSteps(plan, trackId));

/** Every step that waits for something: all but the first of each track. */
export const laterSteps = (plan: Plan): readonly StepOnTrack[] =>
  stepsOnTracks(plan).filter(({ isFirst }) => !isFirst);

/** A track has at most 99 levels: of a hundred steps one repeats another, which is said before this bound matters. */
const STEPS_PER_TRACK_MAX = 100;

const known = new WeakMap<Track, readonly StepOnTrack[]>();

/** The steps of one track, in the order written. */
export function trackSteps(plan: Plan, trackId: string): readonly StepOnTrack[] {
  const track = trackOf(plan, trackId);
  if (!track) return [];
  const found = known.get(track) ?? placedSteps(trackId, track);
  known.set(track, found);
  return found;
}

function placedSteps(trackId: string, track: Track): readonly StepOnTrack[] {
  const steps = (track.steps ?? []).slice(0, STEPS_PER_TRACK_MAX);
  const levels = steps.map(stepLevel);
  const ascending = [...new Set(levels)].sort((a, b) => a - b);
  const first = levels.indexOf(ascending[0] ?? 0);
  return steps.map((step, index) => {
    const level = stepLevel(step, index);
    return {
      trackId,
      track,
      step,
      path: ['tracks', trackId, 'steps', index],
      level,
      isFirst: index === first,
      below: ascending.filter((other) => other < level),
    };
  });
}

export type ConditionKind = 'unsatisfiedFor' | 'allSilent' | 'anySilent';

export const CONDITION_KINDS: readonly ConditionKind[] = ['unsatisfiedFor', 'allSilent', 'anySilent'];

/** What a condition waits for; undefined where it names nothing, or two things. */
function conditionKind(condition: Condition): ConditionKind | undefined {
  const kinds = CONDITION_KINDS.filter((kind) => condition[kind] !== undefined);
  return kinds.length === 1 ? kinds[0] : undefined;
}

/** The levels whose silence a condition waits for, undefined where it waits for no silence. */
export const silentLevels = ({ allSilent, anySilent }: Condition): readonly number[] | undefined =>
  allSilent ?? anySilent;

/** The span of a condition, as written. */
export const conditionSpan = (condition: Condition): string | undefined =>
  condition.unsatisfiedFor ?? condition.for;

/** The conditions of a step that can be told, with where each is written from the top. */
export const clearConditions = ({
  step,
  path,
}: StepOnTrack): readonly { condition: Condition; kind: ConditionKind; path: Path }[] =>
  conditionsOf(step).flatMap((at) => {
    const kind = conditionKind(at.condition);
    return kind ? [{ condition: at.condition, kind, path: [...path, ...at.path] }] : [];
  });
