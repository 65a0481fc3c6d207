import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'document-key-missing';

test('a document with title, version and date passes', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test('each of title, version and date that is missing is found', () => {
  const plan = planWith((it) => {
    delete it.document?.version;
    delete it.document?.dated;
  });
  expect(seen(CODE, plan)).toMatchObject([{ at: 'document.version' }, { at: 'document.dated' }]);
});
