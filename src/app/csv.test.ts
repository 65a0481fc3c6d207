import { expect, test } from 'vitest';
import { csvLine } from './csv.ts';

test('texts with commas, quotes and line ends are quoted', () => {
  expect(csvLine(['plain', 'a,b', 'say "no"', 'two\nlines', ' edge ', undefined, '', 7, false])).toBe(
    'plain,"a,b","say ""no""","two\nlines"," edge ",,,7,false\r\n',
  );
});

test.each([
  '=1+1',
  '+1 707-555-0140',
  '-2',
  '@sum(a1)',
  '\t=1',
  ' =1',
  '\ufeff=1',
  '＝1',
  '|cmd',
  '\r=1',
  '\u00a0=1',
])('a text that could be a formula is made a text: %j', (text) => {
  expect(csvLine([text]).replace(/^"/, '')).toMatch(/^'/);
});

test('a number is no formula, and a sign inside a text is none', () => {
  expect(csvLine([-5, 'a=b', '2-3'])).toBe('-5,a=b,2-3\r\n');
});
