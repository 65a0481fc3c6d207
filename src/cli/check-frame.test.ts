import { expect, test } from 'vitest';
import { codeFrame, linesOf } from './check-frame.ts';

test.each([
  ['the caret stands under the place', 'a: [b]', 4, 'a: [b]', '   '],
  ['a tab before the place stays a tab', '\ta: b', 2, '\ta: b', '\t'],
  ['a wide letter before the place takes two columns', '東京: b', 5, '東京: b', '      '],
  ['a letter of two units takes two columns', '🙂: b', 4, '🙂: b', '   '],
  ['a place past the end of the line is its end', 'abc', 9, 'abc', '   '],
])('%s', (_rule, line, column, shown, before) => {
  expect(codeFrame([line], { line: 1, column })).toEqual({ number: '1', line: shown, before });
});

test('a long line is cut around the place', () => {
  const { line, before } = codeFrame([`${'x'.repeat(500)}HERE${'y'.repeat(500)}`], { line: 1, column: 501 });
  expect(line.slice(before.length, before.length + 4)).toBe('HERE');
  expect(line).toMatch(/^…x+HEREy+…$/);
  expect(line.length).toBeLessThan(110);
});

test('a place after the last line has an empty frame', () => {
  expect(codeFrame(['a'], { line: 7, column: 3 })).toEqual({ number: '7', line: '', before: '' });
});

test('lines end at a line feed, with or without a carriage return', () => {
  expect(linesOf('a\r\nb\nc')).toEqual(['a', 'b', 'c']);
});
