import { stepsOf } from '../asked/lookup.ts';
import { PARTIES } from '../asked/people.ts';
import type { Plan } from '../format/schema.ts';
import type { Party } from '../format/schema-values.ts';
import type { Rule } from '../rule.ts';

/** A party that moves a case or owes something has no role in the plan. */
export const roleAbsent: Rule<'role-absent'> = {
  code: 'role-absent',
  severity: 'warning',
  find: (plan) => {
    // Without any role the part as a whole is missing, which is said where the clause asks for it.
    if (plan.roles === undefined || plan.roles.length === 0) return [];
    return partiesAtWork(plan)
      .filter((party) => !plan.roles?.some((role) => role.party === party))
      .map((party) => ({ path: ['roles'], values: { party } }));
  },
};

function partiesAtWork(plan: Plan): readonly Party[] {
  const atWork = new Set<Party | undefined>([
    ...stepsOf(plan).map(({ step }) => step.actor),
    ...(plan.obligations ?? []).flatMap(({ owner, acceptedBy }) => [owner, acceptedBy]),
  ]);
  return PARTIES.filter((party) => atWork.has(party));
}
