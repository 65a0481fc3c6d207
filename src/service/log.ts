import { type DestinationStream, destination, pino, stdTimeFunctions } from 'pino';
import type { Log, LogFields } from '../app/ports/log.ts';

export type LogLevel = 'info' | 'warn' | 'error' | 'silent';

interface LogOptions {
  readonly level: LogLevel;
  /** File descriptor 1 or 2, or where a test looks. */
  readonly to: 1 | 2 | DestinationStream;
}

/**
 * A log of JSON lines, written before the call returns, so that the last line before a crash is there.
 *
 *     {"level":"info","time":"2026-11-20T08:00:00.000Z","code":"deadline-fired","caseId":"100001"}
 */
export function jsonLog({ level, to }: LogOptions): Log {
  const sink = typeof to === 'number' ? destination({ dest: to, sync: true }) : to;
  const options = {
    level,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  const line = pino(options, sink);
  return {
    info: (code, fields) => line.info({ code: shown(code, CODE), ...allowed(fields) }),
    warn: (code, fields) => line.warn({ code: shown(code, CODE), ...allowed(fields) }),
    error: (code, error, fields) =>
      line.error({ code: shown(code, CODE), ...allowed(fields), error: errorChain(error) }),
  };
}

/** An answered request as it is logged: the pattern of its route in place of its path, and no query. */
export const requestFields = ({ method, route, status, ms, requestId }: AnsweredRequest): LogFields => ({
  method,
  route: route ?? 'none',
  status,
  ms: Math.round(ms),
  requestId,
});

interface AnsweredRequest {
  readonly method: string;
  /** Undefined where no route fits the path. */
  readonly route: string | undefined;
  readonly status: number;
  readonly ms: number;
  readonly requestId: string;
}

const WITHHELD = '[withheld]';

const CODE = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
/** Shorter than a token of ours, which has 43 signs. */
const ID = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$/;
const WORD = /^[A-Za-z][A-Za-z-]{0,39}$/;
const REASON = /^[a-z][a-z0-9]*(?:-[a-z0-9]+){0,9}$/;
const VERSION = /^\d{1,4}(?:\.\d{1,4}){0,3}$/;
/** Each part of a pattern is short, so that a path with a token in it is no pattern. */
const ROUTE = /^(?:none|(?:\/[A-Za-z0-9:_.{}*-]{0,32})+)$/;

/** What a text in each field looks like; a field that holds a number takes only a number. */
const FIELDS: Readonly<Record<keyof LogFields, RegExp | 'number'>> = {
  contract: ID,
  caseId: /^\d{1,12}$/,
  customerId: ID,
  personId: ID,
  deliveryId: ID,
  jobId: ID,
  requestId: ID,
  queue: WORD,
  command: WORD,
  event: WORD,
  means: WORD,
  result: WORD,
  reason: REASON,
  role: WORD,
  kind: WORD,
  version: VERSION,
  signal: WORD,
  method: WORD,
  route: ROUTE,
  status: 'number',
  port: 'number',
  level: 'number',
  sequence: 'number',
  attempt: 'number',
  count: 'number',
  bytes: 'number',
  ms: 'number',
  latenessMs: 'number',
};

/** A type holds at compile time only: the list is asked again here. `level` is pino's own word for the severity. */
function allowed(fields: LogFields = {}): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (!isField(name) || value === undefined) continue;
    const looks = FIELDS[name];
    const key = name === 'level' ? 'caseLevel' : name;
    if (looks !== 'number') kept[key] = shown(value, looks);
    else kept[key] = typeof value === 'number' ? value : WITHHELD;
  }
  return kept;
}

const isField = (name: string): name is keyof LogFields => Object.hasOwn(FIELDS, name);

const shown = (value: unknown, looks: RegExp): string =>
  typeof value === 'string' && looks.test(value) ? value : WITHHELD;

interface LoggedError {
  readonly name: string;
  readonly code: string | undefined;
  /** What the database says of the place: these are our own names, the values are in `detail`, which is left out. */
  readonly table: string | undefined;
  readonly constraint: string | undefined;
  readonly thrownAt: readonly string[];
}

/** How many causes, and how many lines of each, are kept. */
const CAUSES_MAX = 5;
const FRAMES_MAX = 12;

function errorChain(error: unknown): readonly LoggedError[] {
  const chain: LoggedError[] = [];
  for (let at = error; at instanceof Error && chain.length < CAUSES_MAX; at = at.cause) {
    chain.push({
      name: shown(at.name, /^[A-Za-z]{1,40}$/),
      code: nameIn(at, 'code'),
      table: nameIn(at, 'table'),
      constraint: nameIn(at, 'constraint'),
      thrownAt: framesOf(at),
    });
  }
  return chain;
}

/** A short name under a key that Node, PostgreSQL and Ladder itself set on their errors. */
function nameIn(error: Error, key: 'code' | 'table' | 'constraint'): string | undefined {
  const value: unknown = Reflect.get(error, key);
  return value === undefined ? undefined : shown(value, /^[A-Za-z0-9_-]{1,63}$/);
}

/** The lines of a stack after the message, which may itself have lines that look like them. */
function framesOf({ message, stack = '' }: Error): readonly string[] {
  const from = stack.indexOf(message);
  const below = from === -1 ? '' : stack.slice(from + message.length);
  return below
    .split('\n')
    .filter((line) => /^ {4}at \S.*:\d+:\d+\)?$/.test(line))
    .slice(0, FRAMES_MAX)
    .map((line) => line.trim().slice('at '.length));
}
