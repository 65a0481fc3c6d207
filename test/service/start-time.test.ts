import { expect, test } from 'vitest';
import { measureStarts } from '../bench/start.ts';

// The promises of a bare machine; what this one needs is printed by `npm run bench -- start`.
test('the first start is ready within 15 seconds, a later one within 2', async () => {
  const { first, later } = await measureStarts();
  expect(first).toBeLessThan(15_000);
  expect(later).toBeLessThan(2_000);
});
