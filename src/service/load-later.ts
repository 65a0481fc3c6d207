import { flushCompileCache } from 'node:module';

/**
 * Loads what a service starts without, so that the first sign-in, mail and paper do not wait for it. What cannot be
 * loaded now fails where it is wanted. What was compiled is kept for the next start.
 */
export async function loadLater(): Promise<void> {
  await Promise.allSettled([
    import('../accounts/auth.ts'),
    import('../channels/email/inbound/authenticate.ts'),
    import('../channels/email/inbound/read-message.ts'),
    import('pdfkit'),
  ]);
  flushCompileCache();
}
