import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'calendar-days-unexplained';

test('business days with a meaning pass', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('a calendar on which only hours are counted needs none', () => {
  const plan = planWith((it) => {
    it.calendars!.night = { week: { 'mon-sun': ['22:00-06:00'] } };
    it.closing = { silentFor: '40 hours', calendar: 'night' };
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('business days without a meaning are found once, at the calendar', () => {
  const plan = planWith((it) => {
    it.calendars!.night = { week: { 'mon-sun': ['22:00-06:00'] } };
    it.closing!.calendar = 'night';
    it.pauses!.calendar = 'night';
  });
  expect(seen(CODE, plan)).toMatchObject([
    {
      at: 'calendars.night.businessDay',
      severity: 'blocking',
      values: { calendar: 'night', span: '2 business days', others: 1 },
    },
  ]);
});
