import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'obligation-key-missing';

test('obligations with id, kind and title pass', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('an obligation without its kind is found', () => {
  const plan = planWith((it) => {
    delete it.obligations![0]!.kind;
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'obligations.1.kind', values: { obligation: 'Process in use at every site', key: 'kind' } },
  ]);
});
