import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { ImapFlow } from 'imapflow';
import { asInstant } from '../../../core/instant.ts';
import { MESSAGE_LIMITS } from '../inbound/take-message.ts';
import { mailboxReason, ofOurs } from './mailbox-fault.ts';
import type { MailboxPlace } from './mailbox-place.ts';
import { type ConnectLimits, connected, openFolder } from './open-folder.ts';
import { type FolderLimits, type FolderTaking, takeFolder } from './take-folder.ts';

/** How a mailbox is watched. Times are milliseconds. */
export interface MailboxLimits extends FolderLimits, ConnectLimits {
  /** The folder is looked at so often where its server says nothing of new messages, and the mailbox kept for this node. */
  readonly lookEveryMs: number;
  /** Without a word from this node another may take the mailbox after so long. */
  readonly heldMs: number;
  /** After a failure: the first wait, doubled each time up to the second. */
  readonly againAfterMs: number;
  readonly againAfterMaxMs: number;
  readonly closeWithinMs: number;
}

const HOUR_MS = 3_600_000;

const MAILBOX_LIMITS: MailboxLimits = {
  ...MESSAGE_LIMITS,
  ageMaxMs: 14 * 24 * HOUR_MS,
  putOffMs: 60_000,
  ownFaultMs: HOUR_MS,
  connectWithinMs: 20_000,
  greetWithinMs: 15_000,
  silenceMaxMs: 60_000,
  answerMaxBytes: MESSAGE_LIMITS.messageMaxBytes + 1024 * 1024,
  lookEveryMs: 20_000,
  heldMs: 60_000,
  againAfterMs: 1_000,
  againAfterMaxMs: 300_000,
  closeWithinMs: 3_000,
};

interface MailboxParts extends Omit<FolderTaking, 'limits' | 'mayGoOn'> {
  readonly place: MailboxPlace;
  /** Told how each look went: with a reason it failed. */
  readonly note: (reason?: string) => Promise<void>;
  readonly limits?: Partial<MailboxLimits> | undefined;
}

/** How the mailbox stands with this node: it takes from it, leaves it to another, or cannot. */
type MailboxState =
  | { readonly is: 'starting' | 'taking' | 'elsewhere' }
  | { readonly is: 'failing'; readonly reason: string };

export interface WatchedMailbox {
  readonly state: () => MailboxState;
  /** What came of the first try: why it failed, where it did. */
  readonly first: Promise<string | undefined>;
  /** Ends after the message that is being taken. */
  close(): Promise<void>;
}

interface Watch extends Omit<MailboxParts, 'limits'> {
  readonly limits: MailboxLimits;
  readonly signal: AbortSignal;
  readonly stands: (state: MailboxState) => Promise<void>;
}

/**
 * Takes the messages of one mailbox for as long as it is open: at once where the server tells of new ones, and looking
 * now and then all the same. One node at a time has the mailbox; a connection that breaks is made anew, later and later.
 */
export function watchMailbox({ limits, ...parts }: MailboxParts): WatchedMailbox {
  const stop = new AbortController();
  const first = Promise.withResolvers<string | undefined>();
  let state: MailboxState = { is: 'starting' };
  const watching = watch({
    ...parts,
    limits: { ...MAILBOX_LIMITS, ...limits },
    signal: stop.signal,
    async stands(now) {
      const reason = now.is === 'failing' ? now.reason : undefined;
      if (reason !== undefined && (state.is !== 'failing' || state.reason !== reason)) {
        parts.log.warn('mailbox-failed', { reason });
      }
      state = now;
      first.resolve(reason);
      if (now.is !== 'elsewhere') await parts.note(reason);
    },
  });
  return {
    state: () => state,
    first: first.promise,
    async close() {
      stop.abort();
      await watching;
      first.resolve(undefined);
    },
  };
}

async function watch(watching: Watch): Promise<void> {
  const { signal, stands, limits } = watching;
  let failures = 0;
  while (!signal.aborted) {
    let pauseMs = limits.lookEveryMs;
    try {
      if (await claims(watching)) {
        await takesTurns(watching, () => {
          failures = 0;
        });
      }
      if (!signal.aborted) await stands({ is: 'elsewhere' });
    } catch (error) {
      if (signal.aborted) break;
      pauseMs = Math.min(limits.againAfterMs * 2 ** failures, limits.againAfterMaxMs);
      failures += 1;
      await stands({ is: 'failing', reason: mailboxReason(error) });
    }
    await wait(pauseMs, undefined, { signal }).catch(() => undefined);
  }
}

async function claims({ book, limits }: Watch): Promise<boolean> {
  const now = await ofOurs(book.now());
  return ofOurs(book.claim(asInstant(now + limits.heldMs)));
}

/** Has the mailbox until another node has taken it, this one stops, or something breaks, which is thrown. */
async function takesTurns(watching: Watch, isWell: () => void): Promise<void> {
  const { place, limits, signal, stands, book } = watching;
  const mayGoOn = async (): Promise<boolean> => !signal.aborted && (await claims(watching));
  try {
    const client = await connected(place, limits);
    try {
      const folder = await openFolder(client, place);
      while (await mayGoOn()) {
        const news = newsOf(client, watching);
        try {
          await takeFolder(folder, { ...watching, mayGoOn });
          isWell();
          await stands({ is: 'taking' });
          await news.come();
        } finally {
          news.forget();
        }
      }
    } finally {
      await leave(client, limits.closeWithinMs);
    }
  } finally {
    await book.letGo().catch(() => undefined);
  }
}

/** Hears from now on, so that a message which comes while others are taken is not overheard. */
function newsOf(client: ImapFlow, { signal, limits }: Watch) {
  const enough = new AbortController();
  const quietly = { signal: AbortSignal.any([signal, enough.signal]) };
  const lost = once(client, 'close', quietly).then(() => {
    throw Object.assign(new Error('the mailbox has hung up'), { code: 'ECONNRESET' });
  });
  const told = once(client, 'exists', quietly);
  for (const heard of [lost, told]) heard.catch(() => undefined);
  return {
    /** Waits until the server tells of a message, it is time to look, or the watch ends; a connection that ends is thrown. */
    async come(): Promise<void> {
      // Ends by the next thing that is asked; a server that cannot tell of news is only looked at.
      client.idle().catch(() => undefined);
      await Promise.race([told, lost, wait(limits.lookEveryMs, undefined, quietly)]).catch((error) => {
        if (!signal.aborted) throw error;
      });
    },
    forget: () => enough.abort(),
  };
}

async function leave(client: ImapFlow, withinMs: number): Promise<void> {
  const late = wait(withinMs, undefined, { ref: false });
  await Promise.race([client.logout().catch(() => undefined), late]);
  client.close();
}
