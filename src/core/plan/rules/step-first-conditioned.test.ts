import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { stepOf, trackIn } from '../../../../test/build/route.ts';

const CODE = 'step-first-conditioned';

test('a first step that is offered passes', () => {
  const plan = planWith((it) => {
    stepOf(it, 'service', 1).mode = 'offered';
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('the lowest step is the first, wherever it is written', () => {
  const plan = planWith((it) => {
    trackIn(it, 'service').steps!.reverse();
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('a condition on the opening is found', () => {
  const plan = planWith((it) => {
    stepOf(it, 'service', 1).when = { unsatisfiedFor: '1 hour', calendar: 'always', since: 'opened' };
    stepOf(it, 'service', 1).warn = ['10 minutes'];
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'tracks.service.steps.1.when', severity: 'blocking', values: { track: 'service', key: 'when' } },
    { at: 'tracks.service.steps.1.warn', severity: 'warning', values: { key: 'warn' } },
  ]);
});
