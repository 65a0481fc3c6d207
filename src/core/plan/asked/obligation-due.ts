import type { LocalDate } from '../../calendar/calendar.ts';
import { dateOfDay, dayNumber } from '../../calendar/local-date.ts';
import type { Plan } from '../format/schema.ts';
import type { Due } from '../format/schema-contract.ts';

/**
 * The date on whose end an obligation is due, where the plan alone says it: a date, or calendar days after its
 * execution. Day 0 is the execution. Undefined where it comes again, or counts from what is still to happen.
 */
export function dueOn({ contract }: Plan, due: Due): LocalDate | undefined {
  if (typeof due === 'string') return due;
  const { days, of, after } = due;
  if (days === undefined || of !== undefined || after !== 'execution') return undefined;
  const executed = contract?.executed === undefined ? undefined : dayNumber(contract.executed);
  return executed === undefined ? undefined : dateOfDay(executed + days);
}
