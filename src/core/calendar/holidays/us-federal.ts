import type { HolidayRule, Moves } from './holiday-rule.ts';

const SOURCE = '5 U.S.C. § 6103(a)';
const moves: Moves = {
  saturday: { days: -1, source: '§ 6103(b)(1)' },
  sunday: { days: 1, source: 'Exec. Order 11582 § 3(a)' },
};

/**
 * The legal public holidays of the United States, as offices with a Monday-to-Friday week keep them: Saturday on the
 * Friday before, Sunday on the Monday after.
 *
 * 1 January on a Saturday is kept on 31 December of the year before. Left out: Inauguration Day, a holiday in and
 * around Washington only (§ 6103(c)), and days on which a President closes the offices by a single order.
 */
export const US_FEDERAL: readonly HolidayRule[] = [
  { name: "New Year's Day", source: SOURCE, on: { month: 1, day: 1 }, moves },
  {
    name: 'Birthday of Martin Luther King, Jr.',
    source: SOURCE,
    on: { nth: 3, weekday: 'mon', month: 1 },
  },
  { name: "Washington's Birthday", source: SOURCE, on: { nth: 3, weekday: 'mon', month: 2 } },
  { name: 'Memorial Day', source: SOURCE, on: { last: 'mon', month: 5 } },
  {
    name: 'Juneteenth National Independence Day',
    source: `${SOURCE}, Pub. L. 117-17`,
    on: { month: 6, day: 19 },
    since: 2021,
    moves,
  },
  { name: 'Independence Day', source: SOURCE, on: { month: 7, day: 4 }, moves },
  { name: 'Labor Day', source: SOURCE, on: { nth: 1, weekday: 'mon', month: 9 } },
  { name: 'Columbus Day', source: SOURCE, on: { nth: 2, weekday: 'mon', month: 10 } },
  { name: 'Veterans Day', source: SOURCE, on: { month: 11, day: 11 }, moves },
  { name: 'Thanksgiving Day', source: SOURCE, on: { nth: 4, weekday: 'thu', month: 11 } },
  { name: 'Christmas Day', source: SOURCE, on: { month: 12, day: 25 }, moves },
];
