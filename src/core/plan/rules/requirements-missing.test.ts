import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'requirements-missing';

test('a plan that writes out what the clause demands passes', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('a plan that does not say what the clause demands is found', () => {
  const plan = planWith((it) => {
    delete it.requirements;
  });
  expect(seen(CODE, plan)).toMatchObject([{ at: 'requirements', severity: 'warning' }]);
});
