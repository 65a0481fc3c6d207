import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { stepOf } from '../../../../test/build/route.ts';

const CODE = 'track-clocks-mixed';

test('a track on one kind of calendar passes', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('a round-the-clock track whose top waits for the office says how long that may be', () => {
  const plan = planWith((it) => {
    stepOf(it, 'service', 3).when = { allSilent: [1, 2], for: '1 business day', calendar: 'business' };
  });
  expect(seen(CODE, plan)).toMatchObject([
    {
      at: 'tracks.service.steps.3.when',
      severity: 'advice',
      values: {
        track: 'service',
        level: 3,
        // The Wednesday before Thanksgiving 2027: closed until Monday.
        inHours: { hours: 120, from: '2027-11-24T08:00' },
        afterHours: { hours: 135, from: '2027-11-24T17:01' },
      },
    },
  ]);
});
