import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import * as z from 'zod';

const STARTED = z.object({ accountId: z.string(), method: z.enum(['demonstration', 'link']) });

/** Signs an account in whose proof was looked at by ourselves. No path leads here from outside. */
export const startsSessions = () =>
  ({
    id: 'ladder',
    endpoints: {
      startSession: createAuthEndpoint.serverOnly({ method: 'POST', body: STARTED }, async (ctx) => {
        const { accountId, method } = ctx.body;
        const { internalAdapter } = ctx.context;
        const user = await internalAdapter.findUserById(accountId);
        if (!user) return ctx.json({ isStarted: false });
        const session = await internalAdapter.createSession(user.id, false, { method });
        await setSessionCookie(ctx, { session, user }, false);
        return ctx.json({ isStarted: true });
      }),
    },
  }) satisfies BetterAuthPlugin;
