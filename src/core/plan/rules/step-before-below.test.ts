import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { stepOf } from '../../../../test/build/route.ts';

const CODE = 'step-before-below';

test('steps that fall due in order pass', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('a step that requires the level below cannot come before it', () => {
  const plan = planWith((it) => {
    stepOf(it, 'service', 3).when = { unsatisfiedFor: '3 hours', calendar: 'always', since: 'opened' };
    stepOf(it, 'service', 3).requires = [2];
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('a clock that starts with the level below is not compared', () => {
  const plan = planWith((it) => {
    stepOf(it, 'service', 3).when = { unsatisfiedFor: '3 hours', calendar: 'always', since: 'levelBelow' };
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('a step that is always sooner is found', () => {
  const plan = planWith((it) => {
    stepOf(it, 'service', 3).when = { unsatisfiedFor: '3 hours', calendar: 'always', since: 'opened' };
  });
  expect(seen(CODE, plan)).toMatchObject([
    {
      at: 'tracks.service.steps.3.when',
      severity: 'warning',
      values: {
        track: 'service',
        level: 3,
        below: 2,
        from: '2026-12-01T00:00',
        dueAt: '2026-12-01T03:00',
        belowDueAt: '2026-12-01T04:00',
      },
    },
  ]);
});

test('a step that is sooner over a weekend only is found, with that start', () => {
  const plan = planWith((it) => {
    stepOf(it, 'billing', 2).when = {
      unsatisfiedFor: '1 business day',
      calendar: 'business',
      since: 'opened',
    };
    stepOf(it, 'billing', 3).when = { allSilent: [1, 2], for: '60 hours', calendar: 'always' };
  });
  expect(seen(CODE, plan)).toMatchObject([
    {
      at: 'tracks.billing.steps.3.when',
      // A Thursday after closing counts as Friday's opening.
      values: {
        from: '2026-12-03T17:30',
        dueAt: '2026-12-06T05:30',
        belowDueAt: '2026-12-07T08:00',
      },
    },
  ]);
});
