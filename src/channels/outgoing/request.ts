import { lookup } from 'node:dns/promises';
import { Agent, type ClientRequest, type IncomingMessage, request as plainRequest } from 'node:http';
import { Agent as TlsAgent, request as tlsRequest } from 'node:https';
import { isIP } from 'node:net';
import { isAllowed, isOpenAddress } from './address.ts';

/** All addresses of a host name; throws where there are none. */
export type Resolve = (host: string) => Promise<readonly string[]>;

export interface OutgoingLimits {
  /** From the first look at the name to the last byte of the answer. */
  readonly totalMs: number;
  readonly replyBytesMax: number;
}

export interface OutgoingRequest {
  readonly url: string;
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Host names, addresses and ranges that the operator allows though they are not of the open internet. */
  readonly allowed: readonly string[];
  readonly resolve?: Resolve;
  readonly limits?: OutgoingLimits;
}

/** Why there is no answer. `dropped` is a connection that broke off, before the answer or within it. */
export type OutgoingFailure =
  | 'url-not-understood'
  | 'name-unknown'
  | 'address-refused'
  | 'refused-connection'
  | 'certificate-refused'
  | 'timeout'
  | 'dropped'
  | 'redirected'
  | 'reply-too-long';

type OutgoingResult =
  | {
      readonly result: 'answered';
      readonly status: number;
      readonly body: Uint8Array;
      /** What the header `Retry-After` asks for, where it gives seconds. */
      readonly retryAfterSeconds?: number;
    }
  | { readonly result: 'failed'; readonly reason: OutgoingFailure };

const LIMITS: OutgoingLimits = { totalMs: 10_000, replyBytesMax: 64 * 1024 };

/**
 * Asks somebody outside over HTTP, and is the only function that does.
 *
 * The name is looked up once, every address it has must be of the open internet or allowed, and the connection
 * goes to the address that was looked at: a second look could see another one. No redirect is followed, no
 * proxy of the environment is used, and the answer is bounded in time and size. What the world does wrong is
 * a result, never thrown.
 */
export async function outgoing(asked: OutgoingRequest): Promise<OutgoingResult> {
  const url = URL.parse(asked.url);
  if (!url || !isUsable(url)) return failed('url-not-understood');
  const { totalMs, replyBytesMax } = asked.limits ?? LIMITS;
  const ending = new AbortController();
  const timer = setTimeout(() => ending.abort(), totalMs);
  try {
    const address = await addressOf(url, asked, ending.signal);
    if (typeof address !== 'string') return address;
    return await exchange({ url, address, asked, replyBytesMax, signal: ending.signal });
  } finally {
    clearTimeout(timer);
  }
}

const failed = (reason: OutgoingFailure): OutgoingResult & { result: 'failed' } => ({
  result: 'failed',
  reason,
});

/** A name and password in the address would end up in logs; whoever needs them gives a header. */
const isUsable = ({ protocol, hostname, username, password }: URL): boolean =>
  (protocol === 'http:' || protocol === 'https:') && hostname !== '' && username === '' && password === '';

/** The host without the brackets of IPv6. The URL parser has already brought `0177.1` and `2130706433` into plain form. */
const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');

/** The address to connect to. Of a name with one closed address none is used: such an answer is no accident. */
async function addressOf(url: URL, asked: OutgoingRequest, signal: AbortSignal) {
  const host = hostOf(url);
  const found = isIP(host) === 0 ? await resolved(asked.resolve ?? everyAddress, host, signal) : [host];
  if (found === 'timeout') return failed('timeout');
  const [first] = found;
  if (first === undefined) return failed('name-unknown');
  const isFit = found.every((one) => isOpenAddress(one) || isAllowed(host, one, asked.allowed));
  return isFit ? first : failed('address-refused');
}

async function resolved(resolve: Resolve, host: string, signal: AbortSignal) {
  const late = Promise.withResolvers<'timeout'>();
  const onAbort = () => late.resolve('timeout');
  signal.addEventListener('abort', onAbort, { once: true });
  const found = resolve(host).catch(() => []);
  return Promise.race([found, late.promise]).finally(() => signal.removeEventListener('abort', onAbort));
}

const everyAddress: Resolve = async (host) =>
  (await lookup(host, { all: true })).map(({ address }) => address);

interface Exchange {
  readonly url: URL;
  readonly address: string;
  readonly asked: OutgoingRequest;
  readonly replyBytesMax: number;
  readonly signal: AbortSignal;
}

function exchange(one: Exchange): Promise<OutgoingResult> {
  const { promise, resolve } = Promise.withResolvers<OutgoingResult>();
  const { signal } = one;
  const request = requestOf(one);
  const settle = (result: OutgoingResult) => {
    resolve(result);
    request.destroy();
  };
  const onAbort = () => settle(failed('timeout'));
  signal.addEventListener('abort', onAbort, { once: true });
  request.on('error', (error) => settle(failed(failureOf(error))));
  request.on('response', (reply) => readReply(reply, one.replyBytesMax, settle));
  request.end(one.asked.body);
  if (signal.aborted) onAbort();
  return promise.finally(() => signal.removeEventListener('abort', onAbort));
}

/** An agent of its own each time: none of the process's, which may know a proxy, and no connection is kept. */
function requestOf({ url, address, asked }: Exchange): ClientRequest {
  const isTls = url.protocol === 'https:';
  const host = hostOf(url);
  return (isTls ? tlsRequest : plainRequest)({
    host: address,
    port: url.port || (isTls ? 443 : 80),
    path: `${url.pathname}${url.search}`,
    method: asked.method ?? 'GET',
    headers: { ...asked.headers, host: url.host, connection: 'close' },
    agent: isTls ? new TlsAgent({ keepAlive: false }) : new Agent({ keepAlive: false }),
    // The certificate is asked for the name, though the connection goes to an address.
    ...(isTls && isIP(host) === 0 && { servername: host }),
  });
}

function readReply(reply: IncomingMessage, bytesMax: number, settle: (result: OutgoingResult) => void): void {
  const status = reply.statusCode ?? 0;
  if (status >= 300 && status < 400) {
    settle(failed('redirected'));
    return;
  }
  const parts: Uint8Array[] = [];
  let bytes = 0;
  reply.on('data', (part: Uint8Array) => {
    bytes += part.length;
    if (bytes > bytesMax) settle(failed('reply-too-long'));
    else parts.push(part);
  });
  reply.on('error', () => settle(failed('dropped')));
  const retryAfterSeconds = secondsOf(reply.headers['retry-after']);
  reply.on('end', () =>
    settle({
      ...{ result: 'answered', status, body: Buffer.concat(parts) },
      ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    }),
  );
}

const secondsOf = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : undefined;

const CERTIFICATE = /^(?:CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_SSL_|EPROTO$)/;

function failureOf({ code = '' }: NodeJS.ErrnoException): OutgoingFailure {
  if (code === 'ETIMEDOUT') return 'timeout';
  if (/^(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|EADDRNOTAVAIL)$/.test(code))
    return 'refused-connection';
  return CERTIFICATE.test(code) ? 'certificate-refused' : 'dropped';
}
