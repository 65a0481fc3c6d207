import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { passedTo, stepOf } from '../../../../test/build/route.ts';

const CODE = 'step-untaken-open';

test("the customer's own step passes", () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('a step that passes on when it is not taken passes', () => {
  const plan = planWith((it) => {
    stepOf(it, 'service', 3).actor = 'oversight';
    stepOf(it, 'service', 3).ifNotTaken = passedTo('customer');
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test("another party's step without a way on is found", () => {
  const plan = planWith((it) => {
    stepOf(it, 'service', 3).actor = 'oversight';
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'tracks.service.steps.3.ifNotTaken', severity: 'advice', values: { level: 3, actor: 'oversight' } },
  ]);
});
