import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'plan-format-missing';

test('a plan that names its format passes', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('a plan that does not name its format is found', () => {
  const plan = planWith((it) => {
    delete it.ladder;
  });
  expect(seen(CODE, plan)).toMatchObject([{ at: 'ladder', severity: 'blocking' }]);
});
