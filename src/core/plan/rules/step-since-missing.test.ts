import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { stepOf } from '../../../../test/build/route.ts';

const CODE = 'step-since-missing';

test('a start that is said passes', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('a start that is not said is found, for it changes the instant', () => {
  const plan = planWith((it) => {
    stepOf(it, 'service', 2).when = { unsatisfiedFor: '4 hours', calendar: 'always' };
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'tracks.service.steps.2.when.since', severity: 'blocking', values: { track: 'service', level: 2 } },
  ]);
});
