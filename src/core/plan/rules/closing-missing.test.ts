import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'closing-missing';

test('a rule on closing passes', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('none is found', () => {
  const plan = planWith((it) => {
    delete it.closing;
  });
  expect(seen(CODE, plan)).toMatchObject([{ at: 'closing', severity: 'advice' }]);
});
