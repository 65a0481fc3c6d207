import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'promises-missing';

test('one promise passes', () => {
  const plan = planWith((it) => {
    it.promises = [{ track: 'service', level: 1, respondWithin: '1 hour', calendar: 'always' }];
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('none at all is found, and blocks where the clause asks for commitment dates', () => {
  const plan = planWith((it) => {
    it.promises = [];
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'promises', severity: 'blocking', values: { isDemanded: true } },
  ]);
});

test('a promise of nothing is none', () => {
  const plan = planWith((it) => {
    it.promises = [{ track: 'service', level: 1, calendar: 'always' }];
    it.requirements!.sections = ['roles'];
  });
  expect(seen(CODE, plan)).toMatchObject([{ severity: 'warning', values: { isDemanded: false } }]);
});
