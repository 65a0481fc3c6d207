import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { business, stepOf } from '../../../../test/build/route.ts';

const CODE = 'step-warning-early';

test('a warning within the time passes', () => {
  const plan = planWith((it) => {
    stepOf(it, 'service', 2).warn = ['239 minutes'];
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('a warning as long before as the whole time is found', () => {
  const plan = planWith((it) => {
    stepOf(it, 'service', 2).warn = ['1 hour', '4 hours'];
  });
  expect(seen(CODE, plan)).toMatchObject([
    {
      at: 'tracks.service.steps.2.warn.2',
      severity: 'warning',
      values: { warn: '4 hours', span: '4 hours' },
    },
  ]);
});

test('a business day of hours is as long as a normal day', () => {
  const plan = planWith((it) => {
    business(it).businessDay = 'hours';
    stepOf(it, 'billing', 2).warn = ['9 hours'];
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'tracks.billing.steps.2.warn.1', values: { span: '1 business day' } },
  ]);
});
