import type { ReceivedMail } from '../../src/app/ports/mail.ts';
import type { LeftMessage, MailboxBook } from '../../src/app/ports/mailbox.ts';
import { mailboxPlace } from '../../src/channels/email/mailbox/mailbox-place.ts';
import { type MailboxLimits, watchMailbox } from '../../src/channels/email/mailbox/watch-mailbox.ts';
import type { Instant } from '../../src/core/instant.ts';
import { NOW, resolver } from '../mail-channel/reception.ts';

/** What nodes share, in memory. */
export function sharedBook() {
  const held: { holder: string | undefined; until: number } = { holder: undefined, until: 0 };
  const left = new Map<string, LeftMessage>();
  const shared = { now: NOW, left };
  const bookOf = (holder: string): MailboxBook => ({
    now: async () => shared.now,
    async claim(until) {
      if (held.holder !== undefined && held.holder !== holder && held.until > shared.now) return false;
      Object.assign(held, { holder, until });
      return true;
    },
    async letGo() {
      if (held.holder === holder) held.holder = undefined;
    },
    async left(uidValidity) {
      for (const [key, one] of left) if (one.uidValidity !== uidValidity) left.delete(key);
      return [...left.values()];
    },
    async leave(message) {
      left.set(String(message.uid), message);
    },
    async forget(messages) {
      for (const { uid } of messages) left.delete(String(uid));
    },
  });
  return {
    shared,
    bookOf,
    advance: (ms: number) => Object.assign(shared, { now: (shared.now + ms) as Instant }),
  };
}

interface Watching {
  readonly book?: MailboxBook;
  readonly take?: (mail: ReceivedMail) => Promise<void>;
  readonly knows?: (recipient: string) => Promise<boolean>;
  readonly isOwnFault?: (error: unknown) => boolean;
  readonly plus?: string;
  readonly limits?: Partial<MailboxLimits>;
}

/** A node that watches a mailbox; `until` waits until something holds, and is asked again at each thing that happens. */
export function watched(url: string, more: Watching = {}) {
  const taken: ReceivedMail[] = [];
  const logged: string[] = [];
  const noted: (string | undefined)[] = [];
  const wakes = new Set<() => void>();
  const happens = (): void => {
    for (const wake of wakes) wake();
  };
  const log = {
    info: (code: string) => void logged.push(code),
    warn: (code: string, fields?: { readonly reason?: string | undefined }) =>
      void logged.push(`${code} ${fields?.reason ?? ''}`.trim()),
    error: (code: string) => void logged.push(code),
  };
  const mailbox = watchMailbox({
    place: mailboxPlace(url),
    domain: 'mail.example',
    plus: more.plus,
    taker: {
      knows: more.knows ?? (async (recipient) => recipient.startsWith('reply+')),
      async take(mail) {
        await more.take?.(mail);
        taken.push(mail);
        happens();
      },
    },
    book: more.book ?? sharedBook().bookOf('node'),
    resolver,
    log,
    isOwnFault: more.isOwnFault ?? (() => false),
    note: async (reason) => {
      noted.push(reason);
      happens();
    },
    limits: { lookEveryMs: 50, againAfterMs: 10, againAfterMaxMs: 40, closeWithinMs: 300, ...more.limits },
  });
  return {
    ...mailbox,
    taken,
    logged,
    noted,
    async until(holds: () => boolean): Promise<void> {
      while (!holds()) {
        const { promise, resolve } = Promise.withResolvers<void>();
        wakes.add(resolve);
        await promise;
        wakes.delete(resolve);
      }
    },
  };
}
