import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'obligation-acceptor-missing';

test('obligations that somebody accepts pass', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('an obligation nobody accepts is found', () => {
  const plan = planWith((it) => {
    delete it.obligations![1]!.acceptedBy;
  });
  expect(seen(CODE, plan)).toMatchObject([{ at: 'obligations.2.acceptedBy', severity: 'warning' }]);
});
