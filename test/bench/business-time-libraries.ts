import { createRequire } from 'node:module';

/** A library from npm set up for Monday to Friday 08:00–17:00 in California with the given holidays. */
interface Library {
  readonly name: string;
  /** Undefined where it cannot count hours. */
  readonly addHours: ((at: number, hours: number) => number) | undefined;
  readonly addDays: (at: number, days: number) => number;
}

export const CALIFORNIA = 'America/Los_Angeles';

interface Dated {
  valueOf(): number;
}
interface Dayjs {
  (at: number): { addBusinessTime(count: number, unit: string): Dated };
  extend(plugin: unknown): void;
  setHolidays(dates: readonly string[]): void;
  setBusinessTime(week: object): void;
}
interface Moment {
  (at: number): { addWorkingTime(count: number, unit: string): Dated };
  updateLocale(name: string, config: object): void;
}
interface LuxonDate {
  setupBusiness(config: object): void;
  plusBusiness(count: { days: number }): { toMillis(): number };
  toISODate(): string;
}
interface Luxon {
  readonly DateTime: { fromMillis(at: number, options: { zone: string }): LuxonDate };
}

const load = createRequire(import.meta.url);

/** Loaded without types of their own: what is called of them is written out above. They count in the process's zone. */
export const businessTimeLibraries = (holidays: readonly string[]): readonly Library[] => [
  dayjsBusinessTime(holidays),
  momentBusinessTime(holidays),
  luxonBusinessDays(holidays),
];

function dayjsBusinessTime(holidays: readonly string[]): Library {
  const dayjs = load('dayjs') as Dayjs;
  dayjs.extend(load('dayjs-business-time'));
  const hours = [{ start: '08:00:00', end: '17:00:00' }];
  dayjs.setHolidays(holidays);
  dayjs.setBusinessTime({
    sunday: null,
    monday: hours,
    tuesday: hours,
    wednesday: hours,
    thursday: hours,
    friday: hours,
    saturday: null,
  });
  return {
    name: 'dayjs-business-time 1.0.4',
    addHours: (at, count) => dayjs(at).addBusinessTime(count, 'hours').valueOf(),
    addDays: (at, count) => dayjs(at).addBusinessTime(count, 'days').valueOf(),
  };
}

function momentBusinessTime(holidays: readonly string[]): Library {
  const moment = load('moment-business-time') as Moment;
  const hours = ['08:00:00', '17:00:00'];
  const workinghours = { 0: null, 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: null };
  moment.updateLocale('en', { workinghours, holidays });
  return {
    name: 'moment-business-time 2.0.0',
    addHours: (at, count) => moment(at).addWorkingTime(count, 'hours').valueOf(),
    addDays: (at, count) => moment(at).addWorkingTime(count, 'days').valueOf(),
  };
}

function luxonBusinessDays(holidays: readonly string[]): Library {
  const { DateTime } = load('luxon-business-days') as Luxon;
  const closed = new Set(holidays);
  DateTime.fromMillis(0, { zone: CALIFORNIA }).setupBusiness({
    businessDays: [1, 2, 3, 4, 5],
    holidayMatchers: [(date: LuxonDate) => closed.has(date.toISODate())],
  });
  return {
    name: 'luxon-business-days 3.0.1',
    addHours: undefined,
    addDays: (at, count) =>
      DateTime.fromMillis(at, { zone: CALIFORNIA }).plusBusiness({ days: count }).toMillis(),
  };
}
