import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'obligation-self-accepted';

test('obligations accepted by another party pass', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('an obligation accepted by its owner is found', () => {
  const plan = planWith((it) => {
    it.obligations![1]!.acceptedBy = 'contractor';
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'obligations.2.acceptedBy', values: { party: 'contractor' } },
  ]);
});
