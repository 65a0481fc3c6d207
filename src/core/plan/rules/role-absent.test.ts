import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'role-absent';

test('a role for every party that has something to do passes', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('a party that accepts deliverables and has no role is found', () => {
  const plan = planWith((it) => {
    it.roles?.pop();
  });
  expect(seen(CODE, plan)).toMatchObject([{ at: 'roles', values: { party: 'oversight' } }]);
});
