import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'contract-term-missing';

test('a term with its first and last day passes', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('a missing term is found', () => {
  const plan = planWith((it) => {
    delete it.contract?.term;
  });
  expect(seen(CODE, plan)).toMatchObject([{ at: 'contract.term', severity: 'warning' }]);
});

test('a term without its last day is found', () => {
  const plan = planWith((it) => {
    delete it.contract?.term?.until;
  });
  expect(seen(CODE, plan)).toMatchObject([{ at: 'contract.term.until', values: { key: 'until' } }]);
});
