import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'posting-late';

test.each([
  ['the ninetieth day after execution', '2026-09-13', 0],
  ['the day after that', '2026-09-14', 1],
])('posted on %s', (_, postedOn, count) => {
  expect(seen(CODE, planWith(), { postedOn })).toHaveLength(count);
});
