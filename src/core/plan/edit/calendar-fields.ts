import { namedCalendarNames } from '../../calendar/holidays/named.ts';
import type { Path } from '../../finding.ts';
import type { Plan } from '../format/schema.ts';
import { calendarSchema, type WrittenCalendar } from '../format/schema-routes.ts';
import { valueAt } from '../reading/path.ts';
import { chosen, keyed, NEW_ID, type PartField } from './part-field.ts';

/** The hours in which a clock runs; of one that never stops there is only its zone to say. */
export function calendarFields(plan: Plan, path: Path): readonly PartField[] {
  const isNew = path.length === 1;
  const { hours } = isNew ? {} : (valueAt(plan, path) as WrittenCalendar);
  const zone = keyed('timeZone', 'zone');
  if (hours === 'always') return [zone];
  return [
    NEW_ID,
    chosen('hours', 'hours', ['always'], { isOfNew: true }),
    keyed('week', 'week'),
    chosen('businessDay', 'day', calendarSchema.shape.businessDay.unwrap().options),
    keyed('normalDay', 'span'),
    chosen('holidaysUse', 'list', namedCalendarNames(), { path: ['holidays', 'use'] }),
    keyed('holidaysAdd', 'holidays', { path: ['holidays', 'add'] }),
    keyed('holidaysRemove', 'holidays', { path: ['holidays', 'remove'] }),
    keyed('exceptions', 'exceptions'),
    zone,
  ];
}
