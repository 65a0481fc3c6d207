import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { business } from '../../../../test/build/route.ts';

const CODE = 'calendar-list-short';

test('data beyond the term pass', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('without an end of the term nothing can be said', () => {
  const plan = planWith((it) => {
    delete it.contract!.term!.until;
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('a list that ends before the term does is found', () => {
  const plan = planWith((it) => {
    it.contract!.term!.until = '2036-01-01';
  });
  expect(seen(CODE, plan)).toMatchObject([
    {
      at: 'calendars.business.holidays',
      severity: 'warning',
      values: { until: '2035-12-31', termUntil: '2036-01-01' },
    },
  ]);
});

test('dates written by hand reach to the end of their last year', () => {
  const plan = planWith((it) => {
    business(it).holidays = { add: ['2027-12-24', '2026-12-24'] };
  });
  expect(seen(CODE, plan)).toMatchObject([{ values: { until: '2027-12-31', termUntil: '2029-06-30' } }]);
});
