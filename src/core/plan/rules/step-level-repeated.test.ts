import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { stepOf } from '../../../../test/build/route.ts';

const CODE = 'step-level-repeated';

test('the same level on two tracks passes', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('two steps of a track to one level are found at the second', () => {
  const plan = planWith((it) => {
    stepOf(it, 'service', 3).level = 2;
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'tracks.service.steps.3.level', severity: 'blocking', values: { track: 'service', level: 2 } },
  ]);
});
