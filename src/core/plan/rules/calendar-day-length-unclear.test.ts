import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { business } from '../../../../test/build/route.ts';

const CODE = 'calendar-day-length-unclear';

test('hours up to a whole day pass', () => {
  const plan = planWith((it) => {
    business(it).normalDay = '24 hours';
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('a day that is a day long is found', () => {
  const plan = planWith((it) => {
    business(it).normalDay = '1 day';
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'calendars.business.normalDay', severity: 'blocking', values: { normalDay: '1 day' } },
  ]);
});

test('a day of more hours than there are is found', () => {
  const plan = planWith((it) => {
    business(it).normalDay = '25 hours';
  });
  expect(seen(CODE, plan)).toMatchObject([{ values: { normalDay: '25 hours' } }]);
});
