import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'contact-changes-missing';

test('a plan that says by when a change of person is agreed passes', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('a plan that does not say so is found', () => {
  const plan = planWith((it) => {
    delete it.contactChanges;
  });
  expect(seen(CODE, plan)).toMatchObject([{ at: 'contactChanges.agreedWithin', severity: 'advice' }]);
});
