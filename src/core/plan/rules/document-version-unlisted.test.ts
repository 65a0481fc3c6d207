import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'document-version-unlisted';

test('a version that the history tells of passes', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('a version the history does not tell of is found', () => {
  const plan = planWith((it) => {
    it.document!.version = '1.2';
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'document.version', severity: 'advice', values: { version: '1.2' } },
  ]);
});
