import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'contact-address-shared';

test('contacts with addresses of their own pass', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('a mobile number of two contacts is found at the second', () => {
  const plan = planWith((it) => {
    it.contacts!.cy!.mobile = '+1 916 555 0121';
  });
  expect(seen(CODE, plan)).toMatchObject([
    {
      at: 'contacts.cy.mobile',
      severity: 'warning',
      values: { contact: 'Cy Example', other: 'Bo Example', field: 'mobile', address: '+1 916 555 0121' },
    },
  ]);
});

test('an e-mail address of two contacts is found, capitals or not', () => {
  const plan = planWith((it) => {
    it.contacts!.cy!.email = 'BO@lantern.example';
  });
  expect(seen(CODE, plan)).toMatchObject([{ at: 'contacts.cy.email', severity: 'warning' }]);
});

test('a shared office number is advice', () => {
  const plan = planWith((it) => {
    it.contacts!.cy!.office = '+1 916-555-0120';
  });
  expect(seen(CODE, plan)).toMatchObject([{ at: 'contacts.cy.office', severity: 'advice' }]);
});

test('office and mobile of one contact are another finding', () => {
  const plan = planWith((it) => {
    it.contacts!.bo!.mobile = it.contacts!.bo!.office;
  });
  expect(seen(CODE, plan)).toEqual([]);
});
