import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'obligation-date-unclear';

test.each([
  [{ days: 10, after: 'change' }],
  [{ days: 10, of: 'business', after: 'change' }],
  [{ every: '90 days', after: 'publication' }],
  [{ monthly: 15 }],
  ['2027-01-31'],
] as const)('%j can be counted', (due) => {
  const plan = planWith((it) => {
    it.obligations![0]!.due = due;
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test.each([
  [{ days: 10 }],
  [{ days: 10, every: '90 days', after: 'change' }],
  [{ monthly: 15, after: 'change' }],
  [{ after: 'change' }],
  [{ every: '90 days', of: 'business', after: 'change' }],
] as const)('%j cannot be counted', (due) => {
  const plan = planWith((it) => {
    it.obligations![0]!.due = due;
  });
  expect(seen(CODE, plan)).toMatchObject([{ at: 'obligations.1.due', severity: 'blocking' }]);
});
