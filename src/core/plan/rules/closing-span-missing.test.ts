import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'closing-span-missing';

test('a time passes', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('none is found', () => {
  const plan = planWith((it) => {
    delete it.closing!.silentFor;
  });
  expect(seen(CODE, plan)).toMatchObject([{ at: 'closing.silentFor', severity: 'blocking' }]);
});
