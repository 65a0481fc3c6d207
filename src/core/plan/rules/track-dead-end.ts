import { clearConditions, laterSteps, type StepOnTrack, trackSteps } from '../asked/track-steps.ts';
import type { Rule } from '../rule.ts';

/**
 * Somebody who keeps getting answers that do not help never gets higher: each condition of the step is a silence, and no
 * step above it waits for satisfaction since the opening.
 */
export const trackDeadEnd: Rule<'track-dead-end'> = {
  code: 'track-dead-end',
  severity: 'blocking',
  find: (plan) =>
    laterSteps(plan).flatMap((on) => {
      if (!waitsForSilenceAlone(on)) return [];
      const above = trackSteps(plan, on.trackId).filter(({ level }) => level > on.level);
      if (above.some((higher) => isOpenTo(higher, on.level))) return [];
      const below = on.below.at(-1) ?? on.level - 1;
      return [{ path: [...on.path, 'when'], values: { track: on.trackId, level: on.level, below } }];
    }),
};

function waitsForSilenceAlone(on: StepOnTrack): boolean {
  const conditions = clearConditions(on);
  const written = Array.isArray(on.step.when) ? on.step.when.length : 1;
  return (
    conditions.length === written &&
    written > 0 &&
    conditions.every(({ kind }) => kind === 'allSilent' || kind === 'anySilent')
  );
}

/** Whether a step can be reached past the level in question by somebody who is not satisfied. */
const isOpenTo = (higher: StepOnTrack, level: number): boolean =>
  (higher.step.requires ?? []).every((required) => required < level) &&
  clearConditions(higher).some(({ condition }) => condition.since === 'opened');
