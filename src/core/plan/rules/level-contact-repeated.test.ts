import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'level-contact-repeated';

test('other people at every level pass', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('somebody who only stands in at another level passes', () => {
  const plan = planWith((it) => {
    it.levels![2]!.otherwise = ['bo'];
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('the same person at two levels is found', () => {
  const plan = planWith((it) => {
    it.levels![2]!.reach = ['cy', 'bo'];
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'levels.3.reach.2', values: { contact: 'Bo Example', level: 3, first: 2 } },
  ]);
});
