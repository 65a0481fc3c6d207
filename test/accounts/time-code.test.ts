import { expect, test } from 'vitest';
import { counterAt, counterOf, newTimeSecret, timeCode } from '../../src/accounts/time-code.ts';

// RFC 6238, appendix B: the secret "12345678901234567890" in base32, and the last six digits of its codes.
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('the code at %i seconds is the one of RFC 6238', (seconds, code) => {
  expect(timeCode(SECRET, counterAt(seconds * 1000))).toBe(code);
});

test('a code is taken in its half minute, the one before and the one after, and in no other', () => {
  const at = 1_111_111_111_000;
  const now = counterAt(at);
  for (const step of [-1, 0, 1]) expect(counterOf(timeCode(SECRET, now + step), SECRET, at)).toBe(now + step);
  for (const step of [-2, 2]) expect(counterOf(timeCode(SECRET, now + step), SECRET, at)).toBeUndefined();
});

test.each(['', '12345', '1234567', 'abcdef', 'ééé', '      '])('"%s" is no code', (code) => {
  expect(counterOf(code, SECRET, 1_111_111_111_000)).toBeUndefined();
});

test('secrets are of 160 bits, in letters an authenticator takes', () => {
  const [one, two] = [newTimeSecret(), newTimeSecret()];
  expect(one).toMatch(/^[A-Z2-7]{32}$/);
  expect(one).not.toBe(two);
});
