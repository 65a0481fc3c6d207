import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'calendar-days-on-always';

test('hours and days on it pass', () => {
  const plan = planWith((it) => {
    it.reopening = { within: '30 days', calendar: 'always' };
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('business days on a calendar that never closes are found, wherever they stand', () => {
  const plan = planWith((it) => {
    it.pauses!.calendar = 'always';
    it.obligations![0]!.due = { days: 10, of: 'always', after: 'change' };
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'pauses.longest', severity: 'blocking', values: { span: '2 business days', calendar: 'always' } },
    { at: 'obligations.1.due.of', values: { span: '10 days' } },
  ]);
});
