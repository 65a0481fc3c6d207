import { parseSpan } from '../../span.ts';
import type { Due } from '../format/schema-contract.ts';

/** A date so many days later; day 0 is the date itself. */
export const daysAfter = (date: string, days: number): string =>
  Temporal.PlainDate.from(date).add({ days }).toString();

/** Whole days of a span that counts in days, undefined for hours and for business days, which need a calendar. */
export function daysOf(span: string): number | undefined {
  const parsed = parseSpan(span);
  return parsed?.unit === 'day' ? parsed.days : undefined;
}

type CountedDue = Exclude<Due, string>;

/**
 * Whether a due date can be counted: exactly one of days, every and monthly, and what days and every count after;
 * months only beside monthly.
 */
export function isCountable({ days, every, monthly, months, of, after }: CountedDue): boolean {
  const ways = [days, every, monthly].filter((way) => way !== undefined).length;
  if (ways !== 1 || (of !== undefined && days === undefined)) return false;
  if (months !== undefined && monthly === undefined) return false;
  return monthly === undefined ? after !== undefined : after === undefined;
}
