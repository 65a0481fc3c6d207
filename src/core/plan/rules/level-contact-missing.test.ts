import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'level-contact-missing';

test('levels that reach somebody pass', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('a level that reaches nobody is found', () => {
  const plan = planWith((it) => {
    it.levels![1]!.reach = [];
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'levels.2.reach', severity: 'blocking', values: { level: 2 } },
  ]);
});
