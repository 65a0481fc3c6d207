import { setTimeout as pause } from 'node:timers/promises';
import { catalogue } from '../core/message/catalogue.ts';
import { type ApiProblem, ApiRefused, apiRefused } from './api-refused.ts';
import type { Io } from './io.ts';

const API = '/api/v1';
const URL_VARIABLE = 'LADDER_URL';
export const TOKEN_VARIABLE = 'LADDER_TOKEN';
const DEFAULT_URL = 'http://localhost:8080';
const TOKEN = /^ladder_[\w-]{20,100}$/;

/** Waits before a request is sent again, in milliseconds: a node that restarts is back by then. */
const PAUSES_MS: readonly number[] = [200, 400, 800, 1600];
/** A service that asks for more patience than this is not asked again. */
const PATIENCE_SECONDS_MAX = 5;
const ANSWER_WITHIN_MS = 30_000;
const MEBIBYTES_MAX = 64;

/** A request that moves something; under one key it is done once, however often it arrives. */
interface Posted {
  readonly path: string;
  readonly body: object;
  readonly key: string;
  /** The version of the case that the sender has seen. */
  readonly ifVersion: string | undefined;
}

/** A running Ladder, asked as the holder of one token. */
export interface ApiClient {
  readonly url: string;
  /** What stands under a path of the API; a no is thrown as a `Refused`. */
  get<T>(path: string, query?: Readonly<Record<string, string | undefined>>): Promise<T>;
  /** The same where it is no JSON. */
  text(path: string): Promise<string>;
  bytes(path: string): Promise<Uint8Array>;
  post<T>(posted: Posted): Promise<T>;
  /** The bytes of an event stream; asked once, for going on is the reader's business. */
  stream(
    path: string,
    lastEventId: string | undefined,
    signal: AbortSignal,
  ): Promise<ReadableStream<Uint8Array>>;
}

interface Asked {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
  /** What the answer is; without it JSON. */
  readonly as?: 'text' | 'bytes';
}

/**
 * The client of the API that LADDER_URL and LADDER_TOKEN name.
 *
 * A request without an answer is sent again a few times, one that moves something with the same key. Where the last of
 * them may have arrived all the same, the refusal says so and names the key.
 */
export function apiClient(io: Io, pausesMs = PAUSES_MS): ApiClient {
  const url = urlOf(io.env[URL_VARIABLE]);
  const token = tokenOf(io.env[TOKEN_VARIABLE]);
  const send = ({ method, path, headers, body, signal }: Asked): Promise<Response> =>
    fetch(`${url}${API}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...headers },
      ...(body !== undefined && { body }),
      redirect: 'manual',
      signal: signal ?? AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
  const ask = async <T>(asked: Asked, key?: string): Promise<T> => {
    // One that may have arrived leaves it open what was done, however clearly a later one failed.
    let isUnsent = true;
    for (let tries = 0; ; tries++) {
      const attempted = await attempt(url, () => send(asked), asked.as);
      if (!attempted.lost) return attempted.answer as T;
      const { lost, again } = attempted;
      isUnsent &&= lost.isUnsent;
      const wait = again ? pausesMs[tries] : undefined;
      if (wait === undefined) throw lostAs({ ...lost, isUnsent }, url, key);
      io.stderr.write(
        `${catalogue('en').caseTerminal.tryingAgain({ reason: lost.reason, milliseconds: wait })}\n`,
      );
      await pause(wait);
    }
  };
  return {
    url,
    get: (path, query = {}) => ask({ method: 'GET', path: `${path}${queryOf(query)}`, headers: {} }),
    text: (path) => ask({ method: 'GET', path, headers: {}, as: 'text' }),
    bytes: (path) => ask({ method: 'GET', path, headers: {}, as: 'bytes' }),
    post: ({ path, body, key, ifVersion }) => {
      const match = ifVersion === undefined ? {} : { 'if-match': `"${ifVersion}"` };
      const headers = { 'content-type': 'application/json', 'idempotency-key': key, ...match };
      return ask({ method: 'POST', path, headers, body: JSON.stringify(body) }, key);
    },
    stream: async (path, lastEventId, signal) => {
      const headers = lastEventId === undefined ? {} : { 'last-event-id': lastEventId };
      const response = await send({ method: 'GET', path, headers, signal });
      const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
      if (!response.ok || !isStream || !response.body)
        throw refusalOf(await textOf(response, url), response, url);
      return response.body;
    },
  };
}

function urlOf(written: string | undefined): string {
  const text = written?.trim() || DEFAULT_URL;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain = url && !url.username && !url.password && !url.search && !url.hash;
  if (!isPlain || !/^https?:$/.test(url.protocol)) {
    throw apiRefused('api-url-malformed', { variable: URL_VARIABLE, url: text });
  }
  return url.href.replace(/\/+$/, '');
}

function tokenOf(written: string | undefined): string {
  const token = written?.trim() ?? '';
  if (token === '') throw apiRefused('api-token-missing', { variable: TOKEN_VARIABLE });
  if (!TOKEN.test(token)) throw apiRefused('api-token-malformed', { variable: TOKEN_VARIABLE });
  return token;
}

function queryOf(query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).filter((one): one is [string, string] => one[1] !== undefined);
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

/** Why there is no answer; a problem is what the service itself said of it. */
interface Lost {
  readonly reason: string;
  readonly problem?: ApiRefused;
  /** Whether the request cannot have arrived. */
  readonly isUnsent: boolean;
}

type Attempt =
  | { readonly answer: unknown; readonly lost?: never }
  | { readonly lost: Lost; readonly again: boolean };

/** One way there and back. A no is thrown, unless it only says "not now". */
async function attempt(url: string, send: () => Promise<Response>, as?: Asked['as']): Promise<Attempt> {
  let response: Response;
  let bytes: Uint8Array;
  try {
    response = await send();
    bytes = await bytesOf(response, url);
  } catch (error) {
    if (error instanceof ApiRefused || (error as { code?: unknown }).code === 'api-answer-too-big')
      throw error;
    const reason = reasonOf(error);
    return { lost: { reason, isUnsent: UNSENT.test(reason) }, again: !HOPELESS.test(reason) };
  }
  if (response.ok && as === 'bytes') return { answer: bytes };
  const text = new TextDecoder().decode(bytes);
  if (response.ok) return { answer: as === 'text' ? text : read(text, response, url) };
  const refusal = refusalOf(text, response, url);
  if (refusal instanceof ApiRefused && response.status === 503 && isSoon(response)) {
    const isUnsent = refusal.code === 'service-draining';
    return { lost: { reason: refusal.code, problem: refusal, isUnsent }, again: true };
  }
  throw refusal;
}

/** Names, addresses and ports that will be as wrong in a second. */
const HOPELESS = /^(?:ENOTFOUND|EACCES|bad port|CERT_|DEPTH_ZERO|SELF_SIGNED|ERR_TLS|UNABLE_TO)/;
/** Nothing was sent before this was said. */
const UNSENT =
  /^(?:ENOTFOUND|EACCES|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|bad port|CERT_|DEPTH_ZERO|SELF_SIGNED|ERR_TLS)/;

function isSoon(response: Response): boolean {
  const seconds = Number(response.headers.get('retry-after') ?? 'NaN');
  return seconds <= PATIENCE_SECONDS_MAX;
}

function lostAs({ reason, problem, isUnsent }: Lost, url: string, key: string | undefined): Error {
  if (key !== undefined && !isUnsent) return apiRefused('api-outcome-unknown', { url, reason, key });
  return problem ?? apiRefused('api-unreachable', { url, reason });
}

/** What `fetch` failed with, as the code at the end of its causes. */
export function reasonOf(error: unknown): string {
  const { cause, code, name, message } = error as { [K in 'cause' | 'code' | 'name' | 'message']?: unknown };
  if (name === 'TimeoutError') return 'timeout';
  if (cause instanceof AggregateError) return reasonOf(cause.errors[0]);
  if (cause instanceof Error) return reasonOf(cause);
  return typeof code === 'string' ? code : String(message);
}

const textOf = async (response: Response, url: string): Promise<string> =>
  new TextDecoder().decode(await bytesOf(response, url));

async function bytesOf(response: Response, url: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of response.body ?? []) {
    length += piece.length;
    if (length > MEBIBYTES_MAX * 1024 * 1024) {
      throw apiRefused('api-answer-too-big', { url, mebibytesMax: MEBIBYTES_MAX });
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function read(text: string, { status }: Response, url: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw apiRefused('api-answer-foreign', { url, status });
  }
}

function refusalOf(text: string, response: Response, url: string): Error {
  const isProblem = response.headers.get('content-type')?.includes('problem+json') ?? false;
  const problem = isProblem ? (read(text, response, url) as Partial<ApiProblem>) : {};
  const { code, detail } = problem;
  if (code === undefined || detail === undefined) {
    return apiRefused('api-answer-foreign', { url, status: response.status });
  }
  return new ApiRefused(problem as ApiProblem);
}
