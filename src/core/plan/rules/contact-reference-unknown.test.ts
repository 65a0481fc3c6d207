import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'contact-reference-unknown';

test('contacts that are described pass', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('an id that nobody has is found wherever it stands', () => {
  const plan = planWith((it) => {
    it.levels![0]!.reach = ['aana'];
    it.contacts!.bo!.deputy = 'constructor';
    it.contract!.parties!.oversight!.reach = ['offce'];
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'contract.parties.oversight.reach.1', values: { id: 'offce', suggestion: 'office' } },
    { at: 'contacts.bo.deputy', values: { id: 'constructor', suggestion: undefined } },
    { at: 'levels.1.reach.1', values: { id: 'aana', suggestion: 'ana' } },
  ]);
});
