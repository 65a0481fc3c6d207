import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'contact-address-missing';

test('contacts with a way to reach them pass', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('a contact without any number or address is found', () => {
  const plan = planWith((it) => {
    it.contacts!.office = { kind: 'desk', name: 'Contract Office' };
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'contacts.office', severity: 'blocking', values: { contact: 'Contract Office' } },
  ]);
});
