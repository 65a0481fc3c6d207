import type { ForecastContext, Reachable } from '../core/message/forecast.ts';
import { contactOf } from '../core/plan/asked/lookup.ts';
import { contactName } from '../core/plan/asked/people.ts';
import type { Plan } from '../core/plan/format/schema.ts';
import type { Revision } from '../core/plan/revision/revision.ts';

/** What sentences about a forecast look up. */
export const forecastContext = (revision: Revision): ForecastContext => ({
  ...revision,
  always: new Set(Object.keys(revision.calendars).filter((id) => revision.calendars[id]?.hours === 'always')),
});

/** A contact as the plan has it today; somebody a directory names has no entry there, and is called by id. */
export function reachable(plan: Plan, id: string): Reachable {
  const contact = contactOf(plan, id);
  const { title, office, mobile, email } = contact ?? {};
  return { name: contactName(id, contact), title, office, mobile, email };
}
