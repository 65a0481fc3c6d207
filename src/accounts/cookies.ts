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

/** The token of the session that the cookies of a request name; undefined where none does, or its signature is not ours. */
export function sessionTokenOf(
  cookies: string | undefined,
  { baseUrl, secret }: { readonly baseUrl: string; readonly secret: string },
): string | undefined {
  const value = cookieOf(cookies, `${prefixOf(baseUrl)}.session_token`);
  const at = value?.lastIndexOf('.') ?? -1;
  if (value === undefined || at < 1) return undefined;
  const token = value.slice(0, at);
  const signature = Buffer.from(value.slice(at + 1), 'base64');
  const ours = createHmac('sha256', secret).update(token).digest();
  return signature.length === ours.length && timingSafeEqual(signature, ours) ? token : undefined;
}

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
