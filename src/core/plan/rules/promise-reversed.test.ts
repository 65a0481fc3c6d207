import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { promiseOf } from '../../../../test/build/route.ts';

const CODE = 'promise-reversed';

test('the same time for both passes', () => {
  const plan = planWith((it) => {
    promiseOf(it, 'service', 1).acknowledgeWithin = '1 hour';
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('times counted otherwise are not compared', () => {
  const plan = planWith((it) => {
    promiseOf(it, 'service', 1).acknowledgeWithin = '1 day';
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('an answer before the word that somebody has it is found', () => {
  const plan = planWith((it) => {
    promiseOf(it, 'service', 1).acknowledgeWithin = '90 minutes';
  });
  expect(seen(CODE, plan)).toMatchObject([
    {
      at: 'promises.1.acknowledgeWithin',
      severity: 'warning',
      values: { acknowledgeWithin: '90 minutes', respondWithin: '1 hour' },
    },
  ]);
});
