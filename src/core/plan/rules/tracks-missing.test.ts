import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'tracks-missing';

test('a plan with a track passes', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('a plan without is found', () => {
  const plan = planWith((it) => {
    it.tracks = {};
  });
  expect(seen(CODE, plan)).toMatchObject([{ at: 'tracks', severity: 'blocking' }]);
});
