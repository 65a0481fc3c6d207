import { expect, test } from 'vitest';
import { codingFor } from './coding.ts';

test.each([
  [undefined, undefined],
  ['', undefined],
  ['gzip, deflate, br', 'br'],
  ['gzip', 'gzip'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['br;q=0.000', undefined],
  ['brotli', undefined],
])('of what a browser takes, %s, the best is chosen: %s', (accepted, coding) => {
  expect(codingFor(accepted, ['br', 'gzip'])).toBe(coding);
});

test('what we do not have is not chosen', () => {
  expect(codingFor('br', ['gzip'])).toBe(undefined);
});
