import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'pauses-missing';

test('a rule on pauses passes', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('none is found', () => {
  const plan = planWith((it) => {
    delete it.pauses;
  });
  expect(seen(CODE, plan)).toMatchObject([{ at: 'pauses', severity: 'advice' }]);
});
