import type { BusinessDay, CalendarRules, Holiday } from '../../src/core/calendar/calendar.ts';

const DAY: readonly { readonly from: number; readonly until: number }[] = [{ from: 480, until: 1020 }];

/** Monday to Friday 08:00–17:00 in California, closed on the holidays given. */
export const california = (
  businessDay: BusinessDay,
  holidays: readonly Holiday[],
  more: Partial<CalendarRules> = {},
): CalendarRules => ({
  timeZone: 'America/Los_Angeles',
  hours: { mon: DAY, tue: DAY, wed: DAY, thu: DAY, fri: DAY },
  holidays,
  exceptions: {},
  businessDay,
  ...more,
});

/** The closed weekdays of a year by the rule of state offices, written out by its own small rule for the tests. */
export function californiaHolidays(firstYear: number, lastYear: number): Holiday[] {
  const found: Holiday[] = [];
  for (let year = firstYear; year <= lastYear; year++) found.push(...ofYear(year));
  return found;
}

function ofYear(year: number): Holiday[] {
  const day = (month: number, date: number) => new Temporal.PlainDate(year, month, date);
  const nth = (month: number, weekday: number, count: number) => {
    const first = day(month, 1);
    return first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + (count - 1) * 7 });
  };
  const lastMonday = (month: number) => {
    const last = day(month, day(month, 1).daysInMonth);
    return last.subtract({ days: last.dayOfWeek - 1 });
  };
  const mondayIfSunday = (date: Temporal.PlainDate) => (date.dayOfWeek === 7 ? date.add({ days: 1 }) : date);
  const veterans = day(11, 11);
  const thanksgiving = nth(11, 4, 4);
  return [
    { name: "New Year's Day", date: mondayIfSunday(day(1, 1)) },
    { name: 'Martin Luther King Jr. Day', date: nth(1, 1, 3) },
    { name: "Presidents' Day", date: nth(2, 1, 3) },
    { name: 'Cesar Chavez Day', date: mondayIfSunday(day(3, 31)) },
    { name: 'Memorial Day', date: lastMonday(5) },
    { name: 'Independence Day', date: mondayIfSunday(day(7, 4)) },
    { name: 'Labor Day', date: nth(9, 1, 1) },
    {
      name: 'Veterans Day',
      date: veterans.dayOfWeek === 6 ? veterans.subtract({ days: 1 }) : mondayIfSunday(veterans),
    },
    { name: 'Thanksgiving Day', date: thanksgiving },
    { name: 'Day after Thanksgiving', date: thanksgiving.add({ days: 1 }) },
    { name: 'Christmas Day', date: mondayIfSunday(day(12, 25)) },
  ].map(({ name, date }) => ({ name, date: date.toString() }));
}
