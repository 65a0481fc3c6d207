import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { stepOf } from '../../../../test/build/route.ts';

const CODE = 'step-silence-empty';

test('the silence of a level passes', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('the silence of nobody is found', () => {
  const plan = planWith((it) => {
    stepOf(it, 'service', 2).when = { anySilent: [], for: '4 hours', calendar: 'always' };
  });
  expect(seen(CODE, plan)).toMatchObject([
    {
      at: 'tracks.service.steps.2.when.anySilent',
      severity: 'blocking',
      values: { track: 'service', level: 2 },
    },
  ]);
});
