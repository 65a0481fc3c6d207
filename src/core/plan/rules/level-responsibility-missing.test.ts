import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'level-responsibility-missing';

test('levels that say what they may do pass', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('a level without its responsibility blocks where the clause asks for it', () => {
  const plan = planWith((it) => {
    delete it.levels![2]!.responsibility;
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'levels.3.responsibility', severity: 'blocking', values: { level: 3 } },
  ]);
});

test('a level without its responsibility is advice elsewhere', () => {
  const plan = planWith((it) => {
    delete it.levels![2]!.responsibility;
    delete it.requirements;
  });
  expect(seen(CODE, plan)).toMatchObject([{ severity: 'advice' }]);
});
