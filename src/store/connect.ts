import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { prepareOftenAsked } from './prepare-often-asked.ts';
import { codeOf, StartFault } from './start-fault.ts';
import { watchWires } from './watch-wires.ts';

/** A pool of connections to one database, and the typed way to it. */
export interface Connection<Tables> {
  readonly db: Kysely<Tables>;
  readonly pool: pg.Pool;
  /** Asks the database once, so that a wrong address is a sentence at the start; throws a `StartFault`. */
  readonly verify: () => Promise<void>;
  readonly close: () => Promise<void>;
}

interface ConnectOptions {
  /** Connections at most. */
  readonly max: number;
  /** Shown by the database beside what each connection does. */
  readonly applicationName: string;
  /** After so long without a byte of an answer it is asked whether one is still to come. */
  readonly silentMs?: number;
  /** For the way there, and for the answer, when that is asked. */
  readonly besideMs?: number;
}

const CONNECT_WITHIN_MS = 10_000;
/** No question of ours takes this long; one that does must not hold its locks. */
const STATEMENT_WITHIN_MS = 60_000;
/**
 * Nearly every question is answered in less, and asking after the others costs a connection; deadlines wait while a
 * wire is silent, so it must be seconds.
 */
const SILENT_MS = 5_000;
/** The server has given up by then, and what it says of it would have come. */
const ANSWER_WITHIN_MS = STATEMENT_WITHIN_MS + SILENT_MS;
/** No transaction of ours thinks this long between two questions: its node is out of reach, and others want its locks. */
const IDLE_IN_TRANSACTION_MS = 15_000;
/** Silence on a connection after which the system asks whether the other side is there. */
const KEEP_ALIVE_MS = 10_000;
/**
 * A new connection costs the database some 30 ms of a core before its first answer, and it plans everything anew: closed
 * after Node's usual ten idle seconds, connections were wanted again whenever many asked at once, and made that worse.
 */
const IDLE_MAX_MS = 10 * 60_000;
const MAJOR_MIN = 15;

/** 64-bit integers are instants and counts, all of which a number holds. */
const TYPES = {
  getTypeParser: ((oid: number, format?: 'text') =>
    oid === pg.types.builtins.INT8
      ? Number
      : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

/**
 * Opens a pool, without connecting yet. A connection that is lost while idle is dropped and made anew when wanted:
 * the database may be restarted under it. One on which no answer comes any more is given up within seconds.
 */
export function connect<Tables>(url: string, options: ConnectOptions): Connection<Tables> {
  checkUrl(url);
  const { max, applicationName, silentMs = SILENT_MS, besideMs = CONNECT_WITHIN_MS } = options;
  const asking = { connectionString: url, application_name: applicationName };
  const pool = new pg.Pool({
    ...asking,
    max,
    types: TYPES,
    idleTimeoutMillis: IDLE_MAX_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    statement_timeout: STATEMENT_WITHIN_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
  });
  // Without a listener the loss of an idle connection ends the process; the next query says what is wrong.
  pool.on('error', () => undefined);
  // So does the loss of one that is in use between two questions of a transaction, and there the next question says it.
  pool.on('connect', (client) => client.on('error', () => undefined));
  prepareOftenAsked(pool);
  watchWires(pool, { asking, silentMs, besideMs, answerWithinMs: ANSWER_WITHIN_MS });
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { db, pool, verify: () => verify(pool, url), close };

  async function close(): Promise<void> {
    await db.destroy();
    // Where nothing was asked through it, it does not know the pool.
    if (!pool.ending) await pool.end();
  }
}

async function verify(pool: pg.Pool, url: string): Promise<void> {
  const { rows } = await pool.query('show server_version_num').catch((error) => {
    throw connectionFault(url, error);
  });
  const major = Math.floor(Number(rows[0]?.server_version_num) / 10_000);
  if (major < MAJOR_MIN)
    throw new StartFault('database-version-old', { found: String(major), needed: String(MAJOR_MIN) });
}

function checkUrl(url: string): void {
  const address = URL.parse(url);
  if (address && /^postgres(?:ql)?:$/.test(address.protocol) && address.pathname.length > 1) return;
  throw new StartFault('database-url-malformed', { url: withoutPassword(url) });
}

/** Also where the address cannot be read: whatever stands between a colon and the last @ may be a password. */
const withoutPassword = (url: string): string => url.replace(/(:\/\/[^:@/]*:).*@/, '$1***@');

/** What a failed connection means, from the address it was tried with. */
function connectionFault(url: string, error: unknown): StartFault {
  const address = new URL(url);
  const host = decodeURIComponent(address.hostname) || 'localhost';
  const code = codeOf(error);
  if (code === '28P01' || code === '28000')
    return new StartFault(
      'database-access-denied',
      { user: decodeURIComponent(address.username), host },
      error,
    );
  if (code === '3D000') {
    const database = decodeURIComponent(address.pathname.slice(1));
    return new StartFault('database-name-unknown', { database, host }, error);
  }
  const reason = code || (error instanceof Error ? error.message : String(error));
  return new StartFault(
    'database-server-unreachable',
    { host, port: Number(address.port || 5432), reason },
    error,
  );
}
