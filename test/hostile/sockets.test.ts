import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../build/until.ts';
import { type ApiWorld, apiWorld, CONTRACT } from '../http/api-world.ts';
import { heapUsed, LEFT_BYTES_MAX } from './heap-used.ts';

const FLOOD = 1_000;
/** Whoever asks beside a flood gets an answer within this. */
const SERVED_WITHIN_MS = 5_000;
/** Whoever asks first starts the run's PostgreSQL. */
const START_MS_MAX = 60_000;

let api: ApiWorld;
let port: number;
let sentinel: string;
const bugs: string[] = [];
const open = new Set<Socket>();

beforeAll(async () => {
  const error = (code: string): void => {
    bugs.push(code);
  };
  api = await apiWorld({
    log: { info: () => undefined, warn: () => undefined, error },
    ratePerMinute: 10_000_000,
  });
  await api.server.listen({ host: '127.0.0.1', port: 0 });
  port = (api.server.server.address() as AddressInfo).port;
  sentinel = await api.opened();
}, START_MS_MAX);
afterAll(async () => {
  for (const socket of open) socket.destroy();
  await api.close();
});

async function dial(): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1' });
  socket.on('error', () => undefined);
  open.add(socket);
  socket.on('close', () => open.delete(socket));
  await once(socket, 'connect');
  return socket;
}

/** Everything the server says until it ends. */
async function heard(socket: Socket): Promise<string> {
  let text = '';
  socket.on('data', (piece) => {
    text += piece;
  });
  await once(socket, 'close').catch(() => undefined);
  return text;
}

async function says(bytes: string | Buffer): Promise<string> {
  const socket = await dial();
  const text = heard(socket);
  socket.write(bytes);
  return text;
}

const get = (headers = ''): string =>
  `GET ${sentinel} HTTP/1.1\r\nhost: here.example\r\nauthorization: Bearer ${api.token('dana')}\r\n${headers}`;

const isServed = async (): Promise<void> => {
  const reply = await fetch(`http://127.0.0.1:${port}${sentinel}`, {
    headers: { authorization: `Bearer ${api.token('dana')}` },
    signal: AbortSignal.timeout(SERVED_WITHIN_MS),
  });
  expect(reply.status).toBe(200);
  await reply.arrayBuffer();
};

test.each([
  ['bytes that are no HTTP', '\u0016\u0003\u0001\u0002\u0000', 400],
  ['an unknown method', 'BREW / HTTP/1.1\r\nhost: a\r\n\r\n', 400],
  ['a header without an end', `GET / HTTP/1.1\r\nx: ${'y'.repeat(100_000)}`, 431],
  ['many headers', `GET / HTTP/1.1\r\n${'a: b\r\n'.repeat(20_000)}\r\n`, 431],
  ['two lengths', 'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 3\r\ncontent-length: 4\r\n\r\nabc', 400],
  [
    'a length and pieces',
    'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 3\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
    400,
  ],
  ['pieces that are none', 'POST / HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n', 400],
])('%s is answered with a problem and let go', async (_what, bytes, status) => {
  const answer = await says(Buffer.from(bytes, 'latin1'));
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status}`));
  expect(answer).toMatch(/application\/problem\+json/i);
  await isServed();
});

test('a very long address is refused', async () => {
  const answer = await says(
    `GET /api/v1/contracts/${'a'.repeat(12_000)} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n`,
  );
  expect(answer).toMatch(/^HTTP\/1.1 (400|404|414)/);
});

test('who closes one half early is let go, and what was asked was done once or not at all', async () => {
  const text = 'half';
  const body = JSON.stringify({ text });
  const socket = await dial();
  const answer = heard(socket);
  socket.end(
    `POST ${sentinel}/notes HTTP/1.1\r\nhost: a\r\nauthorization: Bearer ${api.token('dana')}\r\n` +
      `content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
  );
  expect(await answer).toMatch(/^(HTTP\/1.1 20[01]|$)/);
  await isServed();
  const { body: said } = await api.get('dana', `${sentinel}/events`);
  expect(JSON.stringify(said).split(`"${text}"`).length - 1).toBeLessThanOrEqual(1);
});

test('a body that comes a byte at a time is taken', async () => {
  const body = '{"text":"slow"}';
  const socket = await dial();
  const text = heard(socket);
  socket.write(
    `POST ${sentinel}/notes HTTP/1.1\r\nhost: a\r\nauthorization: Bearer ${api.token('dana')}\r\nconnection: close\r\n` +
      `content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`,
  );
  for (const letter of body) {
    socket.write(letter);
    await new Promise((go) => setImmediate(go));
  }
  expect(await text).toMatch(/^HTTP\/1.1 20[01]/);
});

test('a thousand connections that never finish their request hold nobody up and cost little', async () => {
  const before = heapUsed();
  const slow = await Promise.all(Array.from({ length: FLOOD }, () => dial()));
  for (const [index, socket] of slow.entries()) socket.write(index % 2 === 0 ? 'GET / HT' : get('x-slow: '));
  await isServed();
  for (const socket of slow) socket.destroy();
  await until(() => expect(open.size).toBe(0));
  await isServed();
  expect(heapUsed() - before).toBeLessThan(LEFT_BYTES_MAX);
});

test('more streams than there are places are refused, and the places come back', async () => {
  const before = heapUsed();
  const path = `${CONTRACT}/events`;
  const sockets = await Promise.all(
    Array.from({ length: 60 }, async () => {
      const socket = await dial();
      socket.write(`GET ${path} HTTP/1.1\r\nhost: a\r\nauthorization: Bearer ${api.token('dana')}\r\n\r\n`);
      const [piece] = (await once(socket, 'data')) as [Buffer];
      return { socket, status: Number(/^HTTP\/1.1 (\d+)/.exec(piece.toString())?.[1]) };
    }),
  );
  const statuses = new Set(sockets.map(({ status }) => status));
  expect(statuses).toEqual(new Set([200, 429]));
  // Readers that never read: what happens meanwhile must not pile up.
  for (const { socket } of sockets) socket.pause();
  for (let count = 0; count < 50; count++) {
    await api.post('dana', `${sentinel}/notes`, { text: 'x'.repeat(10_000) });
  }
  await isServed();
  for (const { socket } of sockets) socket.destroy();
  await until(async () => {
    const socket = await dial();
    socket.write(`GET ${path} HTTP/1.1\r\nhost: a\r\nauthorization: Bearer ${api.token('dana')}\r\n\r\n`);
    const [piece] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    expect(piece.toString()).toMatch(/^HTTP\/1.1 200/);
  });
  expect(heapUsed() - before).toBeLessThan(LEFT_BYTES_MAX);
});

test('a flood of hurried requests is answered to the last, and the case goes on', async () => {
  const before = heapUsed();
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => says(`${`${get()}\r\n`.repeat(24)}${get('connection: close\r\n')}\r\n`)),
  );
  for (const answer of answers) expect(answer.match(/HTTP\/1.1 200/g)?.length).toBe(25);
  const { status } = await api.post('ana', `${sentinel}/responses`, { text: 'We are on it.' });
  expect(status).toBe(201);
  expect(bugs).toEqual([]);
  expect(heapUsed() - before).toBeLessThan(LEFT_BYTES_MAX);
});
