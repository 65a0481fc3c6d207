import { expect, test } from 'vitest';
import { dateOfDay, dayNumber, weekdayIndex } from './local-date.ts';

test('every date from 1890 to 2410 is one day after the date before it', () => {
  let date = new Temporal.PlainDate(1890, 1, 1);
  let day = dayNumber('1890-01-01') as number;
  expect(day).toBe(date.since('1970-01-01').days);
  for (; date.year < 2411; date = date.add({ days: 1 }), day++) {
    const text = date.toString();
    if (dayNumber(text) !== day || dateOfDay(day) !== text || weekdayIndex(day) !== date.dayOfWeek - 1) {
      expect({ text, day: dayNumber(text) }).toEqual({ text, day });
    }
  }
});

test.each([
  '2026-02-29',
  '1900-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-04-31',
  '2026-4-1',
  '2026/04/01',
  '20a6-04-01',
  '',
  '2026-04-01T',
])('%j is no date', (text) => expect(dayNumber(text)).toBeUndefined());
