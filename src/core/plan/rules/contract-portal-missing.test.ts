import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'contract-portal-missing';

test('a plan whose posting place has an address passes', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('a missing address blocks where the clause demands posting', () => {
  const plan = planWith((it) => {
    delete it.contract?.portal;
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'contract.portal', severity: 'blocking', values: { place: 'user portal' } },
  ]);
});

test('a missing address is a warning where the clause demands no posting', () => {
  const plan = planWith((it) => {
    delete it.contract?.portal;
    delete it.requirements?.posting;
  });
  expect(seen(CODE, plan)).toMatchObject([{ severity: 'warning' }]);
});
