import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'requirement-promise-longer';

test('a promise as long as the clause allows passes', () => {
  const plan = planWith((it) => {
    it.requirements!.updateEvery = '2 hours';
    it.promises = it.promises?.filter(({ track }) => track === 'service');
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('a promise longer than the clause allows is found', () => {
  const plan = planWith((it) => {
    it.requirements!.updateEvery = '90 minutes';
    it.promises = it.promises?.slice(0, 1);
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'promises.1.updateEvery', values: { promised: '2 hours', required: '90 minutes' } },
  ]);
});

test('a promise counted otherwise is not compared', () => {
  const plan = planWith((it) => {
    it.requirements!.updateEvery = '2 days';
  });
  expect(seen(CODE, plan)).toEqual([]);
});
