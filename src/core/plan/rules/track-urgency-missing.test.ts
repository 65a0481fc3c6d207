import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { trackIn } from '../../../../test/build/route.ts';

const CODE = 'track-urgency-missing';

test('a single track needs none', () => {
  const plan = planWith((it) => {
    delete it.tracks!.billing;
    delete trackIn(it, 'service').urgency;
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('of two tracks each says how urgent it is', () => {
  const plan = planWith((it) => {
    delete trackIn(it, 'service').urgency;
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'tracks.service.urgency', severity: 'advice', values: { track: 'service' } },
  ]);
});
