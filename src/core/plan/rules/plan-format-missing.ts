import { PLAN_FORMAT } from '../format/schema.ts';
import type { Rule } from '../rule.ts';

/** A file that does not say which format it is in may mean something else in the next one. */
export const planFormatMissing: Rule<'plan-format-missing'> = {
  code: 'plan-format-missing',
  severity: 'blocking',
  find: ({ ladder }) => (ladder === undefined ? [{ path: ['ladder'], values: { format: PLAN_FORMAT } }] : []),
};
