import type { HolidayRule, Moves } from './holiday-rule.ts';

const SOURCE = 'Cal. Gov. Code § 19853(a)';
const sunday: Moves = { sunday: { days: 1, source: '§ 19853(b)' } };
const veterans: Moves = { ...sunday, saturday: { days: -1, source: '§ 19853(b)' } };

/**
 * The days on which the offices of the State of California are closed: the holidays of its employees.
 *
 * A Sunday holiday is kept on Monday. Of the Saturday ones only 11 November moves, to the Friday before; the others
 * give employees credit, and the offices are open that Friday. Juneteenth, Lunar New Year, 24 April, Native American
 * Day and Diwali may be chosen by each employee (§ 19853(e)): the offices are open. Days that a Governor appoints
 * are no rule; a plan adds them by hand.
 */
export const US_CA_STATE_OFFICES: readonly HolidayRule[] = [
  { name: "New Year's Day", source: SOURCE, on: { month: 1, day: 1 }, moves: sunday },
  { name: 'Martin Luther King Jr. Day', source: SOURCE, on: { nth: 3, weekday: 'mon', month: 1 } },
  { name: "Presidents' Day", source: SOURCE, on: { nth: 3, weekday: 'mon', month: 2 } },
  { name: 'Cesar Chavez Day', source: SOURCE, on: { month: 3, day: 31 }, until: 2025, moves: sunday },
  {
    name: 'Farmworkers Day',
    source: `${SOURCE}, named by AB 2156 (2026)`,
    on: { month: 3, day: 31 },
    since: 2026,
    moves: sunday,
  },
  { name: 'Memorial Day', source: SOURCE, on: { last: 'mon', month: 5 } },
  { name: 'Independence Day', source: SOURCE, on: { month: 7, day: 4 }, moves: sunday },
  { name: 'Labor Day', source: SOURCE, on: { nth: 1, weekday: 'mon', month: 9 } },
  { name: 'Veterans Day', source: SOURCE, on: { month: 11, day: 11 }, moves: veterans },
  { name: 'Thanksgiving Day', source: SOURCE, on: { nth: 4, weekday: 'thu', month: 11 } },
  { name: 'Day after Thanksgiving', source: SOURCE, on: { nth: 4, weekday: 'thu', month: 11, daysLater: 1 } },
  { name: 'Christmas Day', source: SOURCE, on: { month: 12, day: 25 }, moves: sunday },
];
