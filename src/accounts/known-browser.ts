import { createHmac } from 'node:crypto';
import type { Browser } from '../app/ports/accounts.ts';
import { signedCookie, signedValueOf } from './cookies.ts';
import type { Within } from './within.ts';

const COOKIE = 'known_browser';
const KEPT_MS = 180 * 86_400_000;

/**
 * Told to a browser that has signed an account in. It lets nobody in; but whoever guesses from elsewhere cannot use up the
 * tries of its owner.
 */
export const knownCookie = (within: Within, accountId: string): string =>
  signedCookie(within, { name: COOKIE, value: markOf(within, accountId), maxAgeMs: KEPT_MS });

/** Whether this account was the last to sign in at the browser. */
export const isKnown = (within: Within, { cookies }: Browser, accountId: string | undefined): boolean =>
  accountId !== undefined && signedValueOf(cookies, COOKIE, within) === markOf(within, accountId);

const markOf = ({ secret }: Within, accountId: string): string =>
  createHmac('sha256', secret).update(`known/${accountId}`).digest('hex');
