import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { business } from '../../../../test/build/route.ts';

const CODE = 'calendar-hours-missing';

test('a week or `hours: always` passes', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('a calendar that says neither is found', () => {
  const plan = planWith((it) => {
    delete business(it).week;
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'calendars.business.week', severity: 'blocking', values: { calendar: 'business' } },
  ]);
});
