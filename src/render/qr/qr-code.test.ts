import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { qrCode } from './qr-code.ts';

const rowsOf = (text: string): string => {
  const code = qrCode(text);
  if (!code) throw new Error('no code');
  const sides = Array.from({ length: code.size }, (_, at) => at);
  return sides.map((y) => sides.map((x) => (code.isDark(x, y) ? '1' : '0')).join('')).join('\n');
};

/** What another program draws of the same text, at the same level, drawn by itself. */
const LADDER = `
111111100010101111111
100000101001001000001
101110100101101011101
101110100110001011101
101110101011101011101
100000100101001000001
111111101010101111111
000000000110000000000
101010100100100010010
111100011011010101011
010100110001011101111
011101001101110110010
101000111001011100010
000000001110001100010
111111100100100010111
100000100100001110011
101110101010101010011
101110100101010010010
101110101111011110101
100000100001110000010
111111101001011110011`;

test('a short text is the smallest code there is, module by module', () => {
  expect(rowsOf('Ladder')).toBe(LADDER.trim());
});

/** The first half of the digest of the rows that the other program draws, size by size. */
test.each([
  ['x'.repeat(15), 25, 'be1f4b93f39e9f2b2078c3ee1b75b380'],
  ['é'.repeat(20), 29, '226924ec61754db42fb0c2d33adf3151'],
  ['x'.repeat(62), 33, '9040f52bb1e8a29864239cab4d100956'],
  ['x'.repeat(63), 37, 'fcc8278569d63b26ffb606f813853af8'],
  ['x'.repeat(107), 45, 'f461d081f0015b88a3390a99d1ccdb10'],
  ['x'.repeat(150), 49, '9782fa7f0642d3e6b22295c01fc9e2fe'],
  ['x'.repeat(213), 57, 'f8a692e420006d88c10e55f6fb2f048c'],
  ['x'.repeat(214), 61, '91933294d958c68c3b5019df5c258085'],
  ['x'.repeat(300), 69, 'a6c4c99a50e77d18b6ddfdcbd85fffbd'],
  ['x'.repeat(400), 77, '3ed4282a72f331b172e38681e0132789'],
  ['x'.repeat(500), 85, '13b6e102de16ab6a4b3afe44292147eb'],
  ['x'.repeat(600), 93, 'ab96c562b62eec114360cdd1abf2332e'],
  ['x'.repeat(666), 97, '497df6c35a67d13f72b0afac007734db'],
])('%s is a code of %i modules a side', (text, size, digest) => {
  expect(qrCode(text)?.size).toBe(size);
  expect(createHash('sha256').update(rowsOf(text)).digest('hex').slice(0, 32)).toBe(digest);
});

test('what is longer than 666 bytes is no picture', () => {
  expect(qrCode('x'.repeat(667))).toBeUndefined();
  expect(qrCode('é'.repeat(334))).toBeUndefined();
});
