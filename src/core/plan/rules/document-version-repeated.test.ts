import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'document-version-repeated';

test('a history in which every version stands once passes', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('a version that stands in the history twice is found where it stands again', () => {
  const plan = planWith((it) => {
    it.document?.history?.push({ version: '1.1', date: '2026-11-20' });
  });
  expect(seen(CODE, plan)).toMatchObject([
    {
      at: 'document.history.3.version',
      values: { version: '1.1', date: '2026-11-20', firstDate: '2026-11-02' },
    },
  ]);
});
