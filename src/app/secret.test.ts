import { createHmac } from 'node:crypto';
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import {
  fingerprint,
  hashOf,
  isSameText,
  isSignedBy,
  linkToken,
  replyLocalPart,
  secretOf,
  signingKey,
} from './secret.ts';

const BYTES = Buffer.alloc(32, 7);
const secret = secretOf(BYTES);
const other = secretOf(Buffer.alloc(32, 8));
const address = { contract: 'sample', caseId: '100001', personId: 'desk' };

test('a token is the authentication code of its link, in a form that fits a path', () => {
  const expected = createHmac('sha256', BYTES).update('link/abc').digest('base64url');
  expect(linkToken(secret, 'abc')).toBe(expected);
  expect(expected).toMatch(/^[\w-]{43}$/);
});

test('another link or another secret has another token', () => {
  const tokens = [linkToken(secret, 'a'), linkToken(secret, 'b'), linkToken(other, 'a')];
  expect(new Set(tokens).size).toBe(3);
});

test('a token is stored as its SHA-256', () => {
  // FIPS 180-2, appendix B.1.
  expect(hashOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('a reply address is twenty lower-case signs of base32', () => {
  expect(replyLocalPart(secret, address)).toMatch(/^reply\+[a-z2-7]{20}$/);
  expect(replyLocalPart(secret, address)).toBe(replyLocalPart(secretOf(BYTES), { ...address }));
});

test('the signs of a reply address are the first hundred bits of its code', () => {
  const code = createHmac('sha256', BYTES).update('reply/sample/100001/desk').digest();
  const bits = [...code].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const signs = replyLocalPart(secret, address).slice('reply+'.length);
  const back = [...signs]
    .map((sign) => 'abcdefghijklmnopqrstuvwxyz234567'.indexOf(sign).toString(2).padStart(5, '0'))
    .join('');
  expect(back).toBe(bits.slice(0, 100));
});

test.each([
  ['contract', 'other'],
  ['caseId', '100002'],
  ['personId', 'manager'],
])('another %s has another reply address', (key, value) => {
  expect(replyLocalPart(secret, { ...address, [key]: value })).not.toBe(replyLocalPart(secret, address));
});

test('an id that would blur two addresses is a bug', () => {
  expect(() => replyLocalPart(secret, { ...address, contract: 'a/b' })).toThrow('slash');
});

test('a short secret is a bug', () => {
  expect(() => secretOf(Buffer.alloc(31))).toThrow('long enough');
});

test('a secret shows nothing of itself', () => {
  const shown = inspect({ secret }, { depth: 9 }) + JSON.stringify({ secret }) + String(secret);
  for (const form of ['hex', 'base64', 'base64url'] as const) {
    expect(shown).not.toContain(BYTES.toString(form).slice(0, 12));
  }
  expect(shown).not.toContain('7, 7');
});

test('a fingerprint tells secrets apart', () => {
  expect(fingerprint(secret)).toMatch(/^[0-9a-f]{32}$/);
  expect(fingerprint(secret)).toBe(fingerprint(secretOf(BYTES)));
  expect(fingerprint(secret)).not.toBe(fingerprint(other));
});

test('what one key signed is verified by its public key, and stays the same', () => {
  const { publicKey, sign } = signingKey(secret);
  const signature = sign('checkpoint 1');
  expect(isSignedBy({ text: 'checkpoint 1', signature, publicKey })).toBe(true);
  expect(signingKey(secretOf(BYTES)).publicKey).toBe(publicKey);
  expect(signingKey(secret).sign('checkpoint 1')).toBe(signature);
});

test.each([
  ['another text', { text: 'checkpoint 2' }],
  ['another signature', { signature: 'AAAA' }],
  ['no signature', { signature: '' }],
  ['another key', { publicKey: signingKey(other).publicKey }],
  ['no key', { publicKey: '' }],
  ['a cut key', { publicKey: 'AAAA' }],
])('%s is not verified', (_what, change) => {
  const { publicKey, sign } = signingKey(secret);
  const signed = { text: 'checkpoint 1', signature: sign('checkpoint 1'), publicKey };
  expect(isSignedBy({ ...signed, ...change })).toBe(false);
});

test.each([
  ['abc', 'abc', true],
  ['abc', 'abd', false],
  ['abc', 'abcd', false],
  ['', '', true],
])('%j and %j: the same is %s', (one, two, same) => {
  expect(isSameText(one, two)).toBe(same);
});
