import { expect, test } from 'vitest';
import { segmentsOf, shortest } from './text-segments.ts';

test.each([
  ['160 plain signs', 'a'.repeat(160), 1],
  ['one more', 'a'.repeat(161), 2],
  ['306 plain signs', 'a'.repeat(306), 2],
  ['one more again', 'a'.repeat(307), 3],
  ['signs that take two places', '€'.repeat(81), 2],
  ['70 of which one is á', `á${'a'.repeat(69)}`, 1],
  ['71 of which one is á', `á${'a'.repeat(70)}`, 2],
  ['ñ, é and ¿ are plain', '¿ñé?'.repeat(40), 1],
])('%s', (_rule, text, segments) => {
  expect(segmentsOf(text)).toBe(segments);
});

test('an accent is left out only where that spares a message', () => {
  expect(shortest('Llamó Álvaro')).toBe('Llamó Álvaro');
  expect(shortest(`Llamó Álvaro ${'a'.repeat(100)}`)).toBe(`Llamo Alvaro ${'a'.repeat(100)}`);
  expect(shortest(`Llamó 王 ${'a'.repeat(100)}`)).toBe(`Llamó 王 ${'a'.repeat(100)}`);
});
