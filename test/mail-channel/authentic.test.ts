import { generateKeyPairSync } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { afterEach, expect, test } from 'vitest';
import { deliver, KEYS, message, REPLY, reception, resolver, STRANGER, signed } from './reception.ts';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function here(more: Parameters<typeof reception>[0] = {}) {
  const server = await reception(more);
  open.push(() => server.close());
  return server;
}

const SATISFIED = message('Satisfied');
const other = generateKeyPairSync('rsa', { modulusLength: 2048 });

type Case = readonly [title: string, text: () => Promise<string>, from: string];

const VOUCHED: readonly Case[] = [
  ['signed by the domain of its sender', () => signed(SATISFIED), 'maya@district.example'],
  ['signed with ed25519', () => signed(SATISFIED, { selector: 'ed' }), 'maya@district.example'],
  [
    'signed, with a name in capitals',
    () => signed(message('Satisfied', { From: 'Maya <MAYA@District.Example>' })),
    'maya@district.example',
  ],
  [
    'signed by the parent of its domain',
    () => signed(message('Satisfied', { From: 'maya@west.district.example' })),
    'maya@west.district.example',
  ],
  [
    'signed by its domain and, badly, by another',
    async () => signed(await signed(SATISFIED, { domain: 'stranger.example', key: other.privateKey })),
    'maya@district.example',
  ],
];

test.each(VOUCHED)('%s: vouched for', async (_title, text, from) => {
  const { port, taken } = await here();
  expect(await deliver(port, await text())).toMatch(/^250/);
  expect(taken).toMatchObject([
    { from, authenticated: true, kind: 'person', word: 'satisfied', text: 'Satisfied' },
  ]);
});

const maya = 'maya@district.example';
const HELD: readonly Case[] = [
  ['without a signature, from a host that SPF allows', async () => SATISFIED, maya],
  ['signed with a key that is not published', () => signed(SATISFIED, { key: other.privateKey }), maya],
  ['signed with a revoked key', () => signed(SATISFIED, { selector: 'revoked' }), maya],
  [
    'signed under a selector that is not published',
    () => signed(SATISFIED, { selector: 'gone', key: KEYS.rsa! }),
    maya,
  ],
  [
    'signed by another domain that is in order',
    () => signed(SATISFIED, { domain: 'stranger.example', key: STRANGER.privateKey }),
    maya,
  ],
  [
    'signed, and its body changed',
    async () => (await signed(SATISFIED)).replace('Satisfied', 'Escalate!'),
    maya,
  ],
  [
    'signed, and its sender changed',
    async () =>
      (await signed(message('Satisfied', { From: 'zoe@district.example' }))).replace('zoe@', 'maya@'),
    maya,
  ],
  ['signed over the beginning of its body only', () => signed(SATISFIED, { bodyLength: 4 }), maya],
  [
    'signed, with a signature that has run out',
    () => signed(SATISFIED, { expires: '2020-01-01T00:00:00Z' }),
    maya,
  ],
  [
    'signed by a domain without a policy',
    () => signed(message('Satisfied', { From: 'maya@nopolicy.example' }), { domain: 'nopolicy.example' }),
    'maya@nopolicy.example',
  ],
  [
    'signed, with two From headers',
    async () => `From: zoe@stranger.example\r\n${await signed(SATISFIED)}`,
    '',
  ],
  [
    'signed, with two senders in one From',
    () => signed(message('Satisfied', { From: 'maya@district.example, zoe@district.example' })),
    '',
  ],
  [
    'signed, and its From taken away',
    async () => (await signed(SATISFIED)).replace(/^From: .*\r\n/m, ''),
    '',
  ],
  [
    'signed by a domain that only looks alike',
    () => signed(message('Satisfied', { From: '"maya@district.example" <maya@stranger.example.invalid>' })),
    'maya@stranger.example.invalid',
  ],
  [
    'that brings its own proof',
    async () =>
      `Authentication-Results: mail.example; dmarc=pass header.from=district.example\r\n${SATISFIED}`,
    maya,
  ],
];

test.each(HELD)('%s: held', async (_title, text, from) => {
  const { port, taken } = await here();
  expect(await deliver(port, await text())).toMatch(/^250/);
  expect(taken).toMatchObject([{ from, authenticated: false }]);
});

test('a key of 512 bits vouches for nothing', async () => {
  const { port, taken } = await here();
  await deliver(port, await signed(SATISFIED, { selector: 'weak' }));
  expect(taken).toMatchObject([{ authenticated: false }]);
});

test('names that are not answered, late or never: held, and taken all the same', async () => {
  for (const trouble of [
    () => Promise.reject(Object.assign(new Error('no'), { code: 'ESERVFAIL' })),
    () => new Promise<never>(() => {}),
  ]) {
    const { port, taken } = await here({ resolver: trouble, limits: { answerWithinMs: 50 } });
    expect(await deliver(port, await signed(SATISFIED))).toMatch(/^250/);
    expect(taken).toMatchObject([{ authenticated: false, word: 'satisfied' }]);
  }
});

test('a mail with two hundred signatures does not ask two hundred names', async () => {
  let asked = 0;
  const { port, taken } = await here({
    limits: { questionsMax: 10 },
    resolver: async (name, type) => {
      asked += 1;
      return await resolver(name, type);
    },
  });
  const many = Array.from({ length: 200 }, (_, at) =>
    signed(SATISFIED, { selector: `s${at}`, key: KEYS.rsa! }),
  );
  const heads = (await Promise.all(many)).map((text) => text.slice(0, -SATISFIED.length));
  expect(await deliver(port, heads.join('') + SATISFIED)).toMatch(/^250/);
  expect(asked).toBe(10);
  expect(taken).toMatchObject([{ authenticated: false }]);
});

test('a mail program that signs by itself is vouched for', async () => {
  const { port, taken } = await here();
  const transport = createTransport({
    host: '127.0.0.1',
    port,
    ignoreTLS: true,
    dkim: {
      domainName: 'district.example',
      keySelector: 'rsa',
      privateKey: KEYS.rsa!.export({ type: 'pkcs8', format: 'pem' }).toString(),
    },
  });
  await transport.sendMail({
    from: 'Maya Hollis <maya@district.example>',
    to: REPLY,
    subject: 'Re: Case 100017',
    text: 'Not satisfied.\n\nThe line is still down – señal débil.',
    html: '<p>Not satisfied.</p>',
    attachments: [{ filename: 'trace.txt', content: 'hop 1' }],
  });
  transport.close();
  expect(taken).toMatchObject([
    {
      authenticated: true,
      word: 'notSatisfied',
      text: 'Not satisfied.\n\nThe line is still down – señal débil.',
      files: [{ name: 'trace.txt', bytes: Buffer.from('hop 1'), isShown: false }],
      recipient: REPLY,
    },
  ]);
});
