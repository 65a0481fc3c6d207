import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'party-name-missing';

test('three named parties pass', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('a party without a name is found', () => {
  const plan = planWith((it) => {
    delete it.contract?.parties?.oversight?.name;
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'contract.parties.oversight.name', values: { party: 'oversight' } },
  ]);
});
