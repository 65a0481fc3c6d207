import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

test('as many levels as the clause asks for are enough', () => {
  expect(seen('levels-too-few', planWith())).toEqual([]);
});

test('a level fewer than the clause asks for is found at the levels', () => {
  const plan = planWith(({ levels }) => levels?.pop());
  expect(seen('levels-too-few', plan)).toMatchObject([
    { at: 'levels', severity: 'blocking', values: { levels: 2, required: 3 } },
  ]);
});

test('a plan without any level is found whatever the clause says', () => {
  const plan = planWith((it) => {
    delete it.levels;
    delete it.requirements;
  });
  expect(seen('levels-too-few', plan)).toMatchObject([{ values: { levels: 0, required: 1 } }]);
});
