import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { trackIn } from '../../../../test/build/route.ts';

const CODE = 'track-steps-missing';

test('a track with steps passes', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('a track without is found', () => {
  const plan = planWith((it) => {
    trackIn(it, 'service').steps = [];
    delete trackIn(it, 'billing').steps;
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'tracks.service.steps', severity: 'blocking', values: { track: 'service' } },
    { at: 'tracks.billing.steps', values: { track: 'billing' } },
  ]);
});
