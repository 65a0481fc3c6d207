import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'obligation-date-missing';

test('obligations with a date pass', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('an obligation without a date, or with an empty one, is found', () => {
  const plan = planWith((it) => {
    delete it.obligations![0]!.due;
    it.obligations![2]!.due = {};
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'obligations.1.due', severity: 'blocking' },
    { at: 'obligations.3.due' },
  ]);
});
