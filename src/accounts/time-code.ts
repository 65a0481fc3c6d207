import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** RFC 6238 as every authenticator has it: SHA-1, six digits, half a minute. */
const PERIOD_MS = 30_000;
const DIGITS = 6;
const SECRET_BYTES = 20;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** A new secret, in the letters in which an authenticator takes it. */
export const newTimeSecret = (): string =>
  [...randomBytes((SECRET_BYTES * 8) / 5)].map((byte) => BASE32[byte % BASE32.length]).join('');

/** How many half minutes have passed at an instant. */
export const counterAt = (at: number): number => Math.floor(at / PERIOD_MS);

/** The code of one half minute. */
export function timeCode(secret: string, counter: number): string {
  const count = Buffer.alloc(8);
  count.writeBigUInt64BE(BigInt(counter));
  const digest = createHmac('sha1', bytesOf(secret)).update(count).digest();
  const offset = digest[digest.length - 1]! & 15;
  const number = digest.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0');
}

/**
 * The half minute whose code this is: the one now, the one before or the one after, for clocks differ a little.
 * Undefined for any other code. All three are looked at, so that the time says nothing.
 */
export function counterOf(code: string, secret: string, at: number): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const now = counterAt(at);
  const given = Buffer.from(code);
  const found = [now - 1, now, now + 1].filter((counter) =>
    timingSafeEqual(Buffer.from(timeCode(secret, counter)), given),
  );
  return found[0];
}

/** The secret as a link that an authenticator on the same device opens. */
export function timeSecretUrl(secret: string, { issuer, name }: { issuer: string; name: string }): string {
  const query = new URLSearchParams({
    secret,
    issuer,
    digits: String(DIGITS),
    period: String(PERIOD_MS / 1000),
  });
  return `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(name)}?${query}`;
}

function bytesOf(base32: string): Buffer {
  const bits = [...base32].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
}
