import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'contact-deputy-self';

test('two who stand in for one another pass', () => {
  const plan = planWith((it) => {
    it.contacts!.ana!.deputy = 'bo';
    it.contacts!.bo!.deputy = 'ana';
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('a contact who is his own deputy is found', () => {
  const plan = planWith((it) => {
    it.contacts!.bo!.deputy = 'bo';
  });
  expect(seen(CODE, plan)).toMatchObject([{ at: 'contacts.bo.deputy', severity: 'blocking' }]);
});
