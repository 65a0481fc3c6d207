import { countedDues } from '../asked/counted-dues.ts';
import { isCountable } from '../asked/due-days.ts';
import type { Rule } from '../rule.ts';

/** A date is counted in exactly one way: so many days after something, every so often after something, or a day of the month. */
export const obligationDateUnclear: Rule<'obligation-date-unclear'> = {
  code: 'obligation-date-unclear',
  severity: 'blocking',
  find: (plan) =>
    countedDues(plan).flatMap(({ due, path, name }) =>
      Object.keys(due).length === 0 || isCountable(due) ? [] : [{ path, values: { obligation: name } }],
    ),
};
