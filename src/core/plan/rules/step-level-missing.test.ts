import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { stepOf } from '../../../../test/build/route.ts';

const CODE = 'step-level-missing';

test('a step with a level passes', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('a step without is found', () => {
  const plan = planWith((it) => {
    delete stepOf(it, 'service', 2).level;
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'tracks.service.steps.2.level', severity: 'blocking', values: { track: 'service' } },
  ]);
});
