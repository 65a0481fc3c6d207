import { flushCompileCache } from 'node:module';
import { setTimeout as wait } from 'node:timers/promises';

/** Whoever has waited for the start comes first. */
const AFTER_MS = 10_000;

const LATER = [
  () => import('../accounts/auth.ts'),
  () => import('../channels/email/inbound/authenticate.ts'),
  () => import('../channels/email/inbound/read-message.ts'),
  () => import('pdfkit'),
];

/**
 * Loads by and by what a service starts without, so that the first sign-in, mail and paper do not wait for it. What
 * cannot be loaded now fails where it is wanted. What was compiled is kept for the next start.
 */
export async function loadLater(): Promise<void> {
  await wait(AFTER_MS, undefined, { ref: false });
  for (const load of LATER) await load().catch(() => undefined);
  flushCompileCache();
}
