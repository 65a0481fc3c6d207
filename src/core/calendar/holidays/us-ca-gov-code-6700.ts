import type { HolidayRule, Moves } from './holiday-rule.ts';
import { DIWALI, LUNAR_NEW_YEAR } from './moon-dates.ts';

const SOURCE = 'Cal. Gov. Code § 6700(a)';
const sunday: Moves = { sunday: { days: 1, source: '§ 6701' } };
const veterans: Moves = { ...sunday, saturday: { days: -1, source: '§ 6701' } };

/**
 * The whole-day holidays of California's Government Code, § 6700, each from the year in which it was law.
 *
 * § 6701 moves seven of them from Sunday to Monday, by their dates; those added since (24 April, 19 June, the two
 * that follow the moon) are not among the seven and stay on their Sunday. Left out: "every Sunday", which the hours of
 * a calendar say; Good Friday, for it is a holiday from noon to 3 p.m. only and belongs under `exceptions`; days
 * appointed by President or Governor, Thanksgiving excepted. The day after Thanksgiving is not in this list.
 */
export const US_CA_GOV_CODE_6700: readonly HolidayRule[] = [
  { name: "New Year's Day", source: SOURCE, on: { month: 1, day: 1 }, moves: sunday },
  { name: 'Dr. Martin Luther King, Jr. Day', source: SOURCE, on: { nth: 3, weekday: 'mon', month: 1 } },
  {
    name: 'Lunar New Year',
    source: `${SOURCE}, Stats. 2022, ch. 792 (AB 2596)`,
    on: { dates: LUNAR_NEW_YEAR },
    since: 2023,
  },
  { name: 'Lincoln Day', source: SOURCE, on: { month: 2, day: 12 }, moves: sunday },
  { name: "Presidents' Day", source: SOURCE, on: { nth: 3, weekday: 'mon', month: 2 } },
  { name: 'Cesar Chavez Day', source: SOURCE, on: { month: 3, day: 31 }, until: 2025, moves: sunday },
  {
    name: 'Farmworkers Day',
    source: `${SOURCE}, named by AB 2156 (2026)`,
    on: { month: 3, day: 31 },
    since: 2026,
    moves: sunday,
  },
  {
    name: 'Genocide Remembrance Day',
    source: `${SOURCE}, Stats. 2022 (AB 1801)`,
    on: { month: 4, day: 24 },
    since: 2023,
  },
  { name: 'Memorial Day', source: SOURCE, on: { last: 'mon', month: 5 } },
  {
    name: 'Juneteenth',
    source: `${SOURCE}, Stats. 2022, ch. 753 (AB 1655)`,
    on: { month: 6, day: 19 },
    since: 2023,
  },
  { name: 'Independence Day', source: SOURCE, on: { month: 7, day: 4 }, moves: sunday },
  { name: 'Labor Day', source: SOURCE, on: { nth: 1, weekday: 'mon', month: 9 } },
  { name: 'Admission Day', source: SOURCE, on: { month: 9, day: 9 }, moves: sunday },
  {
    name: 'Native American Day',
    source: `${SOURCE}, Stats. 2014, ch. 537 (AB 1973)`,
    on: { nth: 4, weekday: 'fri', month: 9 },
    since: 2015,
  },
  { name: 'Columbus Day', source: SOURCE, on: { nth: 2, weekday: 'mon', month: 10 } },
  {
    name: 'Diwali',
    source: `${SOURCE}, Stats. 2025, ch. 358 (AB 268)`,
    on: { dates: DIWALI },
    since: 2026,
  },
  { name: 'Veterans Day', source: SOURCE, on: { month: 11, day: 11 }, moves: veterans },
  {
    name: 'Thanksgiving Day',
    source: `${SOURCE}, appointed by the President`,
    on: { nth: 4, weekday: 'thu', month: 11 },
  },
  { name: 'Christmas Day', source: SOURCE, on: { month: 12, day: 25 }, moves: sunday },
];
