import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import * as z from 'zod';

const METHODS = ['demonstration', 'link', 'password', 'passkey', 'organisation'] as const;
const STARTED = z.object({ accountId: z.string(), method: z.enum(METHODS) });
const TRIED = z.object({ email: z.string(), password: z.string() });
const OF = z.object({ accountId: z.string() });
const SET = z.object({ accountId: z.string(), password: z.string() });

/**
 * What our own forms ask of better-auth beyond its own roads: it keeps the sessions and the passwords, we decide who
 * is let in. No path leads here from outside.
 */
export const ladderPlugin = () =>
  ({
    id: 'ladder',
    endpoints: {
      /** Signs an account in whose proof was looked at by ourselves. */
      startSession: createAuthEndpoint.serverOnly({ method: 'POST', body: STARTED }, async (ctx) => {
        const { accountId, method } = ctx.body;
        const { internalAdapter } = ctx.context;
        const user = await internalAdapter.findUserById(accountId);
        if (!user) return ctx.json({ isStarted: false });
        const session = await internalAdapter.createSession(user.id, false, { method });
        await setSessionCookie(ctx, { session, user }, false);
        return ctx.json({ isStarted: true });
      }),
      /** Whose password it is: a wrong one, and an address without one, take the same work. */
      checkPassword: createAuthEndpoint.serverOnly({ method: 'POST', body: TRIED }, async (ctx) => {
        const { email, password } = ctx.body;
        const { internalAdapter, password: passwords } = ctx.context;
        const found = await internalAdapter.findUserByEmail(email, { includeAccounts: true });
        const hash = found?.accounts.find(({ providerId }) => providerId === PASSWORD)?.password;
        if (!found || !hash) {
          await passwords.hash(password);
          return ctx.json({ accountId: found?.user.id, isRight: false });
        }
        const isRight = await passwords.verify({ hash, password });
        return ctx.json({ accountId: found.user.id, isRight });
      }),
      hasPassword: createAuthEndpoint.serverOnly({ method: 'POST', body: OF }, async (ctx) => {
        const kept = await ctx.context.internalAdapter.findCredentialAccount(ctx.body.accountId);
        return ctx.json({ isThere: Boolean(kept?.password) });
      }),
      setPassword: createAuthEndpoint.serverOnly({ method: 'POST', body: SET }, async (ctx) => {
        const { accountId, password } = ctx.body;
        const { internalAdapter, password: passwords } = ctx.context;
        const hash = await passwords.hash(password);
        const kept = await internalAdapter.findCredentialAccount(accountId);
        if (kept) await internalAdapter.updateAccount(kept.id, { password: hash });
        else {
          await internalAdapter.linkAccount({
            userId: accountId,
            providerId: PASSWORD,
            accountId,
            password: hash,
          });
        }
        return ctx.json({ isSet: true });
      }),
      removePassword: createAuthEndpoint.serverOnly({ method: 'POST', body: OF }, async (ctx) => {
        const kept = await ctx.context.internalAdapter.findCredentialAccount(ctx.body.accountId);
        if (kept) await ctx.context.internalAdapter.deleteAccount(kept.id);
        return ctx.json({ isRemoved: kept !== null && kept !== undefined });
      }),
    },
  }) satisfies BetterAuthPlugin;

/** How better-auth calls a password among what an account signs in with. */
const PASSWORD = 'credential';
