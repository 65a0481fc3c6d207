import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'acknowledged-for-odd';

test('a plan that does not say passes', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('five minutes pass', () => {
  const plan = planWith((it) => {
    it.acknowledgedFor = '5 minutes';
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('eight hours pass', () => {
  const plan = planWith((it) => {
    it.acknowledgedFor = '8 hours';
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('less is found', () => {
  const plan = planWith((it) => {
    it.acknowledgedFor = '299 seconds';
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'acknowledgedFor', severity: 'warning', values: { why: 'short' } },
  ]);
});

test('more is found', () => {
  const plan = planWith((it) => {
    it.acknowledgedFor = '481 minutes';
  });
  expect(seen(CODE, plan)).toMatchObject([{ severity: 'warning', values: { why: 'long' } }]);
});

test('days are found', () => {
  const plan = planWith((it) => {
    it.acknowledgedFor = '1 business day';
  });
  expect(seen(CODE, plan)).toMatchObject([{ severity: 'blocking', values: { why: 'days' } }]);
});
