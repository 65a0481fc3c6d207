import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'promise-repeated';

test('two lines for one level that promise different things pass', () => {
  const plan = planWith((it) => {
    it.promises![0] = { track: 'service', level: 1, respondWithin: '1 hour', calendar: 'always' };
    it.promises!.push({ track: 'service', level: 1, updateEvery: '1 hour', calendar: 'always' });
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('the same thing twice is found at the second', () => {
  const plan = planWith((it) => {
    it.promises!.push({ track: 'service', level: 1, respondWithin: '2 hours', calendar: 'always' });
  });
  expect(seen(CODE, plan)).toMatchObject([
    {
      at: 'promises.7.respondWithin',
      severity: 'blocking',
      values: { track: 'service', level: 1, promise: 'respondWithin' },
    },
  ]);
});
