import { expect, test } from 'vitest';
import { passwordProblem } from '../../src/accounts/password-problem.ts';

const DANA = { email: 'dana.quill@harbor-safety.example', name: 'Dana Quill' };

test.each([
  ['eleven sign', 'short'],
  ['a'.repeat(129), 'long'],
  ['Password1234', 'common'],
  ['aaaaaaaaaaaaaaaa', 'simple'],
  ['121212121212', 'simple'],
  ['abcdefghijklmnop', 'simple'],
  ['ponmlkjihgfedcba', 'simple'],
  ['dana.quill@harbor-safety.example', 'own'],
  ['Dana Quill 12', 'own'],
  ['ladderladder', 'own'],
])('"%s" is not taken: %s', (password, problem) => {
  expect(passwordProblem(password, DANA)).toBe(problem);
});

test.each(['a gate made of rain', '🐟🐠🐡🦈🐙🦑🦐🦞🦀🐚🐳🐬', 'dana.quill likes grey boats', 'ÄÖÜäöüß¡¿éèê'])(
  '"%s" is taken',
  (password) => {
    expect(passwordProblem(password, DANA)).toBeUndefined();
  },
);
