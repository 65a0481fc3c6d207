import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'reopening-span-missing';

test('a time passes', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('none is found', () => {
  const plan = planWith((it) => {
    it.reopening = {};
  });
  expect(seen(CODE, plan)).toMatchObject([{ at: 'reopening.within', severity: 'blocking' }]);
});
