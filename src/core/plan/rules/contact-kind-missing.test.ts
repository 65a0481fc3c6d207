import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'contact-kind-missing';

test('contacts with a kind pass', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('a contact without a kind is found', () => {
  const plan = planWith((it) => {
    delete it.contacts!.bo!.kind;
  });
  expect(seen(CODE, plan)).toMatchObject([{ at: 'contacts.bo.kind', values: { contact: 'Bo Example' } }]);
});
