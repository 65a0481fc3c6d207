import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { business } from '../../../../test/build/route.ts';

const CODE = 'calendar-list-unknown';

test('a shipped list passes', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('another is found, with what was perhaps meant', () => {
  const plan = planWith((it) => {
    business(it).holidays = { use: 'us-ca-state-office' };
  });
  expect(seen(CODE, plan)).toMatchObject([
    {
      at: 'calendars.business.holidays.use',
      severity: 'blocking',
      values: { list: 'us-ca-state-office', suggestion: 'us-ca-state-offices' },
    },
  ]);
});

test('what every object inherits is no list', () => {
  const plan = planWith((it) => {
    business(it).holidays = { use: 'constructor' };
  });
  expect(seen(CODE, plan)).toMatchObject([{ values: { list: 'constructor' } }]);
});
