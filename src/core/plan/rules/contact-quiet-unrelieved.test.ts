import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'contact-quiet-unrelieved';

test('quiet hours with a deputy pass', () => {
  const plan = planWith((it) => {
    it.contacts!.bo!.quietHours = { 'mon-sun': ['22:00-06:00'] };
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('quiet hours that nobody covers are found', () => {
  const plan = planWith((it) => {
    it.contacts!.bo!.quietHours = { 'mon-sun': ['22:00-06:00'] };
    delete it.contacts!.bo!.deputy;
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'contacts.bo.quietHours', severity: 'warning', values: { contact: 'Bo Example' } },
  ]);
});
