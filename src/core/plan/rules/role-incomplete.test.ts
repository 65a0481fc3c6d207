import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'role-incomplete';

test('roles with name, party and duties pass', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('a role without a party or with nothing to do is found', () => {
  const plan = planWith((it) => {
    delete it.roles![0]!.party;
    it.roles![1]!.does = [];
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'roles.1.party', values: { role: 'Customer', key: 'party' } },
    { at: 'roles.2.does', values: { role: 'Service desk', key: 'does' } },
  ]);
});
