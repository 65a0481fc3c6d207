import type { PasswordProblem } from '../app/ports/own-account.ts';
import { PASSWORD_CHARACTERS_MAX } from './passwords.ts';

/** Twelve signs of any kind: a few words do. */
const PASSWORD_CHARACTERS_MIN = 12;
/** `aaaaaaaaaaaa` and `121212121212` are long and still the first that are tried. */
const DIFFERENT_SIGNS_MIN = 5;

/** What lists of leaked passwords have most among those long enough, as it stands there with nothing but small letters. */
const COMMON: ReadonlySet<string> = new Set([
  'password1234',
  'password12345',
  'password123456',
  'passwordpassword',
  'mypassword123',
  'changeme1234',
  'changemenow1',
  'letmein12345',
  'welcome12345',
  'welcome123456',
  'administrator',
  'administrator1',
  'administrator123',
  'iloveyou1234',
  'iloveyouforever',
  'qwertyuiop12',
  'qwertyuiop123',
  'qwertyuiopasdf',
  'qwerty123456',
  'qwerty1234567',
  'qwerty12345678',
  'qwertyqwerty',
  'asdfghjkl123',
  'asdfghjklasdf',
  'zxcvbnm12345',
  '1q2w3e4r5t6y',
  '1q2w3e4r5t6y7u',
  '1qaz2wsx3edc',
  '1qaz2wsx3edc4rfv',
  'qazwsxedcrfv',
  'q1w2e3r4t5y6',
  'abcdefghijkl',
  'abcdefghijklm',
  'abc123456789',
  'abcd12345678',
  'abcdef123456',
  'a1b2c3d4e5f6',
  '123456789abc',
  '1234567890qwerty',
  '0123456789abc',
  '123123123123',
  '123456654321',
  '123456789012',
  '1234567890123',
  '012345678901',
  '987654321098',
  'monkey123456',
  'dragon123456',
  'football1234',
  'baseball1234',
  'sunshine1234',
  'princess1234',
  'superman1234',
  'starwars1234',
  'trustno1trustno1',
  'correcthorsebatterystaple',
  'correct horse battery staple',
  'thequickbrownfox',
  'escalation123',
  'telephone1234',
]);

/** What is wrong with a password that somebody chose; undefined where it is taken. Signs of any kind count alike. */
export function passwordProblem(
  password: string,
  { email, name }: { readonly email: string; readonly name: string },
): PasswordProblem | undefined {
  const signs = [...password];
  if (signs.length < PASSWORD_CHARACTERS_MIN) return 'short';
  if (password.length > PASSWORD_CHARACTERS_MAX) return 'long';
  const plain = password.toLowerCase();
  if (COMMON.has(plain)) return 'common';
  if (new Set(signs).size < DIFFERENT_SIGNS_MIN || isRow(plain)) return 'simple';
  return ownWords(email, name).some((word) => plain.replaceAll(word, '').length < DIFFERENT_SIGNS_MIN)
    ? 'own'
    : undefined;
}

/** Signs that follow one another, up or down, from end to end. */
function isRow(text: string): boolean {
  const steps = [...text].slice(1).map((sign, at) => sign.codePointAt(0)! - text.codePointAt(at)!);
  return steps.every((step) => step === 1) || steps.every((step) => step === -1);
}

const ownWords = (email: string, name: string): readonly string[] => {
  const [local = '', domain = ''] = email.toLowerCase().split('@');
  return [email, local, domain, name.toLowerCase(), name.toLowerCase().replaceAll(' ', ''), 'ladder'].filter(
    (word) => word.length > 3,
  );
};
