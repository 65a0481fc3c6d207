import { type Kysely, sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { chainStart } from '../../src/app/ports/chain-start.ts';
import type { CaseKey } from '../../src/app/ports/store.ts';
import { eventDigest } from '../../src/app/record.ts';
import { on } from '../build/case.ts';
import { world } from '../build/world.ts';
import {
  checkpointIn,
  HOUR_MS,
  keyOf,
  type RecordWorld,
  recordWorld,
  tamper,
  verified,
} from './record-world.ts';

let record: RecordWorld;
afterEach(() => record.here.close());

type Db = Kysely<unknown>;

const drop = async (db: Db, table: string, { contract, caseId }: CaseKey, from = 1): Promise<void> => {
  const only = table === 'event' ? sql`and number >= ${from}` : sql``;
  await sql`delete from ${sql.table(table)} where contract_id = ${contract} and case_id = ${caseId} ${only}`.execute(
    db,
  );
};

/** Computes a case's chain anew over what its events say now, its row with it: what a careful forger does. */
async function chainAnew(db: Db, { contract, caseId }: CaseKey): Promise<void> {
  const { rows } = await sql<{ number: number; body: Record<string, unknown> }>`
    select number, body from event where contract_id = ${contract} and case_id = ${caseId} order by number`.execute(
    db,
  );
  let digest = chainStart({ contract, caseId });
  for (const { number, body } of rows) {
    digest = eventDigest(digest, number, body);
    await sql`update event set digest = decode(${digest}, 'hex')
      where contract_id = ${contract} and case_id = ${caseId} and number = ${number}`.execute(db);
  }
  await sql`update "case" set head = decode(${digest}, 'hex'), events = ${rows.length}
    where contract_id = ${contract} and case_id = ${caseId}`.execute(db);
}

const editBody = (db: Db, { contract, caseId }: CaseKey, number: number) =>
  sql`update event set body = (body::jsonb || '{"by": "somebody"}')::json
    where contract_id = ${contract} and case_id = ${caseId} and number = ${number}`.execute(db);

describe('a record that nobody has touched', () => {
  test('holds, and what stands in it is counted', async () => {
    record = await recordWorld();
    const found = await verified(record.db, record.kept);
    expect(found.broken).toBeUndefined();
    expect(found).toMatchObject({ cases: 3, events: 8, texts: 4, erased: 0, checkpoints: 2, since: 1 });
  });

  test('holds while nothing has been opened yet', async () => {
    record = await recordWorld();
    const other = await world(on('Tue 09:00'));
    const found = await verified(other.connection.db);
    expect(found).toMatchObject({ cases: 0, events: 0, broken: undefined });
    await other.close();
  });
});

interface Forgery {
  readonly title: string;
  readonly does: (db: Db, keys: readonly CaseKey[]) => Promise<unknown>;
  readonly code: string;
  readonly at: Readonly<Record<string, unknown>>;
}

const first = { contract: 'sample' };
const FORGERIES: readonly Forgery[] = [
  {
    title: 'an edited event',
    does: (db, [key]) => editBody(db, key!, 2),
    code: 'record-event-changed',
    at: { ...first, event: 2 },
  },
  {
    title: 'an edited event whose case was chained anew',
    does: async (db, [key]) => {
      await editBody(db, key!, 2);
      await chainAnew(db, key!);
    },
    code: 'record-head-unlike',
    at: { ...first, event: 2, checkpoint: 1 },
  },
  {
    title: 'an edited event that no checkpoint covers, chained anew, where the case says otherwise',
    does: async (db, [, key]) => {
      await sql`update event set body = (body::jsonb || '{"level": 3}')::json
        where case_id = ${key!.caseId} and number = 3`.execute(db);
      await chainAnew(db, key!);
    },
    code: 'record-case-state-unlike',
    at: first,
  },
  {
    title: 'two events in each other’s place',
    does: async (db, [key]) => {
      await sql`update event set number = number + 1000 where case_id = ${key!.caseId}`.execute(db);
      await sql`update event set number = case number when 1001 then 2 when 1002 then 1 else number - 1000 end
        where case_id = ${key!.caseId}`.execute(db);
    },
    code: 'record-event-changed',
    at: { ...first, event: 1 },
  },
  {
    title: 'a missing event',
    does: (db, [key]) => sql`delete from event where case_id = ${key!.caseId} and number = 2`.execute(db),
    code: 'record-event-missing',
    at: { ...first, event: 2 },
  },
  {
    title: 'a cut tail',
    does: async (db, [key]) => {
      await drop(db, 'event', key!, 3);
      await chainAnew(db, key!);
    },
    code: 'record-tail-cut',
    at: { ...first, event: 3, events: 3, checkpoint: 2 },
  },
  {
    title: 'a dropped case',
    does: async (db, [key]) => {
      await drop(db, 'event', key!);
      await drop(db, 'case', key!);
    },
    code: 'record-case-dropped',
    at: { ...first, checkpoint: 1 },
  },
  {
    title: 'a dropped case that was struck off the checkpoints’ lists too',
    does: async (db, [, , key]) => {
      for (const table of ['event', 'case', 'checkpoint_head']) await drop(db, table, key!);
    },
    code: 'record-checkpoint-list',
    at: { checkpoint: 2 },
  },
  {
    title: 'events without their case',
    does: (db, [, , key]) => drop(db, 'case', key!),
    code: 'record-case-without-row',
    at: first,
  },
  {
    title: 'a case without its events that no checkpoint covers',
    does: (db) =>
      sql`insert into "case" select (jsonb_populate_record(c, '{"case_id": "999999"}')).* from "case" c limit 1`.execute(
        db,
      ),
    code: 'record-case-without-events',
    at: { ...first, caseId: '999999' },
  },
  {
    title: 'an edited text',
    does: (db, [key]) =>
      sql`update event_text set text = 'All was well' where case_id = ${key!.caseId} and number = 1`.execute(
        db,
      ),
    code: 'record-text-changed',
    at: { ...first, event: 1 },
  },
  {
    title: 'a text that is gone without a word',
    does: (db, [key]) =>
      sql`update event_text set text = null, salt = null where case_id = ${key!.caseId}`.execute(db),
    code: 'record-text-missing',
    at: { ...first, event: 1 },
  },
  {
    title: 'an event filed under another instant',
    does: (db, [key]) =>
      sql`update event set at = at + interval '1 hour' where case_id = ${key!.caseId} and number = 1`.execute(
        db,
      ),
    code: 'record-event-columns-unlike',
    at: { ...first, event: 1 },
  },
  {
    title: 'an edited state',
    does: (db, [key]) =>
      sql`update "case" set state = (state::jsonb || '{"owner": "bo"}')::json where case_id = ${key!.caseId}`.execute(
        db,
      ),
    code: 'record-case-state-unlike',
    at: first,
  },
  {
    title: 'a moved deadline',
    does: (db, [key]) =>
      sql`update "case" set next_due_at = next_due_at + interval '1 hour' where case_id = ${key!.caseId}`.execute(
        db,
      ),
    code: 'record-case-deadlines-unlike',
    at: first,
  },
  {
    title: 'a revision that is gone',
    does: async (db) => {
      await sql`alter table "case" drop constraint "case_contract_id_revision_fkey"`.execute(db);
      await sql`delete from revision`.execute(db);
    },
    code: 'record-revision-missing',
    at: { ...first, event: 1, revision: 1 },
  },
  {
    title: 'a dropped checkpoint',
    does: (db) => sql`delete from checkpoint where number = 1`.execute(db),
    code: 'record-checkpoint-missing',
    at: { checkpoint: 1 },
  },
  {
    title: 'the last checkpoint dropped with its list',
    does: async (db) => {
      await sql`delete from checkpoint where number = 2`.execute(db);
      await sql`delete from checkpoint_head where checkpoint = 2`.execute(db);
    },
    code: 'record-checkpoint-dropped',
    at: { checkpoint: 2, last: 1 },
  },
  {
    title: 'an edited checkpoint',
    does: (db) => sql`update checkpoint set cases = 1 where number = 1`.execute(db),
    code: 'record-checkpoint-changed',
    at: { checkpoint: 1 },
  },
  {
    title: 'a checkpoint made anew with the installation’s own key',
    does: async (db) => {
      await sql`delete from checkpoint where number = 2`.execute(db);
      await sql`delete from checkpoint_head where checkpoint = 2`.execute(db);
      await sql`update checkpoint_progress set seen = '1:1:'`.execute(db);
      await checkpointIn(db, on('Tue 10:00') + HOUR_MS);
    },
    code: 'record-checkpoint-unlike',
    at: { checkpoint: 2 },
  },
  {
    title: 'a checkpoint of another key',
    does: (db) => checkpointIn(db, on('Tue 11:00'), keyOf(8)),
    code: 'record-checkpoint-key-unknown',
    at: { checkpoint: 3 },
  },
];

describe('verify shows', () => {
  test.each(FORGERIES)('$title', async ({ does, code, at }) => {
    record = await recordWorld();
    await tamper(record.db, (db) => does(db, record.keys));
    const { broken } = await verified(record.db, record.kept);
    expect(broken).toMatchObject({ code, values: at });
  });
});

test('a checkpoint from elsewhere vouches for its key, also after the secret was changed', async () => {
  record = await recordWorld();
  expect((await verified(record.db, [], keyOf(9))).broken?.code).toBe('record-checkpoint-key-unknown');
  expect((await verified(record.db, record.kept, keyOf(9))).broken).toBeUndefined();
});

test('a forged checkpoint from elsewhere is no witness', async () => {
  record = await recordWorld();
  const forged = { ...record.kept[1], events: 5 };
  expect((await verified(record.db, [forged])).broken).toEqual({
    code: 'record-checkpoint-unsigned',
    values: { checkpoint: 2 },
  });
});
