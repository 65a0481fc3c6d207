import { expect, test } from 'vitest';
import { planText, planWith, SOUND_FACTS, seen } from '../../../../test/build/plan.ts';
import { check } from '../check.ts';

const CODE = 'calendar-list-ending';

test('a list that reaches beyond the year after next passes', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('a year after next without holidays is found', () => {
  expect(seen(CODE, planWith(), { ...SOUND_FACTS, today: '2033-12-31' })).toEqual([]);
  expect(seen(CODE, planWith(), { ...SOUND_FACTS, today: '2034-01-01' })).toMatchObject([
    { at: 'calendars.business.holidays', severity: 'warning', values: { until: '2035-12-31', year: 2036 } },
  ]);
});

test('without today it is not asked', () => {
  expect(check(planText(planWith()), {}).notChecked).toContain(CODE);
});
