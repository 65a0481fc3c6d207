import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { business } from '../../../../test/build/route.ts';

const CODE = 'calendar-hours-doubled';

test('one of the two passes', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('a week beside `hours: always` is found', () => {
  const plan = planWith((it) => {
    business(it).hours = 'always';
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'calendars.business.week', severity: 'blocking', values: { calendar: 'business' } },
  ]);
});
