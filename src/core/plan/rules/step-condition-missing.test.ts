import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { stepOf } from '../../../../test/build/route.ts';

const CODE = 'step-condition-missing';

test('the first step needs none', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('a later step without is found', () => {
  const plan = planWith((it) => {
    delete stepOf(it, 'service', 2).when;
    stepOf(it, 'billing', 3).when = [];
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'tracks.service.steps.2.when', severity: 'blocking', values: { track: 'service', level: 2 } },
    { at: 'tracks.billing.steps.3.when', values: { track: 'billing', level: 3 } },
  ]);
});
