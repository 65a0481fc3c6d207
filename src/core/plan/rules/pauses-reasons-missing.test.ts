import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'pauses-reasons-missing';

test('a reason passes', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('none is found', () => {
  const plan = planWith((it) => {
    it.pauses!.reasons = [];
  });
  expect(seen(CODE, plan)).toMatchObject([{ at: 'pauses.reasons', severity: 'warning' }]);
});
