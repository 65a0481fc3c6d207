import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { business } from '../../../../test/build/route.ts';

const CODE = 'calendar-holiday-dateless';

test('a bare date passes', () => {
  const plan = planWith((it) => {
    business(it).holidays!.add = ['2026-12-24'];
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('a name without a date is found', () => {
  const plan = planWith((it) => {
    business(it).holidays!.add = [{ name: 'Founders Day' }];
    business(it).holidays!.remove = [{}];
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'calendars.business.holidays.add.1.date', severity: 'blocking' },
    { at: 'calendars.business.holidays.remove.1.date' },
  ]);
});
