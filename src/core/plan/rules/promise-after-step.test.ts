import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { promiseOf } from '../../../../test/build/route.ts';

const CODE = 'promise-after-step';

test('a promise kept before the next step is due passes', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('a promise as long as the step itself passes', () => {
  const plan = planWith((it) => {
    promiseOf(it, 'service', 1).respondWithin = '4 hours';
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('at the top nothing is compared', () => {
  const plan = planWith((it) => {
    promiseOf(it, 'service', 3).respondWithin = '9 days';
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('an answer promised after the next step is due is found, with a start', () => {
  const plan = planWith((it) => {
    promiseOf(it, 'service', 1).respondWithin = '5 hours';
  });
  expect(seen(CODE, plan)).toMatchObject([
    {
      at: 'promises.1.respondWithin',
      severity: 'warning',
      values: {
        promise: 'respondWithin',
        next: 2,
        from: '2026-12-01T00:00',
        promisedAt: '2026-12-01T05:00',
        dueAt: '2026-12-01T04:00',
      },
    },
  ]);
});

test('a promise in business hours is late for some starts only', () => {
  const plan = planWith((it) => {
    Object.assign(promiseOf(it, 'service', 1), { acknowledgeWithin: '1 hour', calendar: 'business' });
    delete promiseOf(it, 'service', 1).respondWithin;
  });
  expect(seen(CODE, plan)).toMatchObject([
    {
      at: 'promises.1.acknowledgeWithin',
      values: { from: '2026-12-01T00:00', promisedAt: '2026-12-01T09:00' },
    },
  ]);
});
