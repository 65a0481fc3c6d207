import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { business } from '../../../../test/build/route.ts';

const CODE = 'calendar-holiday-absent';

test('removing a date of the list passes', () => {
  const plan = planWith((it) => {
    business(it).holidays!.remove = ['2026-12-25'];
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('a date that was never closed is found', () => {
  const plan = planWith((it) => {
    business(it).holidays!.remove = ['2026-12-26'];
  });
  expect(seen(CODE, plan)).toMatchObject([
    {
      at: 'calendars.business.holidays.remove.1',
      severity: 'warning',
      values: { date: '2026-12-26', list: 'us-ca-state-offices' },
    },
  ]);
});
