import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { codeOf, StartFault } from './start-fault.ts';

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
}

const CONNECT_WITHIN_MS = 10_000;
/** No question of ours takes this long; one that does must not hold its locks. */
const STATEMENT_WITHIN_MS = 60_000;
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
 * the database may be restarted under it.
 */
export function connect<Tables>(url: string, { max, applicationName }: ConnectOptions): Connection<Tables> {
  checkUrl(url);
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: applicationName,
    types: TYPES,
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    statement_timeout: STATEMENT_WITHIN_MS,
    idle_in_transaction_session_timeout: STATEMENT_WITHIN_MS,
  });
  // Without a listener the loss of an idle connection ends the process; the next query says what is wrong.
  pool.on('error', () => undefined);
  // So does the loss of one that is in use between two questions of a transaction, and there the next question says it.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { db, pool, verify: () => verify(pool, url), close: () => db.destroy() };
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
