import { sql } from 'kysely';
import type { NewDelivery } from '../app/ports/engine.ts';
import type { PostgresStore } from './open-store.ts';

type Transaction = Pick<Parameters<Parameters<PostgresStore['transaction']>[0]>[0], 'db' | 'addDeliveries'>;

/** Queues a letter about no case, under a number of its own: no two of them are one. */
export async function queueLetter(tx: Transaction, letter: NewDelivery): Promise<void> {
  const { rows } = await sql<{ number: number }>`select nextval('sign_in_mail_number') as number`.execute(
    tx.db,
  );
  await tx.addDeliveries([{ ...letter, number: rows[0]!.number }]);
}
