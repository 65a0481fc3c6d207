import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'contract-zone-missing';

test('a contract with a zone passes', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('a contract without a zone is found', () => {
  const plan = planWith((it) => {
    delete it.contract?.timeZone;
  });
  expect(seen(CODE, plan)).toMatchObject([{ at: 'contract.timeZone', severity: 'blocking' }]);
});
