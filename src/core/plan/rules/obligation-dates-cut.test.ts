import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'obligation-dates-cut';
const TODAY = { today: '2026-12-01' };

const weekly = (until: string | undefined) =>
  planWith((it) => {
    it.contract!.term = { from: '2026-07-01', ...(until !== undefined && { until }) };
    it.obligations![0]!.due = { every: '1 week', after: 'publication' };
  });

test('one that comes again until the term ends passes, and so does one that comes once', () => {
  expect(seen(CODE, weekly('2034-06-30'), TODAY)).toEqual([]);
  expect(seen(CODE, planWith(), TODAY)).toEqual([]);
});

test('one that comes oftener than dates are laid out is found, with the last of them', () => {
  expect(seen(CODE, weekly('2036-12-01'), TODAY)).toMatchObject([
    {
      at: 'obligations.1.due',
      severity: 'warning',
      values: { cut: 'count', count: 400, last: '2034-08-01' },
    },
  ]);
});

test('each that comes again without an end of the term is found', () => {
  expect(seen(CODE, weekly(undefined), TODAY)).toMatchObject([
    { at: 'obligations.1.due', values: { cut: 'years', last: '2031-11-25' } },
    { at: 'obligations.3.due', values: { cut: 'years', last: '2031-11-05' } },
  ]);
});

test('every zero days is no time that comes again', () => {
  const plan = planWith((it) => {
    it.obligations![0]!.due = { every: '0 days', after: 'publication' };
  });
  expect(seen(CODE, plan, TODAY)).toEqual([]);
});

test('where nobody says what day it is, dates are laid out from the date of the document', () => {
  const plan = weekly('2036-12-01');
  plan.document = { ...plan.document, dated: '2026-10-01' };
  expect(seen(CODE, plan, {})).toMatchObject([{ values: { cut: 'count', last: '2034-06-01' } }]);
});
