import { daysOf } from '../asked/due-days.ts';
import type { Due } from '../format/schema-contract.ts';
import type { Rule } from '../rule.ts';

/** The clause says when the plan is issued anew, and no obligation does; one that comes sooner is enough. */
export const requirementReissueMissing: Rule<'requirement-reissue-missing'> = {
  code: 'requirement-reissue-missing',
  severity: 'blocking',
  find: ({ requirements, obligations = [] }) =>
    (requirements?.reissue ?? []).flatMap((demand, index) => {
      const kept = obligations.some(({ due }) => typeof due === 'object' && isAsSoon(due, demand));
      return kept ? [] : [{ path: ['requirements', 'reissue', index], values: { after: demand.after } }];
    }),
};

type CountedDue = Exclude<Due, string>;

function isAsSoon(due: CountedDue, demand: CountedDue): boolean {
  if (due.after !== demand.after || (due.of === undefined) !== (demand.of === undefined)) return false;
  if (demand.days !== undefined) return due.days !== undefined && due.days <= demand.days;
  if (demand.every === undefined || due.every === undefined) return due.monthly === demand.monthly;
  const days = daysOf(due.every);
  const demanded = daysOf(demand.every);
  return due.every === demand.every || (days !== undefined && demanded !== undefined && days <= demanded);
}
