import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'promise-level-missing';

test('a promise at every level passes', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('a track without any is left to another rule', () => {
  const plan = planWith((it) => {
    it.promises = it.promises!.filter(({ track }) => track === 'billing');
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('a level without is found where others have one', () => {
  const plan = planWith((it) => {
    it.promises!.splice(1, 1);
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'tracks.service.steps.2', severity: 'advice', values: { track: 'service', level: 2 } },
  ]);
});
