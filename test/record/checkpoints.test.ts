import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkpointText, isSigned, readCheckpoint } from '../../src/app/checkpoint.ts';
import { handleIn } from '../../src/app/handle.ts';
import { connect } from '../../src/store/connect.ts';
import { on } from '../build/case.ts';
import { type World, world } from '../build/world.ts';
import { checkpoint, HOUR_MS, responds, verified } from './record-world.ts';

let here: World;
beforeAll(async () => {
  here = await world(on('Tue 09:00'));
});
afterAll(() => here.close());

const listed = async (number: number): Promise<readonly string[]> => {
  const { rows } = await sql<{ case_id: string; events: number }>`
    select case_id, events from checkpoint_head where checkpoint = ${number} order by case_id`.execute(
    here.connection.db,
  );
  return rows.map((row) => `${row.case_id}/${row.events}`);
};

describe('a checkpoint', () => {
  test('lists the cases that have changed since the one before, and counts the whole', async () => {
    const { db } = here.connection;
    const keys = [await here.open(), await here.open()];
    const [a, b] = keys.map((key) => key.caseId);
    const first = await checkpoint(db, on('Tue 09:00'));
    expect(first).toMatchObject({ number: 1, cases: 2, events: 4, listed: 2, previous: '0'.repeat(64) });
    expect(await listed(1)).toEqual([`${a}/2`, `${b}/2`]);
    await here.send(responds(keys[1]!), responds(keys[1]!));
    const { caseId } = await here.open();
    const second = await checkpoint(db, on('Tue 10:00'));
    expect(second).toMatchObject({ number: 2, cases: 3, events: 8, listed: 2, previous: first!.digest });
    expect(await listed(2)).toEqual([`${b}/4`, `${caseId}/2`]);
  });

  test('is made each hour also where nothing has happened', async () => {
    const made = await checkpoint(here.connection.db, on('Tue 11:00'));
    expect(made).toMatchObject({ number: 3, cases: 3, events: 8, listed: 0 });
  });

  test('is not made twice within the hour, nor by two at once', async () => {
    const { db } = here.connection;
    expect(await checkpoint(db, on('Tue 12:00') - 1)).toBeUndefined();
    const other = connect<unknown>(here.url, { max: 1, applicationName: 'another node' });
    const made = await Promise.all([db, other.db, db].map((node) => checkpoint(node, on('Tue 12:00'))));
    await other.close();
    expect(made.filter((one) => one !== undefined).map((one) => one.number)).toEqual([4]);
  });

  test('is made also after the clock was set back', async () => {
    expect(await checkpoint(here.connection.db, on('Tue 12:00') - 3 * HOUR_MS)).toMatchObject({ number: 5 });
  });

  test('leaves an event that is being written to the next one, and neither waits for the other', async () => {
    const { db } = here.connection;
    const key = await here.open();
    expect(await checkpoint(db, on('Tue 13:00'))).toMatchObject({ number: 6, cases: 4, listed: 1 });
    await here.store.transaction(async (tx) => {
      await handleIn(tx, [responds(key)]);
      expect(await checkpoint(db, on('Tue 14:00'))).toMatchObject({ number: 7, listed: 0 });
    });
    expect(await checkpoint(db, on('Tue 15:00'))).toMatchObject({ number: 8, cases: 4, listed: 1 });
    expect(await listed(8)).toEqual([`${key.caseId}/3`]);
    expect((await verified(db)).broken).toBeUndefined();
  });

  test('is a file that says by itself whether it was changed', async () => {
    const made = await checkpoint(here.connection.db, on('Tue 16:00'));
    const text = `Please keep this.\n\n${checkpointText(made!)}\nThank you.`;
    const read = readCheckpoint(text);
    expect(read).toEqual(made);
    expect(isSigned(read!)).toBe(true);
    expect(isSigned({ ...read!, cases: read!.cases - 1 })).toBe(false);
    expect(isSigned({ ...read!, number: 99 })).toBe(false);
  });

  test.each(['', 'nothing', '{}', '{"format":"ladder-checkpoint-1"}', '{"a":"\\u0000"', '{{}}'])(
    'is not read out of %j',
    (text) => expect(readCheckpoint(text)).toBeUndefined(),
  );
});

describe('the database refuses, also to the owner of the tables, to', () => {
  const TABLES = ['event', 'checkpoint', 'checkpoint_head', 'erasure'];
  const WAYS = ['update % set contract_id = contract_id', 'delete from %', 'truncate %'];
  const replica = 'set local session_replication_role = replica; ';
  test.each(
    TABLES.flatMap((table) =>
      WAYS.map((way) => way.replace('%', table))
        .map((text) => (table === 'checkpoint' ? text.replaceAll('contract_id', 'number') : text))
        .flatMap((text) => [text, replica + text]),
    ),
  )('%s', async (text) => {
    const client = await here.connection.pool.connect();
    try {
      await client.query('begin');
      await expect(client.query(text)).rejects.toMatchObject({ code: 'LR001' });
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});
