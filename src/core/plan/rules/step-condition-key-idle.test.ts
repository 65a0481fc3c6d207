import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { stepOf } from '../../../../test/build/route.ts';

const CODE = 'step-condition-key-idle';

test('each key with its kind passes', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('a second span is found', () => {
  const plan = planWith((it) => {
    stepOf(it, 'service', 2).when = {
      unsatisfiedFor: '4 hours',
      for: '5 hours',
      calendar: 'always',
      since: 'opened',
    };
  });
  expect(seen(CODE, plan)).toMatchObject([
    {
      at: 'tracks.service.steps.2.when.for',
      severity: 'blocking',
      values: { key: 'for', kind: 'unsatisfiedFor' },
    },
  ]);
});

test('a silence since something is found', () => {
  const plan = planWith((it) => {
    stepOf(it, 'service', 2).when = { allSilent: [1], for: '4 hours', calendar: 'always', since: 'opened' };
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'tracks.service.steps.2.when.since', values: { key: 'since', kind: 'allSilent' } },
  ]);
});
