import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { promiseOf } from '../../../../test/build/route.ts';

const CODE = 'promise-update-missing';

test('one level that tells the customer passes', () => {
  const plan = planWith((it) => {
    delete promiseOf(it, 'service', 1).updateEvery;
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('a track without any promise is left to another rule', () => {
  const plan = planWith((it) => {
    it.promises = [];
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('a track on which nobody hears anything is found', () => {
  const plan = planWith((it) => {
    for (const promise of it.promises!.slice(0, 3)) delete promise.updateEvery;
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'promises', severity: 'advice', values: { track: 'service' } },
  ]);
});
