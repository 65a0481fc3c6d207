import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

/** Said of a database of our own for as long as a process uses it. */
export interface Hold {
  /** Resolves when the database has gone away under it. */
  readonly lost: Promise<void>;
  /** Lets go; the last to do so runs `stop` first, while newcomers wait to hear that they have to start it again. */
  readonly release: (stop: () => Promise<void>) => Promise<void>;
}

/** Any numbers will do, as long as nobody else on the database locks them. */
const USED = 7_211_534;
const SERVED = 7_211_535;

/** The connections of a killed process are closed within moments. */
const TRIES_MAX = 20;
const PAUSE_MS = 25;

/**
 * Holds a database of our own: any number of commands may at once, but one service only, so that a second start on
 * the same folder is noticed however the first ended. Undefined where another service holds it.
 */
export async function holdDatabase(url: string, as: 'service' | 'command'): Promise<Hold | undefined> {
  const client = new pg.Client({
    connectionString: url,
    application_name: `ladder ${as}`,
    keepAlive: true,
  });
  // The end of the connection says it all.
  client.on('error', () => undefined);
  const lost = new Promise<void>((done) => client.once('end', () => done()));
  try {
    await client.connect();
    if (as === 'service' && !(await serves(client))) {
      await client.end();
      return undefined;
    }
    await client.query('select pg_advisory_lock_shared($1)', [USED]);
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  return { lost, release: (stop) => release(client, stop) };
}

async function serves(client: pg.Client): Promise<boolean> {
  for (let tries = 0; tries < TRIES_MAX; tries++) {
    if (await locks(client, SERVED)) return true;
    await wait(PAUSE_MS);
  }
  return false;
}

async function release(client: pg.Client, stop: () => Promise<void>): Promise<void> {
  const isLast = await isAlone(client).catch(() => false);
  if (isLast) await stop();
  await client.end().catch(() => undefined);
}

async function isAlone(client: pg.Client): Promise<boolean> {
  await client.query('select pg_advisory_unlock_shared($1)', [USED]);
  return locks(client, USED);
}

async function locks(client: pg.Client, what: number): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [
    what,
  ]);
  return rows[0]?.locked === true;
}
