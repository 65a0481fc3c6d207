import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { trackIn } from '../../../../test/build/route.ts';

const CODE = 'track-scope-missing';

test('a single track needs no examples', () => {
  const plan = planWith((it) => {
    delete it.tracks!.billing;
    delete trackIn(it, 'service').examples;
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('of two tracks each says what it covers', () => {
  const plan = planWith((it) => {
    delete trackIn(it, 'billing').covers;
    delete trackIn(it, 'billing').examples;
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'tracks.billing.covers', severity: 'warning', values: { track: 'billing', key: 'covers' } },
    { at: 'tracks.billing.examples', severity: 'advice' },
  ]);
});

test('a title is always missed', () => {
  const plan = planWith((it) => {
    delete it.tracks!.billing;
    delete trackIn(it, 'service').title;
    delete trackIn(it, 'service').covers;
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'tracks.service.title', severity: 'advice' },
    { at: 'tracks.service.covers', severity: 'advice' },
  ]);
});
