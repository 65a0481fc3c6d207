import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { business } from '../../../../test/build/route.ts';

const CODE = 'calendar-never-opens';

test('a calendar that opens on single dates only passes', () => {
  const plan = planWith((it) => {
    business(it).week = { mon: [] };
    business(it).exceptions = { '2026-12-31': ['08:00-12:00'] };
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('an empty week is found', () => {
  const plan = planWith((it) => {
    business(it).week = { 'mon-fri': [] };
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'calendars.business.week', severity: 'blocking', values: { calendar: 'business' } },
  ]);
});

test('a week without days is found', () => {
  const plan = planWith((it) => {
    business(it).week = {};
    business(it).exceptions = { '2026-12-31': [] };
  });
  expect(seen(CODE, plan)).toMatchObject([{ values: { calendar: 'business' } }]);
});
