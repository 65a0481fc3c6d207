import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textWidth, wrapped } from './text-width.ts';

const TYPE = { size: 14 } as const;

test('a text is broken at blanks, as late as its line allows', () => {
  expect(wrapped('Level 2: Solutions Architect', 110, TYPE)).toEqual(['Level 2:', 'Solutions', 'Architect']);
});

test('an address longer than a line is broken after a sign', () => {
  expect(wrapped('lanternnet.escalations@pacific-lantern.example', 300, TYPE)).toEqual([
    'lanternnet.escalations@pacific-lantern.',
    'example',
  ]);
});

test('a word without any sign is broken where the line ends', () => {
  const lines = wrapped('x'.repeat(100), 100, TYPE);
  expect(lines.join('')).toBe('x'.repeat(100));
  expect(lines.every((line) => textWidth(line, TYPE) <= 100)).toBe(true);
});

test('nothing to say needs no line', () => {
  expect(wrapped(' \n ', 100, TYPE)).toEqual([]);
});

test('bold is wider, and an ideograph wider than a letter', () => {
  expect(textWidth('abc', { size: 14, isBold: true })).toBeGreaterThan(textWidth('abc', TYPE));
  expect(textWidth('東', TYPE)).toBeGreaterThan(textWidth('M', TYPE));
});

test('whatever the text, no line is too wide and no letter is lost', () => {
  const texts = fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
    const lines = wrapped(text, 120, TYPE);
    for (const line of lines) {
      expect(textWidth(line, TYPE) <= 120 || [...line].length === 1).toBe(true);
    }
    expect(lines.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
  });
  fc.assert(texts, { seed: 20_261_122, numRuns: 500 });
});
