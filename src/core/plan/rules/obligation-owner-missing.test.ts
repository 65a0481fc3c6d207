import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'obligation-owner-missing';

test('obligations with an owner pass', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('an obligation without an owner is found', () => {
  const plan = planWith((it) => {
    delete it.obligations![1]!.owner;
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'obligations.2.owner', severity: 'blocking', values: { obligation: 'Escalation process posted' } },
  ]);
});
