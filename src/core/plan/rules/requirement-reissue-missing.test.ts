import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'requirement-reissue-missing';

test('an obligation that comes as soon as the clause asks passes', () => {
  const plan = planWith((it) => {
    it.requirements!.reissue = [{ every: '365 days', after: 'publication' }];
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('an obligation the clause asks for and nobody has is found', () => {
  const plan = planWith((it) => {
    it.requirements!.reissue = [{ days: 10, of: 'business', after: 'change' }];
  });
  expect(seen(CODE, plan)).toMatchObject([{ at: 'requirements.reissue.1', values: { after: 'change' } }]);
});
