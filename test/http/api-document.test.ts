import { expect, test } from 'vitest';
import { apiDocument } from './api-document.ts';
import { describedPaths } from './described-paths.ts';

test('api.md is what the program says of itself', async () => {
  await expect(apiDocument(await describedPaths())).toMatchFileSnapshot('../../docs/reference/api.md');
});
