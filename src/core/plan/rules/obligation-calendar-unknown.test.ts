import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'obligation-calendar-unknown';

test('days on a calendar of the plan pass', () => {
  const plan = planWith((it) => {
    it.obligations![0]!.due = { days: 10, of: 'business', after: 'change' };
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('days on an unknown calendar are found', () => {
  const plan = planWith((it) => {
    it.obligations![0]!.due = { days: 10, of: 'busines', after: 'change' };
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'obligations.1.due.of', values: { calendar: 'busines', suggestion: 'business' } },
  ]);
});
