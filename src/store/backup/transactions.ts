import type pg from 'pg';
import { patiently } from '../watch-wires.ts';

/** Reads everything as it stands at one moment, for as long as it takes, while others write. */
export const inSnapshot = <T>(pool: pg.Pool, work: (client: pg.ClientBase) => Promise<T>): Promise<T> =>
  within(pool, 'begin isolation level repeatable read read only', work);

/** Writes everything or nothing. */
export const inTransaction = <T>(pool: pg.Pool, work: (client: pg.ClientBase) => Promise<T>): Promise<T> =>
  within(pool, 'begin', work);

async function within<T>(
  pool: pg.Pool,
  begin: string,
  work: (client: pg.ClientBase) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query(begin);
    // A copy takes as long as there are rows.
    await client.query('set local statement_timeout = 0');
    await client.query('set local idle_in_transaction_session_timeout = 0');
    const answer = await patiently(client, () => work(client));
    await client.query('commit');
    client.release();
    return answer;
  } catch (error) {
    // In the middle of a copy nothing else can be asked; without its connection the transaction ends by itself.
    client.release(true);
    throw error;
  }
}
