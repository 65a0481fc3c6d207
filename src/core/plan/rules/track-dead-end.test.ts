import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { stepOf, trackIn } from '../../../../test/build/route.ts';

const CODE = 'track-dead-end';

test('a second condition that waits for satisfaction passes', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('a step above that waits since the opening is a way out', () => {
  const plan = planWith((it) => {
    it.levels!.push({ title: 'Board', reach: ['cy'] });
    stepOf(it, 'service', 3).when = { allSilent: [1, 2], for: '8 hours', calendar: 'always' };
    trackIn(it, 'service').steps!.push({
      level: 4,
      actor: 'customer',
      means: ['call'],
      when: { unsatisfiedFor: '3 days', calendar: 'always', since: 'opened' },
    });
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('a step whose conditions cannot be told is left to other rules', () => {
  const plan = planWith((it) => {
    stepOf(it, 'service', 3).when = {};
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('a step that waits for silence alone is found', () => {
  const plan = planWith((it) => {
    stepOf(it, 'service', 3).when = { allSilent: [1, 2], for: '8 hours', calendar: 'always' };
  });
  expect(seen(CODE, plan)).toMatchObject([
    {
      at: 'tracks.service.steps.3.when',
      severity: 'blocking',
      values: { track: 'service', level: 3, below: 2 },
    },
  ]);
});

test('two silences are still silence', () => {
  const plan = planWith((it) => {
    stepOf(it, 'billing', 3).when = [
      { allSilent: [1, 2], for: '2 business days', calendar: 'business' },
      { anySilent: [2], for: '3 business days', calendar: 'business' },
    ];
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'tracks.billing.steps.3.when', values: { track: 'billing' } },
  ]);
});

test('a step above that counts from the level below is no way out', () => {
  const plan = planWith((it) => {
    it.levels!.push({ title: 'Board', reach: ['cy'] });
    stepOf(it, 'service', 3).when = { allSilent: [1, 2], for: '8 hours', calendar: 'always' };
    trackIn(it, 'service').steps!.push({
      level: 4,
      actor: 'customer',
      means: ['call'],
      when: { unsatisfiedFor: '3 days', calendar: 'always', since: 'levelBelow' },
    });
  });
  expect(seen(CODE, plan)).toMatchObject([{ values: { level: 3 } }]);
});

test('nor one that requires the level in question', () => {
  const plan = planWith((it) => {
    it.levels!.push({ title: 'Board', reach: ['cy'] });
    stepOf(it, 'service', 3).when = { allSilent: [1, 2], for: '8 hours', calendar: 'always' };
    trackIn(it, 'service').steps!.push({
      level: 4,
      actor: 'customer',
      means: ['call'],
      requires: [3],
      when: { unsatisfiedFor: '3 days', calendar: 'always', since: 'opened' },
    });
  });
  expect(seen(CODE, plan)).toMatchObject([{ values: { level: 3 } }]);
});
