import type { Revision } from '../../../core/plan/revision/revision.ts';
import type { MetFigure, StepFigure } from '../../ports/compliance.ts';

/** What became of the deadlines of one step, met and missed. */
export interface DeadlineLine extends StepFigure {
  /** Cases whose customer was satisfied before the step had fallen due. */
  readonly met: number;
}

/** A case that ended well below a level met the deadline of the next step above: at the top there is none. */
export function deadlineLines(
  { tracks }: Pick<Revision, 'tracks'>,
  steps: readonly StepFigure[],
  met: readonly MetFigure[],
): readonly DeadlineLine[] {
  const lines = new Map<string, DeadlineLine>();
  const keyOf = (track: string, level: number): string => `${track}/${level}`;
  for (const step of steps) lines.set(keyOf(step.track, step.level), { ...step, met: 0 });
  for (const { track, level: reached, cases } of met) {
    const level = nextLevel(tracks[track]?.steps, reached);
    if (level === undefined) continue;
    const none = { track, level, fellDue: 0, taken: 0, early: 0, declined: 0, withdrawn: 0, met: 0 };
    const line = lines.get(keyOf(track, level)) ?? none;
    lines.set(keyOf(track, level), { ...line, met: line.met + cases });
  }
  return [...lines.values()].sort((a, b) =>
    a.track === b.track ? a.level - b.level : a.track < b.track ? -1 : 1,
  );
}

const nextLevel = (steps: readonly { readonly level: number }[] = [], reached: number): number | undefined =>
  steps
    .map(({ level }) => level)
    .filter((level) => level > reached)
    .sort((a, b) => a - b)[0];
