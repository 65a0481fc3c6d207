import { randomUUID } from 'node:crypto';
import { isBug } from '../app/bug.ts';
import { mailTaker } from '../app/take-mail.ts';
import { mailboxName, mailboxPlace } from '../channels/email/mailbox/mailbox-place.ts';
import { type WatchedMailbox, watchMailbox } from '../channels/email/mailbox/watch-mailbox.ts';
import { mailDomainOf } from '../config.ts';
import { mailboxBook } from '../store/mailbox-book.ts';
import type { Installation } from './installation.ts';
import { askedOfTheWorld, type MailInParts } from './mail-in.ts';

/** Starts to fetch mail from the mailbox of the settings; undefined where there is none. */
export function watchMailboxIn(
  { config, connection, log, now }: Installation,
  { answers, letters, openings, note }: MailInParts,
): WatchedMailbox | undefined {
  if (config.imapUrl === undefined) return undefined;
  const place = mailboxPlace(config.imapUrl);
  const domain = mailDomainOf(config);
  return watchMailbox({
    place,
    domain,
    plus: config.mailPlus,
    taker: mailTaker({ answers, letters, openings, mailDomain: domain }),
    book: mailboxBook({ db: connection.db, mailbox: mailboxName(place), holder: randomUUID(), now }),
    resolver: askedOfTheWorld,
    believed: { server: config.mailboxServer, sealers: config.mailSealers },
    log,
    note: (reason) => note('mailbox', reason),
    isOwnFault: isBug,
  });
}
