import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'contract-term-reversed';

test('a term of one day passes', () => {
  const plan = planWith((it) => {
    it.contract!.term = { from: '2026-07-01', until: '2026-07-01' };
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('a term that ends before it begins is found', () => {
  const plan = planWith((it) => {
    it.contract!.term = { from: '2026-07-01', until: '2026-06-30' };
  });
  expect(seen(CODE, plan)).toMatchObject([{ at: 'contract.term.until', severity: 'blocking' }]);
});
