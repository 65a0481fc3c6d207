import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { stepOf } from '../../../../test/build/route.ts';

const CODE = 'calendar-reference-unknown';

test('calendars of the plan pass', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('a calendar that nobody described is found wherever it stands', () => {
  const plan = planWith((it) => {
    it.pauses!.calendar = 'busines';
    stepOf(it, 'service', 2).when = { unsatisfiedFor: '4 hours', calendar: 'constructor', since: 'opened' };
  });
  expect(seen(CODE, plan)).toMatchObject([
    {
      at: 'tracks.service.steps.2.when.calendar',
      values: { calendar: 'constructor', suggestion: undefined },
    },
    { at: 'pauses.calendar', severity: 'blocking', values: { calendar: 'busines', suggestion: 'business' } },
  ]);
});

test('a condition in a list is found by its place', () => {
  const plan = planWith((it) => {
    stepOf(it, 'billing', 3).when = [
      { allSilent: [1, 2], for: '2 business days', calendar: 'business' },
      { unsatisfiedFor: '2 business days', calendar: 'office', since: 'levelBelow' },
    ];
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'tracks.billing.steps.3.when.2.calendar', values: { calendar: 'office' } },
  ]);
});
