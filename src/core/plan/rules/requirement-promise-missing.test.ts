import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'requirement-promise-missing';

test('a plan whose clause demands no promise passes', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('a promise the clause demands of every level is found at the promise of that level that lacks it', () => {
  const plan = planWith((it) => {
    it.requirements!.longestAtLevel = '8 business days';
    for (const promise of it.promises ?? []) {
      if (promise.track === 'service' && promise.level === 2) delete promise.longestAtLevel;
    }
  });
  expect(seen(CODE, plan)).toMatchObject([
    {
      at: 'promises.2.longestAtLevel',
      values: { track: 'service', level: 2, promise: 'longestAtLevel', required: '8 business days' },
    },
  ]);
});

test('where no promise is made to the level, it is found at the promises', () => {
  const plan = planWith((it) => {
    it.requirements!.longestAtLevel = '8 business days';
    it.promises = it.promises?.filter(({ track, level }) => track !== 'service' || level !== 2);
  });
  expect(seen(CODE, plan)).toMatchObject([{ at: 'promises', values: { track: 'service', level: 2 } }]);
});
