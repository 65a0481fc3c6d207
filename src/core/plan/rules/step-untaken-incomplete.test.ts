import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { passedTo, stepOf } from '../../../../test/build/route.ts';

const CODE = 'step-untaken-incomplete';

test('a time and a party pass', () => {
  const plan = planWith((it) => {
    stepOf(it, 'service', 3).ifNotTaken = passedTo('oversight');
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('half of it is found', () => {
  const plan = planWith((it) => {
    stepOf(it, 'service', 3).ifNotTaken = { calendar: 'always' };
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'tracks.service.steps.3.ifNotTaken.within', severity: 'blocking', values: { key: 'within' } },
    { at: 'tracks.service.steps.3.ifNotTaken.then', values: { key: 'then' } },
  ]);
});
