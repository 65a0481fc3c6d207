import { type Kysely, sql } from 'kysely';
import { makeCheckpoint } from '../../src/app/checkpoint.ts';
import type { Request } from '../../src/app/handle.ts';
import type { Checkpoint } from '../../src/app/ports/record.ts';
import type { CaseKey } from '../../src/app/ports/store.ts';
import { secretOf, signingKey } from '../../src/app/secret.ts';
import { type Verification, verifyRecord } from '../../src/app/verify.ts';
import { asInstant } from '../../src/core/instant.ts';
import { checkpointBook } from '../../src/store/record/checkpoints.ts';
import { readRecord } from '../../src/store/record/read-record.ts';
import { on } from '../build/case.ts';
import { type World, world } from '../build/world.ts';

/** The key of an installation whose secret is one byte over and over. */
export const keyOf = (byte: number) => signingKey(secretOf(new Uint8Array(32).fill(byte)));
const KEY = keyOf(7);

export const HOUR_MS = 3_600_000;

/** Signs the record inside a transaction; undefined where that was done within the hour. */
export const checkpointIn = (trx: Kysely<unknown>, at: number, key = KEY): Promise<Checkpoint | undefined> =>
  makeCheckpoint(checkpointBook(trx), { at: asInstant(at), everyMs: HOUR_MS, key });

export const checkpoint = (db: Kysely<unknown>, at: number): Promise<Checkpoint | undefined> =>
  db.transaction().execute((trx) => checkpointIn(trx, at));

export const verified = (
  db: Kysely<unknown>,
  against: readonly Checkpoint[] = [],
  { publicKey } = KEY,
): Promise<Verification> => readRecord(db, (record) => verifyRecord(record, { against, publicKey }));

/** Word from the contractor. */
export const responds = (key: CaseKey): Request => ({
  key,
  caller: undefined,
  actor: 'contractor',
  command: { type: 'respond', by: 'ana', text: 'We replace the card.' },
});

export interface RecordWorld {
  readonly here: World;
  readonly db: Kysely<unknown>;
  readonly keys: readonly CaseKey[];
  /** As oversight has them: after the first two cases, and after the third and an answer to the first. */
  readonly kept: readonly [Checkpoint, Checkpoint];
}

/** Three cases, two checkpoints, and an answer since. */
export async function recordWorld(): Promise<RecordWorld> {
  const here = await world(on('Tue 09:00'));
  const { db } = here.connection;
  const keys = [await here.open({ text: 'No dial tone' }), await here.open()];
  const first = await checkpoint(db, on('Tue 09:00'));
  await here.setClock(on('Tue 09:40'));
  keys.push(await here.open({ text: 'Static on the line' }));
  await here.send(responds(keys[0]!));
  const second = await checkpoint(db, on('Tue 10:00'));
  await here.send(responds(keys[1]!));
  if (!first || !second) throw new Error('not made');
  return { here, db, keys, kept: [first, second] };
}

/** Does what the database refuses, as somebody with its superuser's password might. */
export async function tamper(
  db: Kysely<unknown>,
  work: (db: Kysely<unknown>) => Promise<unknown>,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const table of ['event', 'checkpoint', 'checkpoint_head']) {
      await sql`alter table ${sql.table(table)} disable trigger user`.execute(trx);
    }
    await work(trx);
    for (const table of ['event', 'checkpoint', 'checkpoint_head']) {
      await sql`alter table ${sql.table(table)} enable always trigger ${sql.id(`${table}_append_only`)}`.execute(
        trx,
      );
    }
  });
}
