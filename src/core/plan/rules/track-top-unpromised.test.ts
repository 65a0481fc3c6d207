import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'track-top-unpromised';

test('a promise at the top passes', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('a top level without a promise is found', () => {
  const plan = planWith((it) => {
    it.promises!.splice(2, 1);
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'tracks.service.steps.3', severity: 'advice', values: { track: 'service', level: 3 } },
  ]);
});
