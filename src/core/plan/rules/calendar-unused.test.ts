import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'calendar-unused';

test('a calendar of an obligation alone is used', () => {
  const plan = planWith((it) => {
    it.calendars!.office = { week: { mon: ['08:00-17:00'] }, businessDay: 'close' };
    it.obligations![0]!.due = { days: 10, of: 'office', after: 'change' };
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('a calendar on which nothing is counted is found', () => {
  const plan = planWith((it) => {
    it.calendars!.night = { week: { 'mon-sun': ['22:00-06:00'] } };
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'calendars.night', severity: 'advice', values: { calendar: 'night' } },
  ]);
});
