import { daysAfter } from '../asked/due-days.ts';
import type { Rule } from '../rule.ts';

/** The plan was posted after the clause wanted it there; the last day, counted from the execution, is still in time. */
export const postingLate: Rule<'posting-late'> = {
  code: 'posting-late',
  severity: 'warning',
  needs: ['postedOn'],
  find: ({ contract, requirements }, { postedOn }) => {
    const { days, of, after } = requirements?.posting?.within ?? {};
    const executed = contract?.executed;
    if (postedOn === undefined || executed === undefined || days === undefined) return [];
    // Business days need a calendar's data; a clause that counts them is left to the obligations.
    if (after !== 'execution' || of !== undefined) return [];
    const dueOn = daysAfter(executed, days);
    return postedOn <= dueOn ? [] : [{ path: ['requirements', 'posting'], values: { postedOn, dueOn } }];
  },
};
