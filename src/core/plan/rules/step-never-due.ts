import { deadConditions } from '../asked/step-reach.ts';
import { firstInstant } from '../asked/typical-starts.ts';
import type { Rule } from '../rule.ts';

/** A condition that can never fall due; it blocks where the step has no other that can. */
export const stepNeverDue: Rule<'step-never-due'> = {
  code: 'step-never-due',
  severity: 'blocking',
  find: (plan, facts) => {
    const from = firstInstant(plan, facts);
    return Object.keys(plan.tracks ?? {}).flatMap((track) =>
      deadConditions(plan, track, from).map(({ on, path, why, isWholeStep }) => ({
        path,
        values: { track, level: on.level, why, isWholeStep },
        severity: isWholeStep ? 'blocking' : 'warning',
      })),
    );
  },
};
