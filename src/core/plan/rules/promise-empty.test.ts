import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'promise-empty';

test('a promise of one thing passes', () => {
  const plan = planWith((it) => {
    it.promises![0] = { track: 'service', level: 1, updateEvery: '1 hour', calendar: 'always' };
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('a promise of nothing is found', () => {
  const plan = planWith((it) => {
    it.promises![0] = { track: 'service', level: 1, calendar: 'always' };
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'promises.1', severity: 'warning', values: { track: 'service', level: 1 } },
  ]);
});
