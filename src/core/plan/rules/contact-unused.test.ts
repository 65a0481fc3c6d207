import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'contact-unused';

test('contacts that are all named somewhere pass', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('a contact that nothing names is found', () => {
  const plan = planWith((it) => {
    it.contacts!.di = { kind: 'person', name: 'Di Example' };
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'contacts.di', severity: 'advice', values: { contact: 'Di Example' } },
  ]);
});
