import type { Plan } from '../format/schema.ts';
import type { Section } from '../format/schema-contract.ts';
import type { Rule } from '../rule.ts';

/** The clause asks for a part of the plan that is not there. */
export const requirementSectionMissing: Rule<'requirement-section-missing'> = {
  code: 'requirement-section-missing',
  severity: 'blocking',
  find: (plan) =>
    (plan.requirements?.sections ?? [])
      .filter((section) => !has(plan, section))
      .map((section) => ({ path: [section === 'roles' ? 'roles' : 'obligations'], values: { section } })),
};

function has({ roles = [], obligations = [] }: Plan, section: Section): boolean {
  if (section === 'roles') return roles.length > 0;
  if (section === 'commitmentDates') return obligations.some(({ due }) => due !== undefined);
  const kind = section === 'milestones' ? 'milestone' : 'deliverable';
  return obligations.some((obligation) => obligation.kind === kind);
}
