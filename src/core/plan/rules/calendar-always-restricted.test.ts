import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'calendar-always-restricted';

test('holidays of a calendar with hours pass', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('holidays and exceptions that close nothing are found', () => {
  const plan = planWith((it) => {
    it.calendars!.always = { hours: 'always', holidays: { use: 'us-federal' }, businessDay: 'close' };
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'calendars.always.holidays', severity: 'warning', values: { calendar: 'always', key: 'holidays' } },
    { at: 'calendars.always.businessDay', values: { key: 'businessDay' } },
  ]);
});
