import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** A real OpenID provider on this machine, at which whoever it is told to be is signed in. */
export interface TestDirectory {
  readonly issuer: string;
  /** What it says of who signs in next. */
  says(claims: { email: string; email_verified?: boolean; name?: string }): void;
  /** Goes there as a browser does, until it sends the browser back; where to. */
  follow(url: string): Promise<string>;
  close(): Promise<void>;
}

export const CLIENT = { clientId: 'ladder', clientSecret: 'a secret that both sides have' };

export async function testDirectory(redirectUri: string): Promise<TestDirectory> {
  let claims: Record<string, unknown> = {};
  let answer: (request: unknown, response: unknown) => void = () => undefined;
  const server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [redirectUri],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    pkce: { required: () => true },
    conformIdTokenClaims: false,
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: async (_context: unknown, id: string) => ({
      accountId: id,
      claims: async () => ({ sub: id, ...claims }),
    }),
    loadExistingGrant: async (context) => {
      const grant = new context.oidc.provider.Grant({
        clientId: CLIENT.clientId,
        accountId: context.oidc.session?.accountId ?? '',
      });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
    features: { devInteractions: { enabled: false } },
    interactions: { url: async (_context, { uid }) => `/interaction/${uid}` },
    cookies: { keys: ['test'] },
  });
  const callback = provider.callback();
  answer = (request, response) => {
    const [asked, given] = [request, response] as Parameters<typeof callback>;
    if (asked.url?.startsWith('/interaction/')) {
      void provider.interactionFinished(asked, given, { login: { accountId: 'somebody' } });
    } else void callback(asked, given);
  };
  return {
    issuer,
    says: (said) => {
      claims = said;
    },
    follow: (url) => follow(url, issuer),
    close: () => closed(server),
  };
}

/** More hops than signing in takes. */
const HOPS_MAX = 10;

async function follow(url: string, issuer: string): Promise<string> {
  const jar = new Map<string, string>();
  let at = url;
  for (let hops = 0; hops < HOPS_MAX && at.startsWith(issuer); hops++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const reply = await fetch(at, { redirect: 'manual', headers: { cookie } });
    for (const one of reply.headers.getSetCookie()) {
      const [name = '', value = ''] = (one.split(';')[0] ?? '').split(/=(.*)/s);
      jar.set(name, value);
    }
    const location = reply.headers.get('location');
    if (location === null) throw new Error(`the directory stays: ${reply.status} ${await reply.text()}`);
    at = new URL(location, at).href;
  }
  return at;
}

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.closeAllConnections();
    server.close(() => resolve());
  });
