import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'level-title-missing';

test('levels with titles pass', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('a level without a title is found', () => {
  const plan = planWith((it) => {
    delete it.levels![1]!.title;
  });
  expect(seen(CODE, plan)).toMatchObject([{ at: 'levels.2.title', values: { level: 2 } }]);
});
