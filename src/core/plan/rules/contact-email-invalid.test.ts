import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'contact-email-invalid';

test.each(['bo@lantern.example', 'bo.e+desk@eu.lantern.example', 'bö@länterne.example'])(
  '%s is an address',
  (email) => {
    const plan = planWith((it) => {
      it.contacts!.bo!.email = email;
    });
    expect(seen(CODE, plan)).toEqual([]);
  },
);

test.each([
  'bo',
  'bo@lantern',
  'bo@@lantern.example',
  'bo lantern@a.example',
  'Bo <bo@lantern.example>',
  '@a.example',
])('%s is no address', (email) => {
  const plan = planWith((it) => {
    it.contacts!.bo!.email = email;
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'contacts.bo.email', values: { contact: 'Bo Example', email } },
  ]);
});
