import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { stepOf, trackIn } from '../../../../test/build/route.ts';

const CODE = 'step-silence-idle';

test('levels below the step pass', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('the step itself, and a level the plan does not have, are found', () => {
  const plan = planWith((it) => {
    stepOf(it, 'service', 3).when = { allSilent: [2, 3, 7], for: '8 hours', calendar: 'always' };
  });
  expect(seen(CODE, plan)).toMatchObject([
    {
      at: 'tracks.service.steps.3.when.allSilent.2',
      severity: 'blocking',
      values: { silent: 3, why: 'not-below' },
    },
    {
      at: 'tracks.service.steps.3.when.allSilent.3',
      severity: 'blocking',
      values: { silent: 7, why: 'unknown' },
    },
  ]);
});

test('a level below to which the track has no step is found', () => {
  const plan = planWith((it) => {
    trackIn(it, 'service').steps!.splice(1, 1);
    stepOf(it, 'service', 2).when = { allSilent: [1, 2], for: '8 hours', calendar: 'always' };
  });
  expect(seen(CODE, plan)).toMatchObject([
    {
      at: 'tracks.service.steps.2.when.allSilent.2',
      severity: 'warning',
      values: { level: 3, silent: 2, why: 'off-track' },
    },
  ]);
});
