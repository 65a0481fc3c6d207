import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

test('a contract with its day of execution passes', () => {
  expect(seen('contract-execution-missing', planWith())).toEqual([]);
});

test('a contract without its day of execution is found where the day belongs', () => {
  const plan = planWith(({ contract }) => {
    delete contract?.executed;
  });
  expect(seen('contract-execution-missing', plan)).toMatchObject([
    { at: 'contract.executed', severity: 'warning' },
  ]);
});
