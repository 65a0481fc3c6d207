import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'contract-key-missing';

test('a contract with id, title and clause passes', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('each of id, title and clause that is missing is found', () => {
  const plan = planWith((it) => {
    delete it.contract?.clause;
  });
  expect(seen(CODE, plan)).toMatchObject([{ at: 'contract.clause', severity: 'warning' }]);
});
