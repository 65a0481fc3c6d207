import { generateKeyPairSync } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isBug } from '../../src/app/bug.ts';
import type { OutgoingMail } from '../../src/app/ports/mail.ts';
import { replyLocalPart } from '../../src/app/secret.ts';
import { resolverOf } from '../../src/channels/email/inbound/resolver-file.ts';
import { mailboxName, mailboxPlace } from '../../src/channels/email/mailbox/mailbox-place.ts';
import { watchMailbox } from '../../src/channels/email/mailbox/watch-mailbox.ts';
import type { Instant } from '../../src/core/instant.ts';
import { leftMessages, mailboxBook } from '../../src/store/mailbox-book.ts';
import { type AnswersWorld, answersWorld, linkIn, to } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { TEST_SECRET } from '../build/engine-parts.ts';
import { signed } from '../mail-channel/reception.ts';
import { imapServer } from '../mailbox/imap-server.ts';

const KEY = generateKeyPairSync('rsa', { modulusLength: 2048 });
const RECORDS = {
  '_dmarc.ladder.example': { TXT: ['v=DMARC1; p=reject'] },
  'rsa._domainkey.ladder.example': {
    TXT: [`v=DKIM1; k=rsa; p=${KEY.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`],
  },
};
const NODES = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'] as const;

let here: AnswersWorld;
let server: Awaited<ReturnType<typeof imapServer>>;
let now: Instant;
const open: (() => Promise<void>)[] = [];
beforeEach(async () => {
  now = on('Tue 09:00');
  here = await answersWorld(now);
  server = await imapServer();
}, 60_000);
afterEach(async () => {
  for (const close of open.splice(0)) await close();
  await server.stops();
  await here.close();
});

/** A node that watches the mailbox with the database's own book; `looked` ends with its next look that went well. */
function node(holder: string) {
  const place = mailboxPlace(server.url);
  let looks: (() => void)[] = [];
  const mailbox = watchMailbox({
    place,
    domain: 'ladder.example',
    taker: here.taker,
    book: mailboxBook({ db: here.connection.db, mailbox: mailboxName(place), holder, now: async () => now }),
    resolver: resolverOf(RECORDS),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    isOwnFault: isBug,
    async note(reason) {
      if (reason !== undefined) return;
      for (const look of looks.splice(0)) look();
    },
    limits: { lookEveryMs: 50, closeWithinMs: 300 },
  });
  open.push(() => mailbox.close());
  const look = (): Promise<void> =>
    new Promise((done) => {
      looks = [...looks, done];
    });
  return {
    ...mailbox,
    /** Two looks: one may have begun before. */
    looked: async () => {
      await look();
      await look();
    },
  };
}

let sent = 0;

/** A mail as it comes into the mailbox, signed by its sender's domain unless said otherwise. */
async function mail(
  recipient: string,
  { subject, text, isSigned = true }: { subject: string; text: string; isSigned?: boolean },
): Promise<string> {
  const head = [
    'From: Dana <dana@ladder.example>',
    `To: ${recipient}`,
    `Subject: ${subject}`,
    'Date: Tue, 17 Nov 2026 09:00:00 -0800',
    `Message-ID: <m-${++sent}@agency.example>`,
  ];
  const whole = `${head.join('\r\n')}\r\n\r\n${text}\r\n`;
  return isSigned ? await signed(whole, { domain: 'ladder.example', key: KEY.privateKey }) : whole;
}

const caseIn = ({ subject }: OutgoingMail): string => /\[Ladder (\d+)/.exec(subject)?.[1] ?? '';
const cases = async () =>
  (await sql<{ case_id: string }>`select case_id from "case"`.execute(here.connection.db)).rows;

test('a whole case by mail through a mailbox: opened, answered, and settled, each as of when the mailbox had it', async () => {
  const { looked } = node(NODES[0]);
  const opening = { subject: 'No dial tone', text: 'Since eight.\r\n\r\n-- \r\nDana, Agency' };
  server.put(await mail('Open.Sample.Service@Ladder.Example', opening), on('Tue 08:40'));
  await looked();
  const letters = await here.settle();
  const key = { contract: 'sample', caseId: caseIn(to(letters, 'dana')) };
  expect((await here.events(key))[0]).toMatchObject({
    ...{ type: 'CaseOpened', by: 'dana', over: 'email', at: on('Tue 09:00'), occurredAt: on('Tue 08:40') },
    text: 'No dial tone\n\nSince eight.',
  });

  now = on('Tue 09:30');
  await here.setClock(now);
  const url = linkIn(to(letters, 'ana'), /^Respond/);
  const form = new URLSearchParams({ text: 'A crew is at the site.' }).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  expect((await here.server.inject({ method: 'POST', url, headers, payload: form })).statusCode).toBe(200);
  expect(to(await here.settle(), 'dana').text).toContain('A crew is at the site.');

  now = on('Tue 10:00');
  await here.setClock(now);
  const reply = `${replyLocalPart(TEST_SECRET, { ...key, personId: 'dana' })}@ladder.example`;
  const satisfied = await mail(reply, { subject: 'Re: your case', text: 'Satisfied' });
  server.put(satisfied, on('Tue 09:50'));
  server.put(satisfied, on('Tue 09:55'));
  await looked();
  const events = await here.events(key);
  expect(events.filter(({ type }) => type === 'Satisfied')).toMatchObject([{ occurredAt: on('Tue 09:50') }]);
  expect(events.map(({ type }) => type)).toEqual(expect.arrayContaining(['Responded', 'CaseClosed']));
  expect(server.in('INBOX')).toEqual({});
});

test('two nodes on one database: one takes, and what it had not moved when it died opens no second case', async () => {
  const first = node(NODES[0]);
  await first.looked();
  const second = node(NODES[1]);
  await second.first;
  expect([first.state().is, second.state().is]).toEqual(['taking', 'elsewhere']);
  const opening = await mail('open.sample.service@ladder.example', { subject: 'One', text: 'Since eight.' });
  // Taken by the first, which dies before it has moved it.
  let deaths = 1;
  server.before('UID MOVE', () => {
    if (deaths-- > 0) void first.close();
    if (deaths === 0) server.drop();
  });
  const before = second.looked();
  server.put(opening, now);
  await before;
  expect(second.state().is).toBe('taking');
  expect(await cases()).toHaveLength(1);
  expect(server.in('Ladder/Taken')).toEqual({ One: [] });
});

test('an unsigned mail is held for the desk, and one to nobody is listed for whoever keeps the installation', async () => {
  const { looked } = node(NODES[0]);
  const text = { subject: 'Unsigned', text: 'Since eight.', isSigned: false };
  server.put(await mail('open.sample.service@ladder.example', text), now);
  server.put(await mail('open.sample.sewage@ladder.example', { ...text, subject: 'Stray' }), now);
  await looked();
  expect(await cases()).toEqual([]);
  expect((await here.settle()).map(({ to: { address } }) => address).toSorted()).toEqual([
    'dana@ladder.example',
    'desk@ladder.example',
  ]);
  expect(server.in('INBOX')).toEqual({ Stray: ['\\Flagged'] });
  const place = mailboxPlace(server.url);
  expect(await leftMessages(here.connection.db, 10)).toMatchObject([
    { mailbox: `ladder at 127.0.0.1:${place.port}, INBOX`, why: 'notAddressed', receivedAt: now },
  ]);
  server.unflag('INBOX');
  server.empty('INBOX');
  await looked();
  expect(await leftMessages(here.connection.db, 10)).toEqual([]);
});
