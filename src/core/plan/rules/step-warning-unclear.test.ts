import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { stepOf } from '../../../../test/build/route.ts';

const CODE = 'step-warning-unclear';

test('hours and minutes pass', () => {
  const plan = planWith((it) => {
    stepOf(it, 'service', 3).warn = ['1 hour', 'PT15M'];
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('days are found', () => {
  const plan = planWith((it) => {
    stepOf(it, 'service', 3).warn = ['1 hour', '1 day'];
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'tracks.service.steps.3.warn.2', severity: 'blocking', values: { warn: '1 day' } },
  ]);
});
