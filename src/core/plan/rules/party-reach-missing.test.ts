import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'party-reach-missing';

test('a plan passes that names somebody to tell at both parties', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('nobody to tell at oversight blocks', () => {
  const plan = planWith((it) => {
    it.contract!.parties!.oversight!.reach = [];
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'contract.parties.oversight.reach', severity: 'blocking', values: { party: 'oversight' } },
  ]);
});

test('the program manager is somebody to tell at the contractor', () => {
  const plan = planWith((it) => {
    delete it.contract?.parties?.contractor?.reach;
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('nobody to tell at the contractor is a warning', () => {
  const plan = planWith((it) => {
    delete it.contract?.parties?.contractor?.reach;
    delete it.contract?.parties?.contractor?.programManager;
  });
  expect(seen(CODE, plan)).toMatchObject([{ severity: 'warning', values: { party: 'contractor' } }]);
});
