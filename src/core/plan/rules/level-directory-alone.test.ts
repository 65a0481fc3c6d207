import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'level-directory-alone';

test('a contact to be looked up with a desk behind it passes', () => {
  const plan = planWith((it) => {
    it.contacts!.manager = { kind: 'directory', title: 'Account Manager' };
    it.levels![0]!.reach = ['manager'];
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('a contact to be looked up with nobody behind it is found', () => {
  const plan = planWith((it) => {
    it.contacts!.manager = { kind: 'directory', title: 'Account Manager' };
    it.levels![1]!.reach = ['manager'];
  });
  expect(seen(CODE, plan)).toMatchObject([{ at: 'levels.2.otherwise', values: { level: 2 } }]);
});
