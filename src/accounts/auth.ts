import { randomUUID } from 'node:crypto';
import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import type { Kysely } from 'kysely';
import type { Log } from '../app/ports/log.ts';
import { ADDRESS_HEADER } from './browser-headers.ts';
import { cookiesOf } from './cookies.ts';
import { ladderPlugin } from './plugin.ts';
import { IDLE_MS, SESSION_MS } from './session-spans.ts';
import { ACCOUNT, BEGUN, IDENTITY, PASSKEY, SESSION } from './tables.ts';

interface AuthParts {
  readonly db: Kysely<unknown>;
  /** Signs cookies and encrypts second factors. */
  readonly secret: string;
  readonly baseUrl: string;
  readonly log: Log;
}

/**
 * What proves who somebody is, and what a session is: better-auth on our own tables. Nothing of it is reached from
 * outside but by our own forms, which look first where they were sent from.
 */
export const authOf = ({ db, secret, baseUrl, log }: AuthParts) =>
  betterAuth({
    appName: 'Ladder',
    baseURL: baseUrl,
    secret,
    database: { db, type: 'postgres' },
    telemetry: { enabled: false },
    // Our forms count for themselves, by address and by account: see limits.ts.
    rateLimit: { enabled: false },
    logger: {
      disableColors: true,
      level: 'warn',
      log: (level, message) => {
        if (level === 'error') log.error('sign-in-failed', new Error(message));
        else log.warn('sign-in-warned');
      },
    },
    advanced: {
      ...cookiesOf(baseUrl),
      database: { generateId: () => randomUUID() },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    user: ACCOUNT,
    session: {
      ...SESSION,
      expiresIn: SESSION_MS / 1000,
      disableSessionRefresh: true,
      // Whether a proof is fresh is asked where it matters, in our own pages.
      freshAge: 0,
      cookieCache: { enabled: false },
    },
    account: { ...IDENTITY, accountLinking: { enabled: false } },
    verification: { ...BEGUN, storeIdentifier: 'hashed' },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            const { createdAt } = session;
            const expiresAt = new Date(createdAt.getTime() + IDLE_MS);
            return { data: { authenticatedAt: createdAt, method: 'password', ...session, expiresAt } };
          },
        },
      },
    },
    plugins: [
      ladderPlugin(),
      passkey({
        rpName: 'Ladder',
        origin: new URL(baseUrl).origin,
        schema: PASSKEY,
        // A passkey is both proofs at once: the device, and that it knows who holds it.
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        registration: {
          afterVerification: ({ verification }) =>
            refuseUnverified(verification.registrationInfo?.userVerified ?? false),
        },
        authentication: {
          afterVerification: async ({ verification }) =>
            refuseUnverified(verification.authenticationInfo.userVerified),
        },
      }),
    ],
  });

/** A device that did not look who holds it proves half of what a passkey is to prove. */
function refuseUnverified(isVerified: boolean): void {
  if (!isVerified) throw new APIError('FORBIDDEN', { message: 'the device did not look who holds it' });
}

export type Auth = ReturnType<typeof authOf>;
