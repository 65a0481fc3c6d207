import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'contract-term-over';

test.each([
  ['on its last day', '2029-06-30', 0],
  ['on the day after', '2029-07-01', 1],
])('%s the term is over or not', (_, today, count) => {
  expect(seen(CODE, planWith(), { today })).toHaveLength(count);
});
