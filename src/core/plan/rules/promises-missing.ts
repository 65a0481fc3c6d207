import { PROMISE_KINDS } from '../revision/revision.ts';
import type { Rule } from '../rule.ts';

/** Every time in the plan is a leave for the customer to go on, none an undertaking of the contractor. */
export const promisesMissing: Rule<'promises-missing'> = {
  code: 'promises-missing',
  severity: 'warning',
  find: ({ promises = [], requirements }) => {
    const isMade = promises.some((promise) => PROMISE_KINDS.some((kind) => promise[kind] !== undefined));
    if (isMade) return [];
    const isDemanded = requirements?.sections?.includes('commitmentDates') ?? false;
    return [{ path: ['promises'], values: { isDemanded }, severity: isDemanded ? 'blocking' : 'warning' }];
  },
};
