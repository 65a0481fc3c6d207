import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'obligation-date-outside-term';

test('a date between execution and term passes, the last day too', () => {
  const plan = planWith((it) => {
    it.obligations![0]!.due = '2029-06-30';
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('a date after the term is found', () => {
  const plan = planWith((it) => {
    it.obligations![0]!.due = '2029-07-01';
  });
  expect(seen(CODE, plan)).toMatchObject([{ at: 'obligations.1.due', values: { date: '2029-07-01' } }]);
});

test('a date before the execution is found', () => {
  const plan = planWith((it) => {
    it.obligations![0]!.due = '2026-06-14';
  });
  expect(seen(CODE, plan)).toMatchObject([{ at: 'obligations.1.due' }]);
});
