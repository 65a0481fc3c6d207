import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { stepOf } from '../../../../test/build/route.ts';

const CODE = 'step-span-missing';

test('a silence with its time passes', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('a silence of no length is found', () => {
  const plan = planWith((it) => {
    stepOf(it, 'service', 2).when = { allSilent: [1], calendar: 'always' };
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'tracks.service.steps.2.when.for', severity: 'blocking', values: { track: 'service', level: 2 } },
  ]);
});
