import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { stepOf } from '../../../../test/build/route.ts';

const CODE = 'step-level-unknown';

test('levels of the plan pass', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('a level the plan does not have is found', () => {
  const plan = planWith((it) => {
    stepOf(it, 'service', 3).level = 4;
  });
  expect(seen(CODE, plan)).toMatchObject([
    {
      at: 'tracks.service.steps.3.level',
      severity: 'blocking',
      values: { track: 'service', level: 4, levels: 3 },
    },
  ]);
});
