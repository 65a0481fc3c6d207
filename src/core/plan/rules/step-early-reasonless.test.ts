import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { stepOf } from '../../../../test/build/route.ts';

const CODE = 'step-early-reasonless';

test('a reason passes', () => {
  const plan = planWith((it) => {
    stepOf(it, 'service', 3).early = { reasons: ['danger to life'] };
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('none is found', () => {
  const plan = planWith((it) => {
    stepOf(it, 'service', 3).early = {};
    stepOf(it, 'billing', 3).early = { reasons: [] };
  });
  expect(seen(CODE, plan)).toMatchObject([
    {
      at: 'tracks.service.steps.3.early.reasons',
      severity: 'warning',
      values: { track: 'service', level: 3 },
    },
    { at: 'tracks.billing.steps.3.early.reasons' },
  ]);
});
