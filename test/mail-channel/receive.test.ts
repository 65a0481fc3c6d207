import { createTransport } from 'nodemailer';
import { afterEach, describe, expect, test } from 'vitest';
import { until } from '../build/until.ts';
import { selfSigned } from './certificate.ts';
import {
  deliver,
  message,
  NOW,
  REPLY,
  reception,
  resolver,
  signed,
  smtpClient,
  trickle,
} from './reception.ts';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function here(more: Parameters<typeof reception>[0] = {}) {
  const server = await reception(more);
  open.push(() => server.close());
  return server;
}

const reply = (at: number): string => `reply+${String(at).padStart(20, 'a')}@mail.example`;
const multipart = (type: string, parts: readonly string[], boundary = 'b1'): string =>
  message(`${parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('')}--${boundary}--`, {
    'MIME-Version': '1.0',
    'Content-Type': `multipart/${type}; boundary=${boundary}`,
  });

describe('a message', () => {
  test('is given to each of its recipients once, stamped when its end came', async () => {
    const { port, taken } = await here();
    const to = [reply(1), reply(2), reply(1).toUpperCase()];
    expect(await deliver(port, message('Escalate'), { to })).toMatch(/^250/);
    expect(taken.map(({ recipient }) => recipient)).toEqual([reply(1), reply(2)]);
    expect(taken.every(({ receivedAt }) => receivedAt === NOW)).toBe(true);
    expect(new Set(taken.map(({ id }) => id)).size).toBe(2);
  });
  test('behind the plus sign of our mailbox is for the address that stands there, and so is that address alone', async () => {
    const { port, taken } = await here({ plus: 'ladder' });
    const to = [`Ladder+${reply(1)}`, reply(2), `ladder+${reply(2)}`];
    expect(await deliver(port, message('Escalate'), { to })).toMatch(/^250/);
    expect(taken.map(({ recipient }) => recipient)).toEqual([reply(1), reply(2)]);
    for (const other of ['ladder@mail.example', 'ladder+zoe@mail.example', `zoe+${reply(1)}`])
      expect(await deliver(port, message('Satisfied'), { to: [other] })).toMatch(/^550 5\.1\.1/);
  });
  test('to nobody we know is refused before it is sent', async () => {
    const { port, taken } = await here();
    expect(await deliver(port, message('Satisfied'), { to: ['zoe@mail.example'] })).toMatch(/^550 5\.1\.1/);
    expect(taken).toEqual([]);
  });
  test('is put off where it cannot be looked up who it is for', async () => {
    const { port, logged } = await here({ knows: () => Promise.reject(new Error('no database')) });
    expect(await deliver(port, message('Satisfied'))).toMatch(/^451/);
    expect(logged).toEqual(['mail-not-taken']);
  });
  test('that was not committed is put off, and is the same when it comes again', async () => {
    const seen: string[] = [];
    const { port, taken } = await here({
      take: async ({ id }) => {
        seen.push(id);
        if (seen.length === 1) throw new Error('the database went away');
      },
    });
    const text = await signed(message('Satisfied'));
    expect(await deliver(port, text)).toMatch(/^451/);
    expect(await deliver(port, `Received: by relay.example; later\r\n${text}`)).toMatch(/^250/);
    expect(taken).toHaveLength(1);
    expect(seen[0]).toBe(seen[1]);
  });
  test('is told from another by its Message-ID, or without one by what it says', async () => {
    const { port, taken } = await here();
    const bare = { 'Message-ID': undefined };
    await deliver(port, message('one', bare));
    await deliver(port, `Received: by relay.example; later\r\n${message('one', bare)}`);
    await deliver(port, message('two', bare));
    await deliver(port, message('one', { 'Message-ID': '<m-2@district.example>' }));
    const [one, again, two, named] = taken.map(({ id }) => id);
    expect(again).toBe(one);
    expect(new Set([one, two, named]).size).toBe(3);
  });
  test('is not answered before it is committed', async () => {
    const entered = Promise.withResolvers<void>();
    const committed = Promise.withResolvers<void>();
    const { port, taken } = await here({
      take: async () => {
        entered.resolve();
        await committed.promise;
      },
    });
    const sending = deliver(port, message('Satisfied'));
    await entered.promise;
    // Whoever is served beside it shows that an answer would have had the time to come.
    expect(await deliver(port, message('x'), { to: ['zoe@mail.example'] })).toMatch(/^550/);
    expect(await Promise.race([sending, 'no answer yet'])).toBe('no answer yet');
    committed.resolve();
    expect(await sending).toMatch(/^250/);
    expect(taken).toHaveLength(1);
  });
  test('dropped in its middle is not taken, and the server goes on', async () => {
    const { port, taken } = await here();
    const client = await smtpClient(port);
    for (const line of ['EHLO x', 'MAIL FROM:<maya@district.example>', `RCPT TO:<${REPLY}>`, 'DATA'])
      await client.say(line);
    client.socket.write(message('Satisfied'));
    client.close();
    expect(await deliver(port, message('Escalate'))).toMatch(/^250/);
    expect(taken).toMatchObject([{ word: 'escalate' }]);
  });
});

describe('a message beyond a bound', () => {
  const MEGABYTE = 1024 * 1024;

  test('announced as too large is refused 552 at once', async () => {
    const { port } = await here();
    const client = await smtpClient(port);
    await client.say('EHLO x');
    expect(await client.say(`MAIL FROM:<maya@district.example> SIZE=${17 * MEGABYTE}`)).toMatch(/^552/);
    client.close();
  });
  test('found too large is refused 552, and the next one on the line is taken', async () => {
    const { port, taken } = await here({ limits: { messageMaxBytes: 20_000 } });
    expect(await deliver(port, message('x'.repeat(70).concat('\n').repeat(2_000)))).toMatch(/^552/);
    expect(await deliver(port, message('Satisfied'))).toMatch(/^250/);
    expect(taken).toHaveLength(1);
  });
  test('with a head of a megabyte is refused 554', async () => {
    const { port, taken } = await here();
    const fields = `X-Padding: ${'y'.repeat(900)}\r\n`.repeat(1_200);
    expect(await deliver(port, fields + message('Satisfied'))).toMatch(/^554/);
    expect(taken).toEqual([]);
  });
  test('with a head that never ends is refused 554', async () => {
    const { port } = await here();
    expect(await deliver(port, 'x'.repeat(300_000))).toMatch(/^554/);
  });
  test('with a thousand parts is refused 554', async () => {
    const { port } = await here();
    const parts = Array.from({ length: 1_000 }, () => 'Content-Type: text/plain\r\n\r\nhello');
    expect(await deliver(port, multipart('mixed', parts))).toMatch(/^554/);
  });
  test('with more recipients than allowed has the rest put off', async () => {
    const { port, taken } = await here({ limits: { recipientsMax: 3 } });
    expect(await deliver(port, message('Satisfied'), { to: [1, 2, 3, 4].map(reply) })).toMatch(/^452/);
    expect(await deliver(port, message('Satisfied'), { to: [1, 2, 3].map(reply) })).toMatch(/^250/);
    expect(taken).toHaveLength(3);
  });
  test('of all that is under way is put off, and taken when there is room again', async () => {
    const { port, taken } = await here({ limits: { underWayMaxBytes: 40_000 } });
    const large = message('x'.repeat(70).concat('\n').repeat(1_000));
    expect(await deliver(port, large)).toMatch(/^451/);
    expect(await deliver(port, message('Satisfied'))).toMatch(/^250/);
    expect(taken).toHaveLength(1);
  });
  test('with attachments of eight megabytes is taken with all of them', async () => {
    const { port, taken } = await here();
    const bulk = `${'A'.repeat(76)}\r\n`.repeat(26_000);
    const attachment = `Content-Type: application/zip; name=a.zip\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n${bulk}`;
    const text = multipart('mixed', [
      'Content-Type: text/plain\r\n\r\nSatisfied',
      ...Array(4).fill(attachment),
    ]);
    expect(text.length).toBeGreaterThan(8_000_000);
    expect(await deliver(port, text)).toMatch(/^250/);
    expect(taken).toMatchObject([{ word: 'satisfied', text: 'Satisfied' }]);
    expect(taken[0]?.files.map(({ name, bytes }) => [name, bytes.length])).toEqual(
      Array(4).fill(['a.zip', (26_000 * 76 * 3) / 4]),
    );
  });
  test('of eight megabytes of words is cut', async () => {
    const { port, taken } = await here();
    expect(await deliver(port, message('words and words and words\n'.repeat(330_000)))).toMatch(/^250/);
    expect(taken[0]?.text.length).toBe(20_000);
  });
});

describe('files of a message', () => {
  const part = (type: string, more: string, bytes: Buffer | string) =>
    `Content-Type: ${type}\r\n${more}\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(bytes).toString('base64')}`;
  const logo = Buffer.alloc(2_000, 1);
  const pasted = Buffer.alloc(70_000, 1);
  const related = multipart(
    'related',
    [
      'Content-Type: text/html\r\n\r\n<p>Look</p><img src="cid:logo@x"><img src="cid:shot@x">',
      part('image/png; name=logo.png', 'Content-ID: <logo@x>\r\nContent-Disposition: inline', logo),
      part('image/png; name=shot.png', 'Content-ID: <shot@x>\r\nContent-Disposition: inline', pasted),
      part('image/png; name=spare.png', 'Content-ID: <spare@x>\r\nContent-Disposition: inline', logo),
    ],
    'inner',
  );
  test('are what is attached: not the pictures that its text shows, of which a large one is named, nor signatures', async () => {
    const { port, taken } = await here();
    const inner = related.slice(related.indexOf('Content-Type: multipart'));
    const text = multipart('mixed', [
      inner,
      part('text/plain; name=trace.txt', 'Content-Disposition: attachment', 'hop 1'),
      part('application/pkcs7-signature; name=smime.p7s', 'Content-Disposition: attachment', 'sig'),
      part('application/octet-stream', 'Content-Disposition: attachment', 'x'),
    ]);
    expect(await deliver(port, text)).toMatch(/^250/);
    expect(taken[0]?.files.map(({ name, bytes, isShown }) => [name, bytes.length, isShown])).toEqual([
      ['shot.png', 70_000, true],
      ['spare.png', 2_000, false],
      ['trace.txt', 5, false],
      ['', 1, false],
    ]);
  });
  test('that a program wrote are left alone', async () => {
    const { port, taken } = await here();
    const text = multipart('mixed', [
      'Content-Type: text/plain\r\n\r\nI am away',
      part('text/plain; name=trace.txt', 'Content-Disposition: attachment', 'hop 1'),
    ]).replace(/^/, 'Auto-Submitted: auto-replied\r\n');
    expect(await deliver(port, text)).toMatch(/^250/);
    expect(taken).toMatchObject([{ kind: 'automaticReply', files: [] }]);
  });
});

describe('a client', () => {
  test('that sends a byte at a time is sent away when its time is up', async () => {
    const { port, taken } = await here({ limits: { connectionMaxMs: 400 } });
    const client = await smtpClient(port);
    for (const line of ['EHLO x', 'MAIL FROM:<maya@district.example>', `RCPT TO:<${REPLY}>`, 'DATA'])
      await client.say(line);
    trickle(client.socket, 'x');
    expect(await client.answer()).toMatch(/^421/);
    client.close();
    expect(taken).toEqual([]);
  });
  test('that says nothing is sent away', async () => {
    const { port } = await here({ limits: { silenceMaxMs: 200 } });
    const client = await smtpClient(port);
    expect(await client.answer()).toMatch(/^421/);
    client.close();
  });
  test('cannot hold all the connections', async () => {
    const { port } = await here({ limits: { connectionsPerAddressMax: 2 } });
    const clients = [await smtpClient(port), await smtpClient(port)];
    const third = await smtpClient(port);
    expect(await third.say('EHLO x')).toBe('closed');
    for (const client of [...clients, third]) client.close();
    await until(async () => expect(await deliver(port, message('Satisfied'))).toMatch(/^250/));
  });
  test('is not offered a sign-in, a relay, or a list of names', async () => {
    const { port } = await here();
    const client = await smtpClient(port);
    await client.say('EHLO x');
    expect(await client.say('AUTH PLAIN AGEAYg==')).toMatch(/^5/);
    expect(await client.say('VRFY maya')).toMatch(/^252/);
    await client.say('MAIL FROM:<maya@district.example>');
    expect(await client.say('RCPT TO:<zoe@elsewhere.example>')).toMatch(/^550/);
    client.close();
  });
  test('may speak TLS where there is a certificate', async () => {
    const certificate = selfSigned('localhost');
    const { port, taken } = await here({ tls: certificate });
    const transport = createTransport({
      host: 'localhost',
      port,
      requireTLS: true,
      tls: { ca: certificate.cert },
    });
    await transport.sendMail({
      from: 'maya@district.example',
      to: REPLY,
      subject: 'Re: Case',
      text: 'Escalate',
    });
    transport.close();
    expect(taken).toMatchObject([{ word: 'escalate' }]);
  });
});

const BROKEN: readonly (readonly [string, string | Buffer, string])[] = [
  ['eight-bit letters without a word of them', Buffer.from(message('señal débil')), 'señal débil'],
  [
    'letters of Latin-1',
    Buffer.from(message('señal débil', { 'Content-Type': 'text/plain; charset=iso-8859-1' }), 'latin1'),
    'señal débil',
  ],
  ['an unknown charset', message('hello', { 'Content-Type': 'text/plain; charset=martian-7' }), 'hello'],
  [
    'a charset that hides letters',
    message('+ADw-b+AD4- hello', { 'Content-Type': 'text/plain; charset=utf-7' }),
    '+ADw-b+AD4- hello',
  ],
  [
    'a boundary that never comes',
    message('hello', { 'Content-Type': 'multipart/mixed; boundary=never' }),
    '',
  ],
  ['no boundary named', message('hello', { 'Content-Type': 'multipart/mixed' }), ''],
  [
    'an end that never comes',
    multipart('mixed', ['Content-Type: text/plain\r\n\r\nhello']).replace('--b1--', ''),
    'hello',
  ],
  ['broken base64', message('aGVsbG8=!!!***', { 'Content-Transfer-Encoding': 'base64' }), 'hello'],
  [
    'broken quoted-printable',
    message('hel=lo =3', { 'Content-Transfer-Encoding': 'quoted-printable' }),
    'hel=lo =3',
  ],
  ['NUL in its words', message('he\0llo'), 'hello'],
  ['NUL in its head', message('hello', { 'X-Odd': 'a\0b' }), 'hello'],
  ['no head', '\r\nhello\r\n', 'hello'],
  ['no body', 'From: maya@district.example\r\n', ''],
  ['nothing at all', '\r\n', ''],
  ['bare line feeds', message('hello').replaceAll('\r\n', '\n'), 'hello'],
  ['lines that begin with a dot', message('.hello\n..there'), '.hello\n..there'],
  ['a head without colons', `nonsense\r\n${message('hello')}`, 'hello'],
  ['parts within parts, a hundred deep', nested(100), 'hello'],
  [
    'a mail within the mail',
    multipart('mixed', [
      'Content-Type: text/plain\r\n\r\nhello',
      'Content-Type: message/rfc822\r\nContent-Disposition: inline\r\n\r\nFrom: zoe@district.example\r\nSubject: x\r\n\r\nEscalate',
    ]),
    'hello',
  ],
];

function nested(depth: number): string {
  let part = 'Content-Type: text/plain\r\n\r\nhello';
  for (let at = 0; at < depth; at++) {
    part = `Content-Type: multipart/mixed; boundary=n${at}\r\n\r\n--n${at}\r\n${part}\r\n--n${at}--`;
  }
  return multipart('mixed', [part], 'outer');
}

test.each(BROKEN)('a message with %s is taken as far as it can be read', async (_what, text, words) => {
  const { port, taken } = await here();
  expect(await deliver(port, text)).toMatch(/^250/);
  expect(taken).toMatchObject([{ text: words }]);
});

test('a thousand words of noise are each answered, and the server lives', async () => {
  const { port } = await here({ limits: { connectionsPerAddressMax: 100 } });
  let state = 20261120;
  const next = (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state;
  };
  for (let round = 0; round < 40; round++) {
    const noise = Buffer.from(
      Array.from({ length: 2_000 }, () => next() % 256).filter((byte) => byte !== 0x2e),
    );
    expect(await deliver(port, Buffer.concat([Buffer.from(message('').trimEnd()), noise]))).toMatch(
      /^(250|554)/,
    );
  }
  expect(await deliver(port, message('Satisfied'))).toMatch(/^250/);
});

test('closing waits for the mail under way', async () => {
  const entered = Promise.withResolvers<void>();
  const committed = Promise.withResolvers<void>();
  const { port, close, taken } = await reception({
    limits: { closeWithinMs: 5_000 },
    take: async () => {
      entered.resolve();
      await committed.promise;
    },
  });
  const sending = deliver(port, message('Satisfied'));
  await entered.promise;
  const closing = close();
  committed.resolve();
  expect(await sending).toMatch(/^250/);
  await closing;
  expect(taken).toHaveLength(1);
});

test('a port that is taken is told to whoever starts the server', async () => {
  const { mailServer } = await import('../../src/channels/email/inbound/server.ts');
  const { port } = await here();
  const logged: string[] = [];
  const note = (code: string): void => void logged.push(code);
  const log = { info: note, warn: note, error: note };
  const taker = { knows: async () => true, take: async () => {} };
  await expect(
    mailServer({ host: '127.0.0.1', port, domain: 'mail.example', taker, now: () => NOW, resolver, log }),
  ).rejects.toMatchObject({ code: 'EADDRINUSE' });
  expect(logged).toEqual([]);
});
