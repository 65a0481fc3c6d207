import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'level-individual-missing';

test('levels with a person pass', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('a level of desks only is found', () => {
  const plan = planWith((it) => {
    it.levels![0]!.reach = ['desk'];
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'levels.1.reach', severity: 'advice', values: { level: 1 } },
  ]);
});
