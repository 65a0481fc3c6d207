import { describe, expect, test } from 'vitest';
import type { CalendarRules } from './calendar.ts';
import { compileCalendar } from './compile-calendar.ts';
import { isMonth, monthOf } from './month.ts';

const DAY = [{ from: 480, until: 1020 }];
const OFFICE: CalendarRules = {
  timeZone: 'America/Los_Angeles',
  hours: { mon: DAY, tue: DAY, wed: DAY, thu: DAY, fri: DAY },
  holidays: [{ date: '2026-11-26', name: 'Thanksgiving Day' }],
  exceptions: { '2026-11-28': [{ from: 540, until: 720 }], '2026-11-24': [], '2026-11-26': DAY },
};
const november = monthOf(compileCalendar(OFFICE), '2026-11');
const on = (date: string) => november.find((day) => day.date === date);

describe('the days of a month', () => {
  test('are all of them, each once', () => {
    expect(november.map(({ date }) => date.slice(8)).join()).toBe(
      Array.from({ length: 30 }, (_, index) => String(index + 1).padStart(2, '0')).join(),
    );
    expect(monthOf(compileCalendar(OFFICE), '2028-02')).toHaveLength(29);
    expect(november[0]?.weekday).toBe(6);
  });
  test('a holiday is closed by its name, also where an exception gives it hours', () => {
    expect(on('2026-11-26')).toMatchObject({
      isBusinessDay: false,
      windows: [],
      holiday: 'Thanksgiving Day',
    });
    expect(on('2026-11-26')?.isException).toBe(false);
  });
  test('an exception opens or closes a date', () => {
    expect(on('2026-11-28')).toMatchObject({ isBusinessDay: true, isException: true });
    expect(on('2026-11-24')).toMatchObject({ isBusinessDay: false, isException: true, windows: [] });
  });
  test('of a calendar that never closes are all business days', () => {
    const always = compileCalendar({ ...OFFICE, hours: 'always', holidays: [], exceptions: {} });
    expect(monthOf(always, '2026-11').every(({ isBusinessDay }) => isBusinessDay)).toBe(true);
  });
});

test.each(['2026-11', '1900-01', '2199-12'])('"%s" is a month', (text) => {
  expect(isMonth(text)).toBe(true);
});
test.each(['2026-13', '2026-00', '1899-12', '2200-01', '2026-1', 'now', ''])('"%s" is none', (text) => {
  expect(isMonth(text)).toBe(false);
});
