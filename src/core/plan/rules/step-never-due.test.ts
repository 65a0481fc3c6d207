import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { stepOf } from '../../../../test/build/route.ts';

const CODE = 'step-never-due';

test('steps that can fall due pass', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('the silence of levels that are never asked before is found', () => {
  const plan = planWith((it) => {
    stepOf(it, 'service', 2).when = { allSilent: [3], for: '4 hours', calendar: 'always' };
  });
  expect(seen(CODE, plan)).toMatchObject([
    {
      at: 'tracks.service.steps.2.when',
      severity: 'blocking',
      values: { level: 2, why: 'silence', isWholeStep: true },
    },
    // Level 3 is still reached by the silence of level 1, but never counts from level 2.
    { at: 'tracks.service.steps.3.when.2', severity: 'warning', values: { level: 3, why: 'level-below' } },
  ]);
});

test('a calendar that never opens for so long is found', () => {
  const plan = planWith((it) => {
    it.calendars!.once = { week: { mon: [] }, exceptions: { '2027-06-07': ['08:00-12:00'] } };
    stepOf(it, 'service', 2).when = [
      { unsatisfiedFor: '5 hours', calendar: 'once', since: 'opened' },
      { unsatisfiedFor: '4 hours', calendar: 'always', since: 'opened' },
    ];
  });
  expect(seen(CODE, plan)).toMatchObject([
    {
      at: 'tracks.service.steps.2.when.1',
      severity: 'warning',
      values: { why: 'calendar', isWholeStep: false },
    },
  ]);
});

test('a step that requires one that is never reached is found', () => {
  const plan = planWith((it) => {
    stepOf(it, 'service', 2).when = { allSilent: [3], for: '4 hours', calendar: 'always' };
    stepOf(it, 'service', 3).requires = [2];
  });
  expect(seen(CODE, plan)).toMatchObject([
    { values: { level: 2 } },
    { at: 'tracks.service.steps.3.requires.1', values: { level: 3, why: 'requires' } },
  ]);
});
