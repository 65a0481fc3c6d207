import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PassThrough, Readable } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { apiClient } from './api-client.ts';
import type { Io } from './io.ts';
import { Refused } from './refused.ts';

const TOKEN = `ladder_${'t'.repeat(43)}`;

interface Heard {
  readonly key: string | string[] | undefined;
  readonly authorization: string | undefined;
  readonly body: string;
}

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

/** A server that answers by a script, the last answer for ever, and what it was asked. */
async function scripted(...answers: readonly Answer[]) {
  const heard: Heard[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const piece of request) body += piece;
    const { 'idempotency-key': key, authorization } = request.headers;
    heard.push({ key, authorization, body });
    (answers[heard.length - 1] ?? answers.at(-1))?.(response, request);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, heard };
}

function clientOf(env: Io['env']) {
  const [stdin, stdout, stderr] = [Readable.from([]), new PassThrough(), new PassThrough()];
  const io = { stdin, stdout, stderr, cwd: '.', env, isTerminal: false, readText: async () => '' };
  return apiClient(io, [1, 1]);
}

const at = (url: string) => clientOf({ LADDER_URL: url, LADDER_TOKEN: TOKEN });
const post = (url: string) =>
  at(url).post<object>({ path: '/x', body: { text: 'Hello' }, key: 'one', ifVersion: undefined });

const ok: Answer = (response) => response.setHeader('content-type', 'application/json').end('{"done":true}');
const dropped: Answer = (_response, request) => request.socket.destroy();
const cut: Answer = (response) => {
  response.writeHead(200, { 'content-length': '100' }).write('{"do');
  setImmediate(() => response.destroy());
};
const no =
  (status: number, code: string, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response
      .writeHead(status, { 'content-type': 'application/problem+json', ...headers })
      .end(JSON.stringify({ code, status, detail: 'It is so. Do this.', values: {} }));

const refusalOf = async (work: Promise<unknown>): Promise<Refused> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof Refused) return error;
  throw new Error('nothing was refused', { cause: error });
};

test.each([
  ['a connection is dropped', dropped],
  ['an answer is cut short', cut],
  ['a node stops', no(503, 'service-draining', { 'retry-after': '5' })],
  ['the database is away', no(503, 'database-away', { 'retry-after': '5' })],
])('where %s the same is sent again under the same key', async (_what, first) => {
  const { url, heard } = await scripted(first, ok);
  expect(await post(url)).toEqual({ done: true });
  expect(heard.map(({ key, body }) => [key, body])).toEqual([
    ['one', '{"text":"Hello"}'],
    ['one', '{"text":"Hello"}'],
  ]);
});

test('a connection that stays lost leaves it open what was done, and says with which key to find out', async () => {
  const { url, heard } = await scripted(dropped);
  const { code, exit, words } = await refusalOf(post(url));
  expect({ code, exit, tries: heard.length }).toEqual({ code: 'api-outcome-unknown', exit: 3, tries: 3 });
  expect(words.advice).toContain('--key one');
});

test('a drop before a clear no of the last try still leaves it open', async () => {
  const { url } = await scripted(dropped, no(503, 'service-draining', { 'retry-after': '5' }));
  expect(await refusalOf(post(url))).toMatchObject({ code: 'api-outcome-unknown' });
});

/** A port of this machine on which nobody listens any more. */
async function closedPort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return `http://127.0.0.1:${port}`;
}

test.each([
  ['nobody listens', closedPort],
  ['no program may ask', async () => 'http://127.0.0.1:1'],
])('where %s nothing was done', async (_what, makeUrl) => {
  const url = await makeUrl();
  const refused = await refusalOf(post(url));
  expect(refused).toMatchObject({ code: 'api-unreachable', exit: 3 });
  expect(refused.words.message).toContain(url);
});

test.each([
  ['a no of the case', no(409, 'case-closed'), { code: 'case-closed', exit: 1 }],
  [
    'a case set aside',
    no(503, 'case-set-aside', { 'retry-after': '300' }),
    { code: 'case-set-aside', exit: 3 },
  ],
  ['a fault of the service', no(500, 'internal-fault'), { code: 'internal-fault', exit: 3 }],
  [
    'a page of something else',
    ((response) => response.end('<html>')) as Answer,
    { code: 'api-answer-foreign', exit: 3 },
  ],
])('%s is not asked for again', async (_what, answer, expected) => {
  const { url, heard } = await scripted(answer);
  expect(await refusalOf(post(url))).toMatchObject(expected);
  expect(heard.length).toBe(1);
});

test('the token goes to nobody to whom an answer points', async () => {
  const elsewhere = await scripted(ok);
  const { url } = await scripted((response) => response.writeHead(307, { location: elsewhere.url }).end());
  expect(await refusalOf(post(url))).toMatchObject({ code: 'api-answer-foreign' });
  expect(elsewhere.heard).toEqual([]);
});

test('the first sentence of a no says what is wrong, the rest what to do', async () => {
  const { url } = await scripted(no(409, 'case-closed'));
  expect((await refusalOf(at(url).get('/x'))).words).toEqual({ message: 'It is so.', advice: 'Do this.' });
});

test.each([
  ['no token', { LADDER_TOKEN: undefined }, 'api-token-missing'],
  ['half a token', { LADDER_TOKEN: 'ladder_short' }, 'api-token-malformed'],
  ['a token with a line break', { LADDER_TOKEN: `${TOKEN}\nx: y` }, 'api-token-malformed'],
  ['no address', { LADDER_TOKEN: TOKEN, LADDER_URL: 'nowhere' }, 'api-url-malformed'],
  [
    'a password in the address',
    { LADDER_TOKEN: TOKEN, LADDER_URL: 'http://a:b@c.example' },
    'api-url-malformed',
  ],
])('with %s nothing is asked, and it is misuse', (_what, env, code) => {
  expect(() => clientOf(env)).toThrow(expect.objectContaining({ code, exit: 2 }));
});
