import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'plan-upkeep-missing';

test('contacts confirmed from time to time pass', () => {
  const plan = planWith((it) => {
    it.obligations = [];
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('an obligation that comes round passes', () => {
  const plan = planWith((it) => {
    delete it.requirements?.attestation;
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('a plan that nothing keeps current is found', () => {
  const plan = planWith((it) => {
    delete it.requirements?.attestation;
    it.obligations?.pop();
  });
  expect(seen(CODE, plan)).toMatchObject([{ at: 'obligations', severity: 'warning' }]);
});
