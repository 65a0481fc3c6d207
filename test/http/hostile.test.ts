import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiWorld, apiWorld, CONTRACT } from './api-world.ts';

let api: ApiWorld;
let path: string;
beforeAll(async () => {
  api = await apiWorld();
  path = await api.opened();
});
afterAll(() => api.close());

const CASES = `${CONTRACT}/cases`;

test.each([
  ['an unknown field', { track: 'service', txet: 'Hello' }, '/txet', 'field-unknown'],
  ['a missing field', {}, '/track', 'field-missing'],
  ['a number for a text', { track: 7 }, '/track', 'field-type-wrong'],
  ['the character 0', { track: 'service', text: 'a\u0000b' }, '/text', 'field-text-unsound'],
  ['half a character', { track: 'service', text: '\ud800' }, '/text', 'field-text-unsound'],
  ['a long text', { track: 'service', text: 'x'.repeat(20_001) }, '/text', 'field-too-long'],
  [
    'two lines of reference',
    { track: 'service', references: ['a\nb'] },
    '/references/0',
    'field-line-unsound',
  ],
  [
    'too many references',
    { track: 'service', references: new Array(21).fill('a') },
    '/references',
    'field-too-long',
  ],
  [
    'a local time',
    { track: 'service', statedAt: '2026-11-17T09:00' },
    '/statedAt',
    'field-instant-malformed',
  ],
  [
    'a year beyond calendars',
    { track: 'service', statedAt: '9999-01-01T00:00:00Z' },
    '/statedAt',
    'field-instant-malformed',
  ],
  ['another party', { track: 'service', onBehalfOf: 'oversight' }, '/onBehalfOf', 'field-choice-unknown'],
])('a body with %s is refused, and where is said', async (_what, body, at, code) => {
  const answer = await api.post('dana', CASES, body);
  expect(answer).toMatchObject({
    status: 422,
    body: { code: 'request-body-invalid', problems: [{ path: at, code }] },
  });
});

test('an unknown field is answered with the name that was meant', async () => {
  const { body } = await api.post('dana', CASES, { track: 'service', refrences: ['a'] });
  expect(body.problems).toMatchObject([{ message: expect.stringContaining('"references"') }]);
});

test.each([
  ['no JSON', '{"track":', 400, 'request-body-malformed'],
  ['a prototype', '{"track":"service","__proto__":{"a":1}}', 400, 'request-body-malformed'],
  ['a list', '[]', 422, 'request-body-invalid'],
  ['null', 'null', 422, 'request-body-invalid'],
  ['a deep nest', `${'['.repeat(50_000)}${']'.repeat(50_000)}`, 422, 'request-body-invalid'],
  ['too many bytes', `{"track":"service","text":"${'x'.repeat(200_000)}"}`, 413, 'request-body-too-big'],
  ['bytes that are no UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), 400, 'request-body-malformed'],
])('%s is refused', async (_what, payload, status, code) => {
  const reply = await api.server.inject({
    method: 'POST',
    url: CASES,
    headers: { authorization: `Bearer ${api.token('dana')}`, 'content-type': 'application/json' },
    payload,
  });
  expect([reply.statusCode, reply.json().code]).toEqual([status, code]);
  expect(reply.headers['content-type']).toContain('application/problem+json');
});

test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'nonsense'])(
  'a body of type %s is not taken',
  async (type) => {
    const reply = await api.server.inject({
      method: 'POST',
      url: CASES,
      headers: { authorization: `Bearer ${api.token('dana')}`, 'content-type': type },
      payload: 'track=service',
    });
    expect([reply.statusCode, reply.json().code]).toEqual([415, 'request-type-unsupported']);
  },
);

test.each([
  `${CASES}/%00`,
  `${CASES}/%ff`,
  `${CASES}/%E0%A4%A`,
  `${CASES}/..%2f..%2fetc`,
  `${CASES}/${'9'.repeat(5000)}`,
  `${CASES}/100001'--`,
  '/api/v1/contracts/%00/cases',
  '/api/v1/nothing',
  '//',
  '/.env',
])('the path %s leads nowhere, and nowhere else', async (url) => {
  const { status, body } = await api.get('dana', url);
  expect([400, 404, 414]).toContain(status);
  expect(body.code).toBeDefined();
});

test('another method finds nothing', async () => {
  for (const method of ['DELETE', 'PUT', 'PATCH'] as const) {
    const reply = await api.server.inject({ method, url: path });
    expect([404, 405]).toContain(reply.statusCode);
  }
});

test('a bug is answered with a number and nothing else, and a database that is away with a wait', async () => {
  const faults = [
    [new Error('secret detail'), 500, 'internal-fault'],
    [Object.assign(new Error('gone'), { code: 'ECONNREFUSED' }), 503, 'database-away'],
    [Object.assign(new Error('stopping'), { code: '57P01' }), 503, 'database-away'],
    [new Error('Connection terminated unexpectedly'), 503, 'database-away'],
  ] as const;
  for (const [fault, status, code] of faults) {
    const log = { ...api.parts.log, error: () => undefined };
    const reading = { ...api.parts.reading, contracts: () => Promise.reject(fault) };
    const broken = await apiWorld({
      reading: { ...reading, tokenHolder: api.parts.reading.tokenHolder },
      log,
    });
    const reply = await broken.server.inject({
      url: '/api/v1/contracts',
      headers: { authorization: `Bearer ${api.token('dana')}` },
    });
    await broken.close();
    expect([reply.statusCode, reply.json().code]).toEqual([status, code]);
    expect(reply.body).not.toContain('secret detail');
    if (status === 503) expect(reply.headers['retry-after']).toBe('5');
  }
});

test('who asks too often is told when to go on', async () => {
  const slow = await apiWorld({ ratePerMinute: 3 });
  const codes = [];
  for (let at = 0; at < 5; at++) codes.push((await slow.get('dana', CONTRACT)).status);
  const refused = await slow.get('dana', CONTRACT);
  const other = await slow.get('olga', CONTRACT);
  const wrong = [];
  for (let at = 0; at < 5; at++) {
    wrong.push(
      (await slow.get(undefined, CONTRACT, { authorization: `Bearer ladder_${'abcde'[at]?.repeat(43)}` }))
        .status,
    );
  }
  await slow.close();
  expect(codes).toEqual([200, 200, 200, 429, 429]);
  expect(refused).toMatchObject({ body: { code: 'requests-too-many' } });
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect(other.status).toBe(200);
  expect(wrong).toEqual([401, 401, 401, 429, 429]);
});

test.each([
  ['no HTTP at all', 'HELO ladder.example\r\n\r\n', 400],
  ['headers without end', `GET /api HTTP/1.1\r\nhost: a\r\nx: ${'y'.repeat(40_000)}\r\n\r\n`, 431],
  ['two lengths', 'POST /api HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab', 400],
])('%s is let go with a problem', async (_what, sent, status) => {
  const own = await apiWorld();
  const address = new URL(await own.server.listen({ host: '127.0.0.1', port: 0 }));
  const socket = connect(Number(address.port), address.hostname);
  socket.write(sent);
  const told = await text(socket);
  await own.close();
  expect(told).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(told).toContain('application/problem+json');
});
