import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'contact-number-doubled';

test('two numbers for two means pass', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('one number for office and mobile is found, however it is written', () => {
  const plan = planWith((it) => {
    it.contacts!.bo!.mobile = '+1 (916) 555 0120';
  });
  expect(seen(CODE, plan)).toMatchObject([
    {
      at: 'contacts.bo.mobile',
      severity: 'blocking',
      values: { contact: 'Bo Example', number: '+1 (916) 555 0120' },
    },
  ]);
});

test('it is a warning where the clause does not ask for both', () => {
  const plan = planWith((it) => {
    it.contacts!.bo!.mobile = '+1 916-555-0120';
    it.requirements!.contactFields = ['office'];
  });
  expect(seen(CODE, plan)).toMatchObject([{ severity: 'warning' }]);
});
