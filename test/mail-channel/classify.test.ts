import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { deliver, message, REPLY, reception } from './reception.ts';

let here: Awaited<ReturnType<typeof reception>>;
beforeAll(async () => {
  here = await reception();
});
afterAll(() => here.close());
beforeEach(() => {
  here.taken.length = 0;
});

type Head = Readonly<Record<string, string | undefined>>;

const NOT_A_PERSON: readonly (readonly [string, Head, string, string])[] = [
  [
    'an answer marked by RFC 3834',
    { 'Auto-Submitted': 'auto-replied' },
    'maya@district.example',
    'automaticReply',
  ],
  [
    'a mail marked as generated',
    { 'Auto-Submitted': 'auto-generated (rejected)' },
    'maya@district.example',
    'automaticReply',
  ],
  [
    'an old mark of an answering machine',
    { 'X-Autoreply': 'yes' },
    'maya@district.example',
    'automaticReply',
  ],
  ['bulk mail', { Precedence: 'bulk' }, 'maya@district.example', 'automaticReply'],
  ['mail of a list', { 'List-Id': '<lines.district.example>' }, 'maya@district.example', 'automaticReply'],
  [
    'a subject that says so',
    { Subject: 'Automatic reply: Case 100017' },
    'maya@district.example',
    'automaticReply',
  ],
  [
    'an encoded subject that says so',
    { Subject: '=?utf-8?B?UmVzcHVlc3RhIGF1dG9tw6F0aWNhOiBDYXNv?=' },
    'maya@district.example',
    'automaticReply',
  ],
  ['a null sender', { Subject: 'I am away' }, '', 'automaticReply'],
  ['our own mail come back', { 'Message-ID': '<d-17@mail.example>' }, 'maya@district.example', 'loop'],
  [
    'our own automatic mail come back',
    { 'Message-ID': '<d-17@mail.example>', 'Auto-Submitted': 'auto-generated' },
    'maya@district.example',
    'loop',
  ],
  [
    'a bounce without a word of which mail',
    { Subject: 'Undelivered Mail Returned to Sender', From: 'MAILER-DAEMON@district.example' },
    '',
    'bounce',
  ],
];

test.each(NOT_A_PERSON)('%s is no answer', async (_what, head, from, kind) => {
  expect(await deliver(here.port, message('Satisfied', head), { from })).toMatch(/^250/);
  expect(here.taken).toMatchObject([{ kind, word: undefined, bounced: undefined }]);
});

test('a mail that has gone round is a loop', async () => {
  const rounds = 'Received: from a by b; Fri, 20 Nov 2026 16:29:00 -0800\r\n'.repeat(31);
  await deliver(here.port, rounds + message('Satisfied'));
  expect(here.taken).toMatchObject([{ kind: 'loop' }]);
});

test.each<Head>([
  { 'Auto-Submitted': 'no' },
  { Subject: 'Re: our office is out of lines' },
  { Precedence: 'first-class' },
  { 'In-Reply-To': '<d-17@mail.example>', References: '<d-3@mail.example> <d-17@mail.example>' },
])("a mail with %j is a person's", async (head) => {
  await deliver(here.port, message('Satisfied', head));
  expect(here.taken).toMatchObject([{ kind: 'person', word: 'satisfied' }]);
});

const report = (
  status: string,
  original = 'message/rfc822\r\n\r\nMessage-ID: <d-17@mail.example>\r\nSubject: Case\r\n\r\nSatisfied',
): string =>
  message(
    [
      '--b1\r\nContent-Type: text/plain\r\n\r\nYour mail could not be delivered.',
      `--b1\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.district.example\r\n\r\n${status}`,
      `--b1\r\nContent-Type: ${original}`,
      '--b1--',
    ].join('\r\n'),
    {
      From: 'MAILER-DAEMON@district.example',
      Subject: 'Undelivered Mail Returned to Sender',
      'Auto-Submitted': 'auto-replied',
      'MIME-Version': '1.0',
      'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b1',
    },
  );

const FAILED =
  'Final-Recipient: rfc822; maya@district.example\r\nAction: failed\r\nStatus: 5.1.1 (bad mailbox)\r\nDiagnostic-Code: smtp; 550 no such user';

const REPORTS: readonly (readonly [string, string, object | undefined])[] = [
  ['a refusal for good', report(FAILED), { deliveryId: 'd-17', permanent: true, status: '5.1.1' }],
  [
    'a delivery given up after many tries',
    report('Action: failed\r\nStatus: 4.4.7'),
    { deliveryId: 'd-17', permanent: false, status: '4.4.7' },
  ],
  [
    'one that quotes the head alone',
    report(FAILED, 'text/rfc822-headers\r\n\r\nSubject: Case\r\nMessage-Id:\r\n <d-17@mail.example>\r\n'),
    { deliveryId: 'd-17', permanent: true, status: '5.1.1' },
  ],
  [
    'one that quotes a mail of somebody else',
    report(FAILED, 'message/rfc822\r\n\r\nMessage-ID: <d-17@other.example>\r\n\r\nhello'),
    undefined,
  ],
];

test.each(REPORTS)('%s is a bounce', async (_what, text, bounced) => {
  await deliver(here.port, text, { from: '' });
  expect(here.taken).toMatchObject([{ kind: 'bounce', word: undefined, bounced }]);
});

test.each(['delayed', 'delivered', 'relayed', 'expanded'])(
  'a report that a mail was %s fails nothing',
  async (action) => {
    await deliver(here.port, report(`Action: ${action}\r\nStatus: 4.0.0`), { from: '' });
    expect(here.taken).toMatchObject([{ kind: 'automaticReply', bounced: undefined }]);
  },
);

test("a reader's receipt fails nothing", async () => {
  const text = message('--b\r\n\r\nread\r\n--b--', {
    'Content-Type': 'multipart/report; report-type=disposition-notification; boundary=b',
  });
  await deliver(here.port, text);
  expect(here.taken).toMatchObject([{ kind: 'automaticReply' }]);
});

const UNSTANDARD: readonly (readonly [string, Head, string, object])[] = [
  [
    'with the failed mail below its words',
    { From: 'mailer-daemon@district.example', Subject: 'failure notice' },
    'Sorry:\n<maya@district.example>:\n550 no such user\n\n--- Below this line is a copy of the message.\nMessage-ID: <d-17@mail.example>\n',
    { deliveryId: 'd-17', permanent: true, status: '5.0.0' },
  ],
  [
    'that names the mail in its thread fields',
    {
      From: 'postmaster@district.example',
      Subject: 'Undeliverable: Case',
      'In-Reply-To': '<d-17@mail.example>',
    },
    'mailbox is full (4.2.2)',
    { deliveryId: 'd-17', permanent: false, status: '4.2.2' },
  ],
  [
    'that gives no reason',
    {
      Subject: 'Mail delivery failed',
      'X-Failed-Recipients': 'maya@district.example',
      References: '<d-17@mail.example>',
    },
    'It failed.',
    { deliveryId: 'd-17', permanent: false, status: 'unknown' },
  ],
];

test.each(UNSTANDARD)('a bounce of an old server %s is one', async (_what, head, body, bounced) => {
  await deliver(here.port, message(body, head), { from: '' });
  expect(here.taken).toMatchObject([{ kind: 'bounce', bounced }]);
});

test("words like those of a bounce, from a sender, are a person's", async () => {
  await deliver(here.port, message('550 lines are down', { Subject: 'Undeliverable phones' }));
  expect(here.taken).toMatchObject([{ kind: 'person' }]);
});

test("a bounce at a delivery's own address is about that delivery, whatever it quotes", async () => {
  const text = message('550 5.1.1 no such user', {
    From: 'postmaster@district.example',
    Subject: 'Returned mail',
  });
  expect(await deliver(here.port, text, { from: '', to: ['bounce+d-42@mail.example'] })).toMatch(/^250/);
  expect(here.taken).toMatchObject([
    {
      kind: 'bounce',
      recipient: 'bounce+d-42@mail.example',
      bounced: { deliveryId: 'd-42', permanent: true, status: '5.1.1' },
    },
  ]);
});

test("a delivery's own address takes bounces and nothing else", async () => {
  const to = ['bounce+d-42@mail.example'];
  expect(await deliver(here.port, message('Satisfied'), { to })).toMatch(/^550/);
  expect(
    await deliver(here.port, message('I am away', { 'Auto-Submitted': 'auto-replied (vacation)' }), {
      from: '',
      to,
    }),
  ).toMatch(/^250/);
  expect(await deliver(here.port, message('x'), { from: '', to: ['bounce+d-42@other.example'] })).toMatch(
    /^550/,
  );
  expect(here.taken).toEqual([]);
});

test('the recipient is given in small letters', async () => {
  await deliver(here.port, message('Satisfied'), { to: [REPLY.replace('reply', 'reply').toLowerCase()] });
  expect(here.taken[0]?.recipient).toBe(REPLY);
});
