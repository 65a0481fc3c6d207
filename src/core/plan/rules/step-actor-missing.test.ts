import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { stepOf } from '../../../../test/build/route.ts';

const CODE = 'step-actor-missing';

test('a step of somebody passes', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('a step of nobody is found', () => {
  const plan = planWith((it) => {
    delete stepOf(it, 'service', 3).actor;
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'tracks.service.steps.3.actor', severity: 'blocking', values: { track: 'service', level: 3 } },
  ]);
});
