import { dueContext, dueDates } from '../../obligation/due-dates.ts';
import { obligationName } from '../asked/obligation-name.ts';
import type { Rule } from '../rule.ts';

/**
 * It comes again after the last date that is laid out for it. Dates are laid out from the publication: where that is not
 * known, and today is not either, from the date of the document or the beginning of the contract.
 */
export const obligationDatesCut: Rule<'obligation-dates-cut'> = {
  code: 'obligation-dates-cut',
  severity: 'warning',
  find: (plan, { today, publishedOn }) => {
    const { document, contract } = plan;
    const published = publishedOn ?? today ?? document?.dated ?? contract?.executed ?? contract?.term?.from;
    if (published === undefined) return [];
    const context = dueContext(plan, { published, isChange: false, calendars: {} });
    return (plan.obligations ?? []).flatMap((obligation, index) => {
      if (obligation.due === undefined) return [];
      const { cut, dates } = dueDates(obligation.due, context);
      const last = dates.at(-1);
      if (cut === undefined || last === undefined) return [];
      const values = { obligation: obligationName(obligation, index), cut, count: dates.length, last };
      return [{ path: ['obligations', index, 'due'], values }];
    });
  },
};
