import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'level-coverage-missing';

test('levels with a desk or a deputy pass', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('a single person without a deputy is found', () => {
  const plan = planWith((it) => {
    delete it.contacts!.bo!.deputy;
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'levels.2.reach', severity: 'blocking', values: { level: 2, contacts: ['Bo Example'] } },
  ]);
});

test('two people are no cover where nobody says who is on duty', () => {
  const plan = planWith((it) => {
    delete it.contacts!.bo!.deputy;
    delete it.contacts!.cy!.deputy;
    it.levels = [{ title: 'Both', reach: ['bo', 'cy'] }];
  });
  expect(seen(CODE, plan)).toMatchObject([{ values: { contacts: ['Bo Example', 'Cy Example'] } }]);
});

test('a deputy the plan does not know is no cover', () => {
  const plan = planWith((it) => {
    it.contacts!.bo!.deputy = 'nobody';
  });
  expect(seen(CODE, plan)).toMatchObject([{ values: { level: 2 } }]);
});

test('a plan not said to be reachable round the clock needs no cover', () => {
  const plan = planWith((it) => {
    delete it.contacts!.bo!.deputy;
    it.requirements!.availability = 'business-hours';
  });
  expect(seen(CODE, plan)).toEqual([]);
});
