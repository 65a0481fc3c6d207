import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { stepOf } from '../../../../test/build/route.ts';

const CODE = 'step-means-missing';

test('a step that says how passes', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('a step that does not is found', () => {
  const plan = planWith((it) => {
    delete stepOf(it, 'service', 3).means;
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'tracks.service.steps.3.means', severity: 'warning', values: { track: 'service', level: 3 } },
  ]);
});
