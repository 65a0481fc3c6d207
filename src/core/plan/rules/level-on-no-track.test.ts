import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { trackIn } from '../../../../test/build/route.ts';

const CODE = 'level-on-no-track';

test('levels that a track leads to pass', () => {
  const plan = planWith((it) => {
    trackIn(it, 'billing').steps!.pop();
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('a level that no track leads to is found', () => {
  const plan = planWith((it) => {
    trackIn(it, 'service').steps!.pop();
    trackIn(it, 'billing').steps!.pop();
  });
  expect(seen(CODE, plan)).toMatchObject([{ at: 'levels.3', severity: 'warning', values: { level: 3 } }]);
});
