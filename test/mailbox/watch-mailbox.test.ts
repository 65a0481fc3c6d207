import { afterEach, expect, test } from 'vitest';
import { asInstant } from '../../src/core/instant.ts';
import { message, NOW, REPLY, signed } from '../mail-channel/reception.ts';
import { imapServer } from './imap-server.ts';
import { sharedBook, watched } from './watched.ts';

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close();
});

async function mailbox(options: Parameters<typeof imapServer>[0] = {}) {
  const server = await imapServer(options);
  open.push(() => server.stops());
  return server;
}

function node(url: string, more: Parameters<typeof watched>[1] = {}) {
  const one = watched(url, more);
  open.push(() => one.close());
  return one;
}

let sent = 0;
const mail = (subject: string, fields: Readonly<Record<string, string | undefined>> = {}): string =>
  message('Satisfied', { Subject: subject, 'Message-ID': `<m-${++sent}@district.example>`, ...fields });

const MINUTE = 60_000;
const earlier = asInstant(NOW - 20 * MINUTE);

test('what lies there is taken as of when the mailbox had it, and moved', async () => {
  const server = await mailbox();
  server.put(await signed(mail('one')), earlier);
  const { until, taken, noted, state } = node(server.url);
  await until(() => noted.length > 0);
  expect(taken).toMatchObject([
    {
      recipient: REPLY,
      from: 'maya@district.example',
      authenticated: true,
      kind: 'person',
      word: 'satisfied',
    },
  ]);
  expect(taken[0]!.receivedAt).toBe(earlier);
  expect(server.in('INBOX')).toEqual({});
  expect(server.in('Ladder/Taken')).toEqual({ one: [] });
  expect(state()).toEqual({ is: 'taking' });
});

test('where all addresses lie behind the plus sign of one mailbox, what stands behind it says whom a message is for', async () => {
  const server = await mailbox();
  server.put(mail('one', { To: `ladder+${REPLY}`, Cc: 'zoe@mail.example' }), NOW);
  server.put(mail('two', { To: 'ladder@mail.example', 'Delivered-To': `Ladder+${REPLY}` }), NOW);
  server.put(mail('three', { To: 'ladder@mail.example' }), NOW);
  server.put(mail('four', { To: REPLY }), NOW);
  const { until, taken, noted } = node(server.url, { plus: 'ladder' });
  await until(() => noted.length > 0);
  expect(taken.map(({ recipient }) => recipient)).toEqual([REPLY, REPLY, REPLY]);
  expect(Object.keys(server.in('INBOX'))).toEqual(['three']);
});

test('a new message is taken when the server tells of it, long before anybody would look', async () => {
  const server = await mailbox();
  const { until, taken, noted } = node(server.url, { limits: { lookEveryMs: 3_600_000 } });
  await until(() => noted.length > 0);
  server.put(mail('one'), NOW);
  await until(() => taken.length > 0 && noted.length > 1);
  expect(server.in('Ladder/Taken')).toEqual({ one: [] });
});

test('a server that cannot tell, nor move, is looked at now and then', async () => {
  const server = await mailbox({ plugins: ['UIDPLUS'] });
  const { until, taken, noted } = node(server.url);
  await until(() => noted.length > 0);
  server.put(mail('one'), NOW);
  await until(() => taken.length > 0);
  const before = noted.length;
  await until(() => noted.length > before);
  expect(server.in('INBOX')).toEqual({});
  expect(server.in('Ladder/Taken')).toMatchObject({ one: expect.anything() });
});

test('a connection that breaks is made anew, and what came meanwhile is taken', async () => {
  const server = await mailbox();
  const { until, taken, noted, state } = node(server.url);
  await until(() => noted.length > 0);
  await server.stops();
  server.put(mail('one'), NOW);
  await until(() => noted.at(-1) === 'refused-connection');
  expect(state()).toEqual({ is: 'failing', reason: 'refused-connection' });
  await server.again();
  await until(() => taken.length > 0 && noted.at(-1) === undefined);
  expect(server.in('Ladder/Taken')).toEqual({ one: [] });
});

test('a crash between taking and moving: the same message comes again, under the same id', async () => {
  const server = await mailbox();
  server.put(mail('one'), NOW);
  let drops = 1;
  server.before('UID MOVE', () => {
    if (drops-- > 0) server.drop();
  });
  const { until, taken, noted } = node(server.url);
  await until(() => taken.length > 0);
  server.put(mail('two'), NOW);
  await until(() => taken.some(({ subject }) => subject === 'two'));
  const before = noted.length;
  await until(() => noted.length > before);
  const ids = new Set(taken.map(({ id }) => id));
  expect(ids.size).toBe(2);
});

test('numbers that are all new: what was left is looked at again, and written down once', async () => {
  const server = await mailbox();
  const { bookOf, shared } = sharedBook();
  server.put(mail('stray', { To: 'maya@mail.example' }), NOW);
  const first = node(server.url, { book: bookOf('one') });
  await first.until(() => shared.left.size === 1 && first.noted.length > 0);
  await first.close();
  server.renumber('INBOX');
  const second = node(server.url, { book: bookOf('two') });
  await second.until(() => second.noted.length > 0);
  expect([...shared.left.values()]).toMatchObject([{ uidValidity: 2, why: 'notAddressed' }]);
  expect(server.in('INBOX')).toEqual({ stray: ['\\Flagged'] });
});

test('two copies of one mail are one id; a mail to two of ours in one copy is handed to both', async () => {
  const server = await mailbox();
  const other = REPLY.replace('a', 'z');
  const both = await signed(mail('both', { To: `${REPLY}, "Someone" <${other}>` }));
  server.put(`Delivered-To: ladder@mail.example\r\nX-Original-To: ${REPLY}\r\n${both}`, NOW);
  server.put(`X-Original-To: ${other}\r\n${both}`, NOW);
  const { until, taken, noted } = node(server.url);
  await until(() => noted.length > 0);
  expect(taken.map(({ recipient }) => recipient)).toEqual([REPLY, other, other, REPLY].toSorted(() => 0));
  expect(new Set(taken.map(({ id }) => id)).size).toBe(2);
});

test.each([
  ['addressed to nobody here', () => mail('left', { To: 'maya@mail.example' }), NOW, 'notAddressed'],
  [
    'larger than is taken',
    () => mail('left', { 'X-Long': undefined }) + 'x'.repeat(200_000),
    NOW,
    'tooLarge',
  ],
  ['with a head without end', () => mail('left', { 'X-Long': 'y'.repeat(40_000) }), NOW, 'unreadable'],
  ['that lay there for weeks', () => mail('left'), asInstant(NOW - 15 * 24 * 60 * MINUTE), 'tooOld'],
] as const)('a mail %s stays, flagged, and holds up no other', async (_title, left, at, why) => {
  const server = await mailbox();
  const { bookOf, shared } = sharedBook();
  server.put(left(), at);
  server.put(mail('fine'), NOW);
  const limits = { messageMaxBytes: 100_000, headMaxBytes: 20_000 };
  const { until, noted, logged } = node(server.url, { book: bookOf('node'), limits });
  await until(() => noted.length > 1);
  expect(server.in('INBOX')).toEqual({ left: ['\\Flagged'] });
  expect(server.in('Ladder/Taken')).toEqual({ fine: [] });
  expect([...shared.left.values()]).toMatchObject([{ why, receivedAt: at, againAt: undefined }]);
  expect(logged.filter((line) => line.startsWith('mailbox-message-left'))).toHaveLength(1);
});

test('whoever takes the flag off has it tried again; whoever empties the folder has it forgotten', async () => {
  const server = await mailbox();
  const { bookOf, shared } = sharedBook();
  server.put(mail('left', { To: 'open.sample@mail.example' }), NOW);
  server.put(mail('stray', { To: 'maya@mail.example' }), NOW);
  let isThere = false;
  const { until, taken, noted } = node(server.url, {
    book: bookOf('node'),
    knows: async (recipient) => isThere && recipient.startsWith('open.'),
  });
  await until(() => shared.left.size === 2);
  isThere = true;
  server.unflag('INBOX');
  await until(() => taken.length === 1);
  const before = noted.length;
  await until(() => noted.length > before);
  expect(server.in('INBOX')).toEqual({ stray: ['\\Flagged'] });
  server.empty('INBOX');
  await until(() => shared.left.size === 0);
});

test('what cannot be taken just then is taken later, and a fault of ours is said to be one', async () => {
  const server = await mailbox();
  const { bookOf, shared, advance } = sharedBook();
  server.put(mail('later'), NOW);
  server.put(mail('broken'), NOW);
  let isMended = false;
  const { until, taken, noted } = node(server.url, {
    book: bookOf('node'),
    isOwnFault: (error) => error instanceof TypeError,
    async take({ subject }) {
      if (!isMended) throw subject === 'broken' ? new TypeError('ours') : new Error('busy');
    },
  });
  await until(() => noted.length > 1);
  expect([...shared.left.values()].map(({ why }) => why)).toEqual(['putOff', 'ownFault']);
  expect(taken).toEqual([]);
  isMended = true;
  advance(2 * MINUTE);
  await until(() => taken.length === 1);
  advance(60 * MINUTE);
  await until(() => taken.length === 2 && shared.left.size === 0);
  expect(server.in('Ladder/Taken')).toEqual({ later: [], broken: [] });
  expect(taken.map(({ receivedAt }) => receivedAt)).toEqual([NOW, NOW]);
});

test('of two nodes one takes; when it ends the other does', async () => {
  const server = await mailbox();
  const { bookOf } = sharedBook();
  const one = node(server.url, { book: bookOf('one') });
  await one.until(() => one.noted.length > 0);
  const two = node(server.url, { book: bookOf('two') });
  expect(await two.first).toBeUndefined();
  expect([one.state().is, two.state().is]).toEqual(['taking', 'elsewhere']);
  server.put(mail('one'), NOW);
  await one.until(() => one.taken.length === 1);
  await one.close();
  server.put(mail('two'), NOW);
  await two.until(() => two.taken.length === 1);
  expect(two.taken.map(({ subject }) => subject)).toEqual(['two']);
});

test('a node that says nothing any more has the mailbox for a minute and no longer', async () => {
  const server = await mailbox();
  const { bookOf, advance } = sharedBook();
  await bookOf('gone').claim(asInstant(NOW + MINUTE));
  const { first, until, noted, state } = node(server.url, { book: bookOf('node') });
  expect(await first).toBeUndefined();
  expect(state()).toEqual({ is: 'elsewhere' });
  advance(MINUTE);
  await until(() => noted.length > 0);
  expect(state()).toEqual({ is: 'taking' });
});

test.each([
  ['a wrong password', (url: string) => url.replace('pass%20word', 'guess'), 'sign-in'],
  ['a folder that is not there', (url: string) => url.replace('INBOX', 'Nowhere'), 'mailbox-no-folder'],
  ['a server without encryption', (url: string) => url.replace('?ignoreTLS=true', ''), 'tls'],
  ['a port on which nobody listens', (url: string) => url.replace(/:\d+\//, ':1/'), 'refused-connection'],
])('%s is said, and tried again', async (_title, changed, reason) => {
  const server = await mailbox();
  const { first, noted, until, logged } = node(changed(server.url));
  expect(await first).toBe(reason);
  await until(() => noted.length > 2);
  expect(logged.filter((line) => line.startsWith('mailbox-failed'))).toEqual([`mailbox-failed ${reason}`]);
});

test('a report to the address of one of our mails says which; other mail to it is put away', async () => {
  const server = await mailbox();
  const bounce = 'bounce+d-17@mail.example';
  const head = { To: bounce, From: 'MAILER-DAEMON@district.example', 'Return-Path': '<>' };
  server.put(
    mail('Undelivered Mail Returned to Sender', head).replace('Satisfied', '550 5.1.1 no such user'),
    NOW,
  );
  server.put(mail('advertisement', { To: bounce, 'Return-Path': '<maya@district.example>' }), NOW);
  const { until, taken, noted } = node(server.url);
  await until(() => noted.length > 0);
  expect(taken).toMatchObject([{ kind: 'bounce', bounced: { deliveryId: 'd-17', permanent: true } }]);
  expect(Object.keys(server.in('Ladder/Taken'))).toHaveLength(2);
});

test('it ends, and hangs up, while the server does not answer', async () => {
  const server = await mailbox();
  const one = watched(server.url);
  await one.until(() => one.noted.length > 0);
  server.mute('LOGOUT');
  await one.close();
  await server.alone();
});
