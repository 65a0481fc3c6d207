import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'obligation-id-repeated';

test('obligations with ids of their own pass', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('an id that stands twice is found', () => {
  const plan = planWith((it) => {
    it.obligations![2]!.id = 'process';
  });
  expect(seen(CODE, plan)).toMatchObject([{ at: 'obligations.3.id', values: { id: 'process' } }]);
});
