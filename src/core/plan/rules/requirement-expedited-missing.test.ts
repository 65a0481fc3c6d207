import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'requirement-expedited-missing';

test('an urgent track is a faster way', () => {
  const plan = planWith((it) => {
    it.requirements!.expedited = { triggers: ['danger to life'] };
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('a plan without a faster way is found', () => {
  const plan = planWith((it) => {
    it.requirements!.expedited = { triggers: ['danger to life'] };
    for (const track of Object.values(it.tracks ?? {})) track.urgency = 'normal';
  });
  expect(seen(CODE, plan)).toMatchObject([{ at: 'tracks', values: { triggers: ['danger to life'] } }]);
});
