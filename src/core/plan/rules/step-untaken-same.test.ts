import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { passedTo, stepOf } from '../../../../test/build/route.ts';

const CODE = 'step-untaken-same';

test('another party passes', () => {
  const plan = planWith((it) => {
    stepOf(it, 'service', 3).ifNotTaken = passedTo('oversight');
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('the same party is found', () => {
  const plan = planWith((it) => {
    stepOf(it, 'service', 3).ifNotTaken = passedTo('customer');
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'tracks.service.steps.3.ifNotTaken.then', severity: 'blocking', values: { actor: 'customer' } },
  ]);
});
