import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { beat } from './heartbeat.ts';
import { type OutgoingRequest, outgoing } from './request.ts';

const LOOPBACK = ['127.0.0.0/8'];
const open: { close(): void }[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

async function listening(server: Server | ReturnType<typeof createTcpServer>): Promise<number> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
}

/** A server on this machine, closed after the test, its connections too. */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  const port = await listening(server);
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  open.push({ close });
  return `http://127.0.0.1:${port}`;
}

const ask = (url: string, more: Partial<OutgoingRequest> = {}) =>
  outgoing({ url, allowed: LOOPBACK, ...more });

test('a body is posted, and the answer comes back with its status', async () => {
  const url = await serve(async (request, reply) => {
    let body = '';
    for await (const part of request) body += part;
    reply.writeHead(418).end(`${request.method} ${request.url} ${request.headers['x-a']} ${body}`);
  });
  const answered = await ask(`${url}/a?b=c`, { method: 'POST', headers: { 'x-a': '1' }, body: 'hello' });
  expect(answered).toMatchObject({ result: 'answered', status: 418 });
  expect(text(answered)).toBe('POST /a?b=c 1 hello');
});

const text = (answered: Awaited<ReturnType<typeof outgoing>>): string =>
  answered.result === 'answered' ? Buffer.from(answered.body).toString() : answered.reason;

test.each([
  ['this machine', 'http://127.0.0.1/'],
  ['in decimal', 'http://2130706433/'],
  ['in octal', 'http://0177.0.0.1/'],
  ['in hexadecimal', 'http://0x7f.1/'],
  ['in wide digits', 'http://１２７.0.0.1/'],
  ['with a port', 'http://10.0.0.1:8080/'],
  ['of a cloud', 'http://169.254.169.254/latest'],
  ['in IPv6', 'http://[::1]/'],
  ['mapped', 'http://[::ffff:127.0.0.1]/'],
  ['no address', 'http://0.0.0.0/'],
])('a closed address is refused: %s', async (_what, url) => {
  expect(await outgoing({ url, allowed: [] })).toEqual({ result: 'failed', reason: 'address-refused' });
});

test.each([
  ['another scheme', 'file:///etc/passwd'],
  ['another scheme', 'ftp://a.example/'],
  ['a script', 'javascript:alert(1)'],
  ['a name and password', 'http://me:hush@a.example/'],
  ['half an address', 'a.example'],
  ['no host', 'http://'],
  ['nothing', ''],
])('%s is not understood: %s', async (_what, url) => {
  expect(await outgoing({ url, allowed: [] })).toEqual({ result: 'failed', reason: 'url-not-understood' });
});

test.each([
  ['one closed address', ['127.0.0.1']],
  ['one closed among open ones', ['1.1.1.1', '10.0.0.1']],
  ['a closed IPv6 address', ['::1']],
  ['an address spelled in octal', ['0177.0.0.1']],
])('a name with %s is refused', async (_what, addresses) => {
  const resolve = async () => addresses;
  const reply = await outgoing({ url: 'http://a.example/', allowed: [], resolve });
  expect(reply).toEqual({ result: 'failed', reason: 'address-refused' });
});

test('a name is looked up once, and the connection goes to the address that was looked at', async () => {
  const url = await serve((request, reply) => reply.end(request.headers.host));
  const answers = [['127.0.0.1'], ['10.0.0.1']];
  const asked: string[] = [];
  const resolve = async (host: string) => {
    asked.push(host);
    return answers.shift() ?? [];
  };
  const port = new URL(url).port;
  const answered = await outgoing({ url: `http://rebind.example:${port}/`, allowed: LOOPBACK, resolve });
  expect(text(answered)).toBe(`rebind.example:${port}`);
  expect(asked).toEqual(['rebind.example']);
});

test('a host that the operator allows by name may be private', async () => {
  const port = new URL(await serve((_request, reply) => reply.end('in'))).port;
  const resolve = async () => ['127.0.0.1'];
  const url = `http://hooks.example:${port}/`;
  expect(text(await outgoing({ url, allowed: ['hooks.example'], resolve }))).toBe('in');
  expect(text(await outgoing({ url, allowed: ['other.example'], resolve }))).toBe('address-refused');
});

test('a redirect is not followed', async () => {
  let asked = 0;
  const url = await serve((_request, reply) => {
    asked += 1;
    reply.writeHead(302, { location: '/elsewhere' }).end();
  });
  expect(await ask(url)).toEqual({ result: 'failed', reason: 'redirected' });
  expect(asked).toBe(1);
});

test('the environment’s proxy is not used', async () => {
  const proxied: string[] = [];
  const proxy = await serve((request, reply) => {
    proxied.push(request.url ?? '');
    reply.end('proxy');
  });
  const url = await serve((_request, reply) => reply.end('direct'));
  vi.stubEnv('NODE_USE_ENV_PROXY', '1');
  vi.stubEnv('HTTP_PROXY', proxy);
  vi.stubEnv('http_proxy', proxy);
  const answered = await ask(url).finally(() => vi.unstubAllEnvs());
  expect(text(answered)).toBe('direct');
  expect(proxied).toEqual([]);
});

/** What a bad server does with a connection, and what is made of it. */
const limits = { totalMs: 150, replyBytesMax: 1024 };
const bad: readonly [string, (request: IncomingMessage, reply: ServerResponse) => void, string][] = [
  ['never answers', () => {}, 'timeout'],
  ['never ends its answer', (_request, reply) => void reply.write('half'), 'timeout'],
  ['sends only its head', (_request, reply) => reply.flushHeaders(), 'timeout'],
  ['answers too much', (_request, reply) => void reply.end('x'.repeat(1025)), 'reply-too-long'],
  [
    'answers without end',
    (_request, reply) => {
      const more = () => {
        while (!reply.destroyed && reply.write('x'.repeat(512)));
      };
      reply.on('drain', more);
      more();
    },
    'reply-too-long',
  ],
  ['drops the connection', (request) => request.socket.destroy(), 'dropped'],
  [
    'drops it in mid-answer',
    (request, reply) => {
      reply.writeHead(200, { 'content-length': '100' });
      reply.write('half', () => request.socket.destroy());
    },
    'dropped',
  ],
];

test.each(bad)('a server that %s', async (_what, answer, reason) => {
  expect(await ask(await serve(answer), { limits })).toEqual({ result: 'failed', reason });
});

test('an answer of exactly the most bytes is taken', async () => {
  const url = await serve((_request, reply) => reply.end('x'.repeat(1024)));
  expect(text(await ask(url, { limits: { ...limits, totalMs: 5000 } }))).toHaveLength(1024);
});

test('a server that speaks no HTTP has dropped us', async () => {
  const server = createTcpServer((socket) => void socket.on('error', () => {}).end('220 mail.example\r\n'));
  const port = await listening(server);
  open.push(server);
  expect(text(await ask(`http://127.0.0.1:${port}`, { limits: { ...limits, totalMs: 5000 } }))).toBe(
    'dropped',
  );
});

test('a port where nobody listens refuses', async () => {
  const server = createTcpServer();
  const port = await listening(server);
  await new Promise((done) => server.close(done));
  expect(text(await ask(`http://127.0.0.1:${port}`))).toBe('refused-connection');
});

test('TLS that is none is no certificate', async () => {
  const url = await serve((_request, reply) => reply.end('plain'));
  expect(text(await ask(url.replace('http:', 'https:')))).toBe('certificate-refused');
});

test.each([
  ['throws', async () => Promise.reject(new Error('ENOTFOUND')), 'name-unknown'],
  ['finds nothing', async () => [], 'name-unknown'],
  ['never answers', () => new Promise<never>(() => {}), 'timeout'],
])('a resolver that %s', async (_what, resolve, reason) => {
  const url = 'http://a.example/';
  expect(await outgoing({ url, allowed: [], resolve, limits })).toEqual({ result: 'failed', reason });
});

test('a beat is heard where the watcher answers well', async () => {
  const heard: unknown[] = [];
  const url = await serve((request, reply) => {
    heard.push([request.method, request.url, request.headers['ladder-beat']]);
    reply.writeHead(request.url === '/full' ? 500 : 204).end();
  });
  expect(await beat({ url: `${url}/ping`, id: 'b1', allowed: LOOPBACK })).toEqual({ result: 'heard' });
  expect(await beat({ url: `${url}/full`, id: 'b2', allowed: LOOPBACK })).toEqual({
    result: 'failed',
    reason: 'status-500',
  });
  expect(await beat({ url, id: 'b3', allowed: [] })).toEqual({ result: 'failed', reason: 'address-refused' });
  expect(heard).toEqual([
    ['GET', '/ping', 'b1'],
    ['GET', '/full', 'b2'],
  ]);
});
