import type { ListedMail } from '../ports/opening-mails.ts';

/** A mail that waits for the desk, or did, as its pages show it: everything that is known of it. */
export type HeldMailView = ListedMail;
