import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'reopening-missing';

test('a rule on reopening passes', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('none is found', () => {
  const plan = planWith((it) => {
    delete it.reopening;
  });
  expect(seen(CODE, plan)).toMatchObject([{ at: 'reopening', severity: 'advice' }]);
});
