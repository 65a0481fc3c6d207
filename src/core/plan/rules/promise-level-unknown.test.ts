import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'promise-level-unknown';

test('a level of the track passes', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('another, or none, is found', () => {
  const plan = planWith((it) => {
    it.promises![0]!.level = 4;
    delete it.promises![3]!.level;
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'promises.1.level', severity: 'blocking', values: { track: 'service', level: 4 } },
    { at: 'promises.4.level', values: { track: 'billing', level: undefined } },
  ]);
});
