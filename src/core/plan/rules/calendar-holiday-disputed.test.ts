import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { business } from '../../../../test/build/route.ts';

const CODE = 'calendar-holiday-disputed';

test('adding one date and removing another passes', () => {
  const plan = planWith((it) => {
    business(it).holidays = { use: 'us-federal', add: ['2026-12-24'], remove: ['2026-10-12'] };
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('one date in both is found', () => {
  const plan = planWith((it) => {
    business(it).holidays!.add = ['2026-12-24'];
    business(it).holidays!.remove = [{ date: '2026-12-24' }];
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'calendars.business.holidays.remove.1', severity: 'blocking', values: { date: '2026-12-24' } },
  ]);
});
