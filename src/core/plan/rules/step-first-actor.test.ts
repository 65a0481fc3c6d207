import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { stepOf } from '../../../../test/build/route.ts';

const CODE = 'step-first-actor';

test('the customer opens', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('an opening by another party is found', () => {
  const plan = planWith((it) => {
    stepOf(it, 'service', 1).actor = 'oversight';
  });
  expect(seen(CODE, plan)).toMatchObject([
    {
      at: 'tracks.service.steps.1.actor',
      severity: 'blocking',
      values: { track: 'service', actor: 'oversight' },
    },
  ]);
});
