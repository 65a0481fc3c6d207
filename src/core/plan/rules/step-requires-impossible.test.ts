import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { stepOf, trackIn } from '../../../../test/build/route.ts';

const CODE = 'step-requires-impossible';

test('a level below passes', () => {
  const plan = planWith((it) => {
    stepOf(it, 'service', 3).requires = [2];
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('itself, a higher level and one the plan does not have are found', () => {
  const plan = planWith((it) => {
    stepOf(it, 'service', 2).requires = [2, 3, 9];
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'tracks.service.steps.2.requires.1', severity: 'blocking', values: { required: 2, why: 'itself' } },
    { at: 'tracks.service.steps.2.requires.2', values: { required: 3, why: 'not-below' } },
    { at: 'tracks.service.steps.2.requires.3', values: { required: 9, why: 'unknown' } },
  ]);
});

test('a level to which the track has no step is found', () => {
  const plan = planWith((it) => {
    trackIn(it, 'service').steps!.splice(1, 1);
    stepOf(it, 'service', 2).requires = [2];
  });
  expect(seen(CODE, plan)).toMatchObject([{ values: { level: 3, required: 2, why: 'off-track' } }]);
});
