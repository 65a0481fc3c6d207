import { once } from 'node:events';
import { createServer } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, test } from 'vitest';
import type { OutgoingMail } from '../../src/app/ports/mail.ts';
import { outboxCarrier } from '../../src/channels/email/outbox.ts';
import { type SendLimits, smtpCarrier } from '../../src/channels/email/send.ts';
import { selfSigned } from './certificate.ts';
import { trickle } from './reception.ts';
import { DROP, type Script, SILENCE, type Step, scriptedSmtp } from './scripted-smtp.ts';

const mail: OutgoingMail = {
  id: 'd-17',
  to: { name: 'Maya Hollis', address: 'maya@district.example' },
  replyTo: 'reply+abcdefghijklmnopqrst@mail.example',
  subject: 'Case 100017: level 2',
  text: 'You may contact level 2 from 8:30 pm Pacific.',
  html: '<p>You may contact level 2 from 8:30 pm Pacific.</p>',
  thread: 'd-3@mail.example',
};

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

const QUICK = { connectWithinMs: 2_000, greetWithinMs: 300, silenceMaxMs: 300, attemptMaxMs: 1_000 };

function carrierTo(url: string, more: { ca?: string; plus?: string; limits?: Partial<SendLimits> } = {}) {
  const carrier = smtpCarrier({
    url,
    from: 'Ladder <ladder@mail.example>',
    domain: 'mail.example',
    ...more,
    limits: { ...QUICK, ...more.limits },
  });
  open.push(() => carrier.close());
  return carrier;
}

async function there(script: Script = {}) {
  const server = await scriptedSmtp(script);
  open.push(() => server.close());
  return server;
}

const endless: Step = (socket) => trickle(socket, '250-still here\r\n');

const OUTCOMES: readonly (readonly [string, Script, string, boolean])[] = [
  ['a refused recipient is smtp-550, for good', { RCPT: '550 5.1.1 no such user' }, 'smtp-550', true],
  ['a full mailbox is smtp-552, for good', { RCPT: '552 5.2.2 mailbox full' }, 'smtp-552', true],
  ['a refused message is smtp-554, for good', { end: '554 5.7.1 no' }, 'smtp-554', true],
  ['a refusal of DATA is smtp-554, for good', { DATA: '554 5.5.1 no' }, 'smtp-554', true],
  ['greylisting is smtp-451, for now', { RCPT: '451 4.7.1 come back later' }, 'smtp-451', false],
  ['a full disk there is smtp-452, for now', { end: '452 4.3.1 no room' }, 'smtp-452', false],
  ['a busy server is smtp-421, for now', { greeting: '421 4.3.2 too busy' }, 'smtp-421', false],
  ['a server that takes nobody is smtp-554, for now', { greeting: '554 no service' }, 'smtp-554', false],
  ['a refusal of our own sender is smtp-550, for now', { MAIL: '550 5.7.1 who?' }, 'smtp-550', false],
  ['a session out of step is smtp-503, for now', { RCPT: '503 5.5.1 wrong order' }, 'smtp-503', false],
  ['no greeting is a timeout, for now', { greeting: SILENCE }, 'timeout', false],
  ['silence after RCPT is a timeout, for now', { RCPT: SILENCE }, 'timeout', false],
  ['silence after the message is a timeout, for now', { end: SILENCE }, 'timeout', false],
  ['an answer that never ends is a timeout, for now', { end: endless }, 'timeout', false],
  ['a drop at the greeting is a lost connection, for now', { greeting: DROP }, 'lost-connection', false],
  [
    'a drop in the middle of the message is a lost connection, for now',
    { data: DROP },
    'lost-connection',
    false,
  ],
  ['a drop after the message is a lost connection, for now', { end: DROP }, 'lost-connection', false],
];

test.each(OUTCOMES)('%s', async (_title, script, reason, permanent) => {
  const server = await there(script);
  const carrier = carrierTo(server.url);
  const said = Object.values(script).find((step) => typeof step === 'string');
  expect(await carrier.send(mail)).toEqual({
    result: 'failed',
    permanent,
    reason,
    ...(reason.startsWith('smtp-') && { said }),
  });
  expect(server.connections()).toBe(1);
});

test('what a server says of its no is kept to one line of a length with an end, and holds what a text may hold', async () => {
  const server = await there({ RCPT: `550-5.1.1 no\r\n550 such\0 \x1b[31muser ${'x'.repeat(400)}` });
  const { said = '' } = (await carrierTo(server.url).send(mail)) as { said?: string };
  expect(said).toMatch(/^550-5\.1\.1 no 550 such +\[31muser x+$/);
  expect(said).toHaveLength(200);
});

test('nobody listening is a refused connection, for now', async () => {
  const server = await scriptedSmtp();
  await server.close();
  expect(await carrierTo(server.url).send(mail)).toEqual({
    result: 'failed',
    permanent: false,
    reason: 'refused-connection',
  });
});

test.each([
  ['nothing', ''],
  ['no domain', 'maya'],
  ['an empty domain', 'maya@'],
  ['a second address behind a line break', 'maya@district.example>\r\nRCPT TO:<zoe@district.example'],
  ['a second address behind a comma', 'maya@district.example,zoe@district.example'],
  ['a second address in brackets', 'maya@district.example <zoe@district.example>'],
  ['a space', 'a b@district.example'],
])('an address with %s is unusable, for good, and asks no server', async (_what, address) => {
  const server = await there();
  expect(await carrierTo(server.url).send({ ...mail, to: { name: 'Maya', address } })).toEqual({
    result: 'failed',
    permanent: true,
    reason: 'unusable-address',
  });
  expect(server.told).toEqual([]);
});

describe('a mail that is handed over', () => {
  test('has the words of the next server for its proof', async () => {
    const server = await there();
    expect(await carrierTo(server.url).send(mail)).toEqual({
      result: 'handedOver',
      carrierId: '250 2.0.0 queued as 7',
    });
  });
  test('names its delivery, its thread, where to answer, and that no person wrote it', async () => {
    const server = await there();
    const carrier = carrierTo(server.url);
    await carrier.send(mail);
    await carrier.send(mail);
    const [first, second] = server.messages.map((text) => text.replaceAll('\r\n', '\n'));
    for (const field of [
      'Message-ID: <d-17@mail.example>',
      'In-Reply-To: <d-3@mail.example>',
      'References: <d-3@mail.example>',
      'Reply-To: reply+abcdefghijklmnopqrst@mail.example',
      'Auto-Submitted: auto-generated',
      'X-Auto-Response-Suppress: All',
      'From: Ladder <ladder@mail.example>',
      'To: Maya Hollis <maya@district.example>',
    ]) {
      expect(first).toContain(`${field}\n`);
      expect(second).toContain(`${field}\n`);
    }
    expect(first).not.toMatch(/^(precedence|bcc)\b/im);
    expect(server.told).toContain('MAIL FROM:<bounce+d-17@mail.example>');
    expect(server.connections()).toBe(1);
  });
  test('says to the mailbox where one request ends it, where its reader has asked for it, and else nothing of the kind', async () => {
    const server = await there();
    const endUrl = `https://ladder.example/unsubscribe/${'x'.repeat(43)}`;
    await carrierTo(server.url).send({ ...mail, endUrl });
    await carrierTo(server.url).send(mail);
    const [asked, other] = server.messages.map((text) => text.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n'));
    expect(asked).toContain(`List-Unsubscribe: <${endUrl}>`);
    expect(asked).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(other?.join()).not.toContain('List-Unsubscribe');
  });
  test('has its addresses behind the plus sign of one mailbox, where that takes them, and its ids as ever', async () => {
    const server = await there();
    await carrierTo(server.url, { plus: 'ladder' }).send(mail);
    expect(server.messages[0]).toContain('Reply-To: ladder+reply+abcdefghijklmnopqrst@mail.example');
    expect(server.messages[0]).toContain('Message-ID: <d-17@mail.example>');
    expect(server.told).toContain('MAIL FROM:<ladder+bounce+d-17@mail.example>');
  });
  test('begins a thread where it is the first', async () => {
    const server = await there();
    await carrierTo(server.url).send({ ...mail, thread: 'd-17@mail.example', replyTo: undefined });
    expect(server.messages[0]).not.toMatch(/^(in-reply-to|references|reply-to)/im);
  });
  test('keeps a line break in a subject or a name from becoming a header', async () => {
    const server = await there();
    const to = { name: 'Maya\r\nBcc: zoe@district.example', address: 'maya@district.example' };
    await carrierTo(server.url).send({ ...mail, to, subject: 'Case\r\nX-Injected: yes' });
    expect(server.messages[0]).not.toMatch(/^(bcc|x-injected):/im);
  });
});

test('a burst goes over the connections allowed, and each mail gets its own answer', async () => {
  const server = await there();
  const carrier = carrierTo(server.url, { limits: { connectionsMax: 2 } });
  const ids = Array.from({ length: 40 }, (_, at) => `d-${at}`);
  const results = await Promise.all(ids.map((id) => carrier.send({ ...mail, id })));
  expect(results.every(({ result }) => result === 'handedOver')).toBe(true);
  expect(server.connections()).toBe(2);
  expect(new Set(server.messages.map((text) => /^Message-ID: (.*)$/m.exec(text)?.[1])).size).toBe(40);
});

test('a carrier that was closed answers, and does not throw', async () => {
  const server = await there();
  const carrier = carrierTo(server.url);
  await carrier.close();
  expect(await carrier.send(mail)).toMatchObject({ result: 'failed', permanent: false });
});

test('the outbox sends nothing and says so', async () => {
  expect(await outboxCarrier().send(mail)).toEqual({ result: 'handedOver', carrierId: 'outbox' });
});

describe('over TLS', () => {
  const { key, cert } = selfSigned('localhost');

  async function tlsServer(options: SMTPServerOptions) {
    const server = new SMTPServer({
      key,
      cert,
      authOptional: true,
      logger: false,
      closeTimeout: 50,
      ...options,
    });
    server.on('error', () => {});
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    open.push(() => new Promise((done) => server.close(done)));
    return (server.server.address() as { port: number }).port;
  }

  test('a certificate of an authority handed in is trusted, from the first byte and by STARTTLS', async () => {
    const secure = await tlsServer({ secure: true });
    const upgraded = await tlsServer({});
    for (const url of [`smtps://localhost:${secure}`, `smtp://localhost:${upgraded}?requireTLS=true`]) {
      expect(await carrierTo(url, { ca: cert }).send(mail)).toMatchObject({ result: 'handedOver' });
    }
  });
  test('a certificate that nobody vouches for is tls, for now', async () => {
    const secure = await tlsServer({ secure: true });
    const upgraded = await tlsServer({});
    for (const url of [`smtps://localhost:${secure}`, `smtp://localhost:${upgraded}`]) {
      expect(await carrierTo(url).send(mail)).toEqual({ result: 'failed', permanent: false, reason: 'tls' });
    }
  });
  test("another host's certificate is tls, for now", async () => {
    const other = selfSigned('other.example');
    const port = await tlsServer({ secure: true, ...other });
    expect(await carrierTo(`smtps://localhost:${port}`, { ca: other.cert }).send(mail)).toEqual({
      result: 'failed',
      permanent: false,
      reason: 'tls',
    });
  });
  test('only the URL can turn the check off', async () => {
    const port = await tlsServer({ secure: true });
    const carrier = carrierTo(`smtps://localhost:${port}?tls.rejectUnauthorized=false`);
    expect(await carrier.send(mail)).toMatchObject({ result: 'handedOver' });
  });
  test('a handshake that is never answered is a timeout, for now', async () => {
    const server = createServer((socket) => open.push(async () => void socket.destroy()));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    open.push(async () => void server.close());
    const { port } = server.address() as { port: number };
    expect(
      await carrierTo(`smtps://127.0.0.1:${port}`, { limits: { connectWithinMs: 300 } }).send(mail),
    ).toEqual({ result: 'failed', permanent: false, reason: 'timeout' });
  });
  test('a password is not sent to a server without TLS', async () => {
    const server = await there({ EHLO: '250-there.example\r\n250 AUTH PLAIN LOGIN' });
    const carrier = carrierTo(server.url.replace('smtp://', 'smtp://desk:opensesame@'));
    expect(await carrier.send(mail)).toMatchObject({ result: 'failed', permanent: false });
    expect(server.told.join('\n')).not.toContain('AUTH');
  });
  test('a refused password is smtp-535, for now', async () => {
    const port = await tlsServer({ secure: true, onAuth: (_auth, _session, done) => done(new Error('no')) });
    const carrier = carrierTo(`smtps://desk:wrong@localhost:${port}`, { ca: cert });
    expect(await carrier.send(mail)).toEqual({
      ...{ result: 'failed', permanent: false, reason: 'smtp-535' },
      said: '535 no',
    });
  });
});
