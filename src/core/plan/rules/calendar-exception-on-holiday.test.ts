import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { business } from '../../../../test/build/route.ts';

const CODE = 'calendar-exception-on-holiday';

test('other hours on a working day pass', () => {
  const plan = planWith((it) => {
    business(it).exceptions = { '2026-12-31': ['08:00-12:00'] };
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('other hours on a holiday that was removed pass', () => {
  const plan = planWith((it) => {
    business(it).exceptions = { '2026-11-11': ['08:00-12:00'] };
    business(it).holidays!.remove = ['2026-11-11'];
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('hours on a holiday are found, for the date stays closed', () => {
  const plan = planWith((it) => {
    business(it).exceptions = { '2026-11-11': ['08:00-12:00'] };
  });
  expect(seen(CODE, plan)).toMatchObject([
    {
      at: 'calendars.business.exceptions.2026-11-11',
      severity: 'warning',
      values: { date: '2026-11-11', holiday: 'Veterans Day' },
    },
  ]);
});

test('closing what is closed is advice', () => {
  const plan = planWith((it) => {
    business(it).exceptions = { '2026-11-11': [] };
  });
  expect(seen(CODE, plan)).toMatchObject([{ severity: 'advice' }]);
});
