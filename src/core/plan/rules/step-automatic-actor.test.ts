import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { stepOf } from '../../../../test/build/route.ts';

const CODE = 'step-automatic-actor';

test("the customer's step may be automatic", () => {
  const plan = planWith((it) => {
    stepOf(it, 'service', 3).mode = 'automatic';
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test("another party's may not", () => {
  const plan = planWith((it) => {
    stepOf(it, 'service', 3).mode = 'automatic';
    stepOf(it, 'service', 3).actor = 'oversight';
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'tracks.service.steps.3.mode', severity: 'blocking', values: { actor: 'oversight' } },
  ]);
});
