import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'contact-number-invalid';

test.each([
  '+1 916-555-0142',
  '+19165550142',
  '+1 (800) 555-0100',
  '+49 30 1234567',
  '+1 916-555-0100 ext. 12',
])('%s can be dialled from anywhere', (office) => {
  const plan = planWith((it) => {
    it.contacts!.bo!.office = office;
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test.each(['916-555-0142', '+1 916-555-014', '+1 916-555-01422', 'ask the desk', '911', '+999 1234567'])(
  '%s cannot be dialled from anywhere',
  (number) => {
    const plan = planWith((it) => {
      it.contacts!.bo!.office = number;
    });
    expect(seen(CODE, plan)).toMatchObject([
      {
        at: 'contacts.bo.office',
        severity: 'blocking',
        values: { contact: 'Bo Example', field: 'office', number },
      },
    ]);
  },
);
