import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * How cookies are called and kept. Under https they have the name `__Host-`, with which a browser takes them from
 * this host alone, and only over an encrypted connection.
 */
export const cookiesOf = (baseUrl: string) => ({
  cookiePrefix: prefixOf(baseUrl),
  // The name it would put before says less than ours.
  useSecureCookies: false,
  defaultCookieAttributes: {
    secure: isSecure(baseUrl),
    httpOnly: true,
    sameSite: 'lax' as const,
    path: '/',
  },
});

const isSecure = (baseUrl: string): boolean => baseUrl.startsWith('https:');
const prefixOf = (baseUrl: string): string => (isSecure(baseUrl) ? '__Host-ladder' : 'ladder');

interface CookieParts {
  readonly baseUrl: () => string;
  readonly secret: string;
}

/** The token of the session that the cookies of a request name; undefined where none does, or its signature is not ours. */
export const sessionTokenOf = (cookies: string | undefined, parts: CookieParts): string | undefined =>
  signedValueOf(cookies, 'session_token', parts);

/** The value of a cookie that we have signed. */
export function signedValueOf(
  cookies: string | undefined,
  name: string,
  { baseUrl, secret }: CookieParts,
): string | undefined {
  const value = cookieOf(cookies, `${prefixOf(baseUrl())}.${name}`);
  const at = value?.lastIndexOf('.') ?? -1;
  if (value === undefined || at < 1) return undefined;
  const said = value.slice(0, at);
  const signature = Buffer.from(value.slice(at + 1), 'base64');
  const ours = signatureOf(said, secret);
  return signature.length === ours.length && timingSafeEqual(signature, ours) ? said : undefined;
}

interface NewCookie {
  readonly name: string;
  readonly value: string;
  readonly maxAgeMs: number;
}

/** A cookie as a browser is told to keep it, signed in the same way as the session's. */
export function signedCookie({ baseUrl, secret }: CookieParts, { name, value, maxAgeMs }: NewCookie): string {
  const signed = encodeURIComponent(`${value}.${signatureOf(value, secret).toString('base64')}`);
  return `${prefixOf(baseUrl())}.${name}=${signed}; Max-Age=${maxAgeMs / 1000}; ${attributes(baseUrl())}`;
}

export const clearedCookie = ({ baseUrl }: CookieParts, name: string): string =>
  `${prefixOf(baseUrl())}.${name}=; Max-Age=0; ${attributes(baseUrl())}`;

const attributes = (baseUrl: string): string =>
  `Path=/; HttpOnly; ${isSecure(baseUrl) ? 'Secure; ' : ''}SameSite=Lax`;

const signatureOf = (value: string, secret: string): Buffer =>
  createHmac('sha256', secret).update(value).digest();

/** A cookie by its name; undefined where it was not sent, or is no text. */
function cookieOf(cookies: string | undefined, name: string): string | undefined {
  for (const pair of cookies?.split(';') ?? []) {
    const [key, value] = pair.trim().split(/=(.*)/s);
    if (key !== name || value === undefined) continue;
    try {
      return decodeURIComponent(value);
    } catch {
      return undefined;
    }
  }
  return undefined;
}
