import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'promise-track-unknown';

test('a track of the plan passes', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('another, or none, is found', () => {
  const plan = planWith((it) => {
    it.promises![0]!.track = 'servce';
    delete it.promises![3]!.track;
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'promises.1.track', severity: 'blocking', values: { track: 'servce', suggestion: 'service' } },
    { at: 'promises.4.track', values: { track: undefined, suggestion: undefined } },
  ]);
});
