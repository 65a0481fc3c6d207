import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { business } from '../../../../test/build/route.ts';

const CODE = 'calendar-holiday-known';

test('a new date passes', () => {
  const plan = planWith((it) => {
    business(it).holidays!.add = ['2026-12-24'];
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('a date that the list closes already is found', () => {
  const plan = planWith((it) => {
    business(it).holidays!.add = [{ date: '2026-12-25', name: 'Christmas Day' }];
  });
  expect(seen(CODE, plan)).toMatchObject([
    {
      at: 'calendars.business.holidays.add.1',
      severity: 'advice',
      values: { date: '2026-12-25', list: 'us-ca-state-offices' },
    },
  ]);
});

test('a date written twice is found the second time', () => {
  const plan = planWith((it) => {
    business(it).holidays!.add = ['2026-12-24', { date: '2026-12-24', name: 'Eve' }];
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'calendars.business.holidays.add.2', values: { date: '2026-12-24', list: undefined } },
  ]);
});
