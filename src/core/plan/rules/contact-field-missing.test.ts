import { expect, test } from 'vitest';
import { planText, planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'contact-field-missing';

test('contacts with every field the clause asks for pass', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('a mobile number missing at a level is found, though only the desk behind it lacks it', () => {
  const plan = planWith((it) => {
    delete it.contacts!.desk!.mobile;
  });
  expect(seen(CODE, plan)).toMatchObject([
    {
      at: 'contacts.desk.mobile',
      severity: 'blocking',
      values: { contact: 'Support desk', field: 'mobile', levels: [1] },
    },
  ]);
});

test('a field missing of a deputy is a warning', () => {
  const plan = planWith((it) => {
    it.contacts!.di = {
      kind: 'person',
      name: 'Di',
      title: 'Deputy',
      office: '+1 916-555-0150',
      mobile: '+1 916-555-0151',
    };
    it.contacts!.cy!.deputy = 'di';
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'contacts.di.email', severity: 'warning', values: { levels: [] } },
  ]);
});

test('somebody to be looked up needs no number', () => {
  const plan = planWith((it) => {
    it.contacts!.manager = { kind: 'directory', title: 'Account Manager' };
    it.levels![0]!.reach = ['manager'];
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('a contact at no level needs none of the fields', () => {
  const plan = planWith((it) => {
    delete it.contacts!.office!.title;
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('a contact whose kind is not known is asked for nothing yet', () => {
  const text = planText(
    planWith((it) => {
      delete it.contacts!.bo!.mobile;
    }),
  );
  expect(seen(CODE, text)).toHaveLength(1);
  expect(seen(CODE, text.replaceAll('kind: person', 'kind: directry'))).toEqual([]);
});
