import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { business } from '../../../../test/build/route.ts';

const CODE = 'calendar-hours-overlap';

test('hours that touch pass', () => {
  const plan = planWith((it) => {
    business(it).week = { 'mon-fri': ['08:00-12:00', '12:00-17:00'] };
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('a night and the next early morning pass, for they are two days', () => {
  const plan = planWith((it) => {
    business(it).week = { 'mon-fri': ['22:00-06:00', '05:00-07:00'] };
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('overlapping hours are found once for the line they stand on', () => {
  const plan = planWith((it) => {
    business(it).week = { 'mon-fri': ['08:00-12:00', '11:00-17:00'] };
  });
  expect(seen(CODE, plan)).toMatchObject([
    {
      at: 'calendars.business.week.mon-fri.2',
      severity: 'blocking',
      values: { day: 'mon', first: '08:00-12:00', second: '11:00-17:00' },
    },
  ]);
});

test('two keys for one day add up', () => {
  const plan = planWith((it) => {
    business(it).week = { 'mon-fri': ['08:00-17:00'], fri: ['08:00-16:00'] };
  });
  expect(seen(CODE, plan)).toMatchObject([{ values: { day: 'fri' } }]);
});

test('exceptions are looked at too', () => {
  const plan = planWith((it) => {
    business(it).exceptions = { '2026-12-31': ['08:00-12:00', '09:00-10:00'] };
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'calendars.business.exceptions.2026-12-31.2', values: { day: '2026-12-31' } },
  ]);
});
