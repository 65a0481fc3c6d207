import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { business } from '../../../../test/build/route.ts';

const CODE = 'calendar-day-length-missing';

test('equal days need no length', () => {
  const plan = planWith((it) => {
    business(it).businessDay = 'hours';
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('unequal days with a normal one pass', () => {
  const plan = planWith((it) => {
    business(it).businessDay = 'hours';
    business(it).normalDay = '8 hours';
    business(it).week = { 'mon-thu': ['08:00-17:00'], fri: ['08:00-12:00'] };
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('unequal days that are not counted in hours pass', () => {
  const plan = planWith((it) => {
    business(it).week = { 'mon-thu': ['08:00-17:00'], fri: ['08:00-12:00'] };
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('unequal days counted in hours are found', () => {
  const plan = planWith((it) => {
    business(it).businessDay = 'hours';
    business(it).week = { 'mon-thu': ['08:00-12:00', '13:00-17:30'], fri: ['08:00-12:00'] };
  });
  expect(seen(CODE, plan)).toMatchObject([
    {
      at: 'calendars.business.normalDay',
      severity: 'blocking',
      values: { calendar: 'business', minutes: [240, 510] },
    },
  ]);
});
