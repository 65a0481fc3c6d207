import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'contract-execution-missing';

test('a contract with its day of execution passes', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('a missing day of execution blocks where a date is counted from it', () => {
  const plan = planWith((it) => {
    delete it.contract?.executed;
  });
  expect(seen(CODE, plan)).toMatchObject([{ at: 'contract.executed', severity: 'blocking' }]);
});

test('a missing day of execution is a warning where nothing is counted from it', () => {
  const plan = planWith((it) => {
    delete it.contract?.executed;
    delete it.requirements;
    delete it.obligations;
  });
  expect(seen(CODE, plan)).toMatchObject([{ at: 'contract.executed', severity: 'warning' }]);
});
