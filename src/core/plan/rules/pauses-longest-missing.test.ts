import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'pauses-longest-missing';

test('a longest pause passes', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('a plan without pauses needs none', () => {
  const plan = planWith((it) => {
    delete it.pauses;
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('a pause that nothing ends is found', () => {
  const plan = planWith((it) => {
    delete it.pauses!.longest;
  });
  expect(seen(CODE, plan)).toMatchObject([{ at: 'pauses.longest', severity: 'blocking' }]);
});
