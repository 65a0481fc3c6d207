import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { trackIn } from '../../../../test/build/route.ts';

const CODE = 'step-level-unordered';

test('rising levels pass', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('a step below the one before it is found', () => {
  const plan = planWith((it) => {
    trackIn(it, 'service').steps!.reverse();
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'tracks.service.steps.2.level', severity: 'blocking', values: { level: 2, before: 3 } },
    { at: 'tracks.service.steps.3.level', values: { level: 1, before: 2 } },
  ]);
});
