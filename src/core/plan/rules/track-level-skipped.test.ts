import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { trackIn } from '../../../../test/build/route.ts';

const CODE = 'track-level-skipped';

test('tracks that lead to every level pass', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('a level that only another track leads to is found', () => {
  const plan = planWith((it) => {
    trackIn(it, 'billing').steps!.pop();
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'tracks.billing.steps', severity: 'warning', values: { track: 'billing', level: 3 } },
  ]);
});

test('a level passed over in between is found', () => {
  const plan = planWith((it) => {
    trackIn(it, 'service').steps!.splice(1, 1);
  });
  expect(seen(CODE, plan)).toMatchObject([{ values: { track: 'service', level: 2 } }]);
});
