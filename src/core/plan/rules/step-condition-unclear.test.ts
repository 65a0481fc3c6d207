import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { stepOf } from '../../../../test/build/route.ts';

const CODE = 'step-condition-unclear';

test('one kind a condition passes', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('a condition that waits for nothing is found', () => {
  const plan = planWith((it) => {
    stepOf(it, 'service', 2).when = { for: '4 hours', calendar: 'always' };
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'tracks.service.steps.2.when', severity: 'blocking', values: { level: 2, kinds: [] } },
  ]);
});

test('a condition that waits for two things is found by its place in the list', () => {
  const plan = planWith((it) => {
    stepOf(it, 'service', 3).when = [
      { unsatisfiedFor: '8 hours', calendar: 'always', since: 'levelBelow' },
      { unsatisfiedFor: '8 hours', anySilent: [2], calendar: 'always', since: 'levelBelow' },
    ];
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'tracks.service.steps.3.when.2', values: { kinds: ['unsatisfiedFor', 'anySilent'] } },
  ]);
});
