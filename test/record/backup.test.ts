import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backup as backupCommand } from '../../src/cli/backup.ts';
import type { Io } from '../../src/cli/io.ts';
import { databaseClock } from '../../src/clock/database.ts';
import { backup } from '../../src/service/backup.ts';
import { restore } from '../../src/service/restore.ts';
import { type Connection, connect } from '../../src/store/connect.ts';
import { openStore } from '../../src/store/open-store.ts';
import { on } from '../build/case.ts';
import { emptyDatabase } from '../build/database.ts';
import { ladder } from '../service/ladder-process.ts';
import { checkpoint, type RecordWorld, recordWorld, responds, verified } from './record-world.ts';

let record: RecordWorld;
let folder: string;
let file: string;
const opened: Connection<unknown>[] = [];

const back = (name: string) => join(folder, name);
const backUp = (name: string) =>
  backup({
    pool: record.here.connection.pool,
    file: back(name),
    version: '0.1.0',
    secretFingerprint: 'f00',
    at: on('Tue 12:00'),
  });

async function empty(): Promise<Connection<unknown>> {
  const { url } = await emptyDatabase();
  const connection = connect<unknown>(url, { max: 4, applicationName: 'restored' });
  opened.push(connection);
  return connection;
}

const bring = (connection: Connection<unknown>, name: string, secretFingerprint = 'f00') =>
  restore({ connection, file: back(name), secretFingerprint });

/** A backup with something about it changed. */
function changed(name: string, change: (bytes: Buffer) => Buffer): void {
  writeFileSync(back(name), zstdCompressSync(change(zstdDecompressSync(readFileSync(file)))));
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ladder-backup-'));
  file = back('whole');
  record = await recordWorld();
  await sql`insert into installation (kind, made_at, secret_fingerprint)
    values ('real', '2026-01-01T00:00Z', 'f00')`.execute(record.db);
  await sql`insert into sign_in_account (id, name, email, email_verified, created_at, updated_at)
    values ('a', 'Dana', 'dana@agency.example', true, '2026-01-01T00:00Z', '2026-01-01T00:00Z')`.execute(
    record.db,
  );
  await sql`insert into sign_in_session (id, account_id, token, expires_at, created_at, updated_at, authenticated_at,
    method) values ('s', 'a', 't', '2027-01-01T00:00Z', '2026-01-01T00:00Z', '2026-01-01T00:00Z',
    '2026-01-01T00:00Z', 'link')`.execute(record.db);
});
afterAll(async () => {
  for (const connection of opened) await connection.close();
  await record.here.close();
  rmSync(folder, { recursive: true });
});

test('a backup is of one moment, while commands go on', async () => {
  const { here, keys } = record;
  // More than is read at once, in a table after which others follow.
  await sql`insert into answer select 'sample', 'dana', n::text, '\\x00', '2026-11-17T00:00Z', '{}'
    from generate_series(1, 100) n`.execute(here.connection.db);
  let going = true;
  const commands = (async () => {
    for (let count = 0; going && count < 500; count++) {
      await here.open({ text: 'Meanwhile' });
      await here.send(responds(keys[1]!));
    }
  })();
  const made = await backUp('whole');
  going = false;
  await commands;
  expect(made?.rows).toBeGreaterThan(20);
  expect(made?.bytes).toBe(statSync(file).size);
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('a backup overwrites nothing', async () => {
  const before = readFileSync(file);
  expect(await backUp('whole')).toBeUndefined();
  expect(readFileSync(file).equals(before)).toBe(true);
});

describe('what was restored into an empty database', () => {
  let restored: Connection<unknown>;
  beforeAll(async () => {
    restored = await empty();
    expect(await bring(restored, 'whole')).toEqual({ rows: expect.any(Number) });
  });

  test('holds, with every checkpoint that oversight has', async () => {
    const found = await verified(restored.db, record.kept);
    expect(found.broken).toBeUndefined();
    expect(found.cases).toBeGreaterThanOrEqual(3);
  });

  test('numbers its next case as one nobody has had', async () => {
    const next = async (db: typeof restored.db): Promise<number> => {
      const { rows } = await sql<{ next: number }>`select nextval('case_number') as next`.execute(db);
      return rows[0]!.next;
    };
    const { rows } = await sql<{ last: number }>`select max(case_id::bigint) as last from "case"`.execute(
      restored.db,
    );
    expect(await next(restored.db)).toBeGreaterThan(rows[0]!.last);
  });

  test('has each deadline’s job under the name by which the case knows it, and notices that wait', async () => {
    const { rows } = await sql`
      select count(*) filter (where job.id is null) as missing, count(*) as open from "case"
      left join jobs.job job on job.id = deadline_job and job.name = 'deadline' and job.state = 'created'
      where next_due_at is not null`.execute(restored.db);
    expect(rows).toEqual([{ missing: 0, open: expect.any(Number) }]);
    const { rows: notices } = await sql<{ waiting: number }>`
      select count(*) as waiting from jobs.job where name = 'notice'`.execute(restored.db);
    expect(notices[0]!.waiting).toBeGreaterThan(3);
  });

  test('acts on what fell due meanwhile', async () => {
    const store = await openStore({ connection: restored, clock: databaseClock });
    await sql`update jobs.job set start_after = now() - interval '1 second' where name = 'deadline'`.execute(
      restored.db,
    );
    const due = await store.transaction((tx) => tx.takeDue(500));
    await store.close();
    expect(due.map(({ key }) => key.caseId)).toContain(record.keys[0]!.caseId);
  });

  test('is signed on, and only what no checkpoint has is listed', async () => {
    const { events } = await verified(restored.db);
    const made = await checkpoint(restored.db, on('Tue 11:00'));
    expect(made).toMatchObject({ number: 3, events, previous: record.kept[1].digest });
    expect(made!.listed).toBeLessThan(made!.cases);
    expect((await verified(restored.db, record.kept)).broken).toBeUndefined();
  });

  test('has its accounts, and nobody who was signed in', async () => {
    const { rows } = await sql<{ accounts: number; sessions: number }>`
      select (select count(*) from sign_in_account) as accounts, (select count(*) from sign_in_session) as sessions`.execute(
      restored.db,
    );
    expect(rows).toEqual([{ accounts: 1, sessions: 0 }]);
  });

  test('is not restored over', async () => {
    expect(await bring(restored, 'whole')).toMatchObject({
      refusal: { code: 'restore-database-used', values: { tables: expect.arrayContaining(['event']) } },
    });
  });
});

describe('a file is refused, and nothing is restored, where', () => {
  const end = (bytes: Buffer, by: number): Buffer => bytes.subarray(0, bytes.length - by);
  const edited = (from: string, to: string) => (bytes: Buffer) =>
    Buffer.from(bytes.toString('latin1').replace(from, to), 'latin1');
  const FILES: readonly [title: string, code: string, make: (name: string) => void, fingerprint?: string][] =
    [
      ['it is no backup', 'backup-not-understood', (name) => writeFileSync(back(name), 'Dear all,\n')],
      ['it is empty', 'backup-cut-short', (name) => writeFileSync(back(name), '')],
      [
        'it was packed by somebody else',
        'backup-not-understood',
        (name) => changed(name, () => Buffer.from('{}\n')),
      ],
      ['its last line is missing', 'backup-cut-short', (name) => changed(name, (bytes) => end(bytes, 100))],
      [
        'the packed file was cut',
        'backup-cut-short',
        (name) => writeFileSync(back(name), end(readFileSync(file), 200)),
      ],
      [
        'a name in it was changed',
        'backup-damaged',
        (name) => changed(name, edited('An agency', 'No agency')),
      ],
      [
        'it names a table that is none',
        'backup-damaged',
        (name) => changed(name, edited(JSON.stringify('"customer"'), '"pg_class"')),
      ],
      [
        'it is of another Ladder',
        'backup-other-migration',
        (name) => changed(name, edited('"migration":', '"migration":9')),
      ],
      [
        'it belongs to another secret',
        'backup-other-secret',
        (name) => changed(name, (bytes) => bytes),
        'ba5',
      ],
    ];
  let connection: Connection<unknown>;
  beforeAll(async () => {
    connection = await empty();
  });
  test.each(FILES)('%s', async (title, code, make, fingerprint) => {
    make(title);
    expect(await bring(connection, title, fingerprint)).toMatchObject({ refusal: { code } });
    const { rows } = await sql`select count(*) as left from contract`.execute(connection.db);
    expect(rows).toEqual([{ left: 0 }]);
  });

  test('and the same database takes the whole one afterwards', async () => {
    expect(await bring(connection, 'whole')).toEqual({ rows: expect.any(Number) });
  });
});

test('what is no backup is told as that, and nothing is made for it, also where there is no secret yet', async () => {
  const data = back('nowhere');
  for (const [name, said, code] of [
    ['README.md', 'is no backup of Ladder.', 1],
    ['READM.md', 'There is no file "READM.md".\n  Did you mean "README.md"?', 2],
    ['docs', '"docs" cannot be read (EISDIR).', 3],
    [back('whole'), 'belongs to an installation with another secret.', 1],
  ] as const) {
    const { exit, err } = await ladder(['restore', name], { data }).ended;
    expect([name, exit, err]).toEqual([name, code, expect.stringContaining(said)]);
    expect(existsSync(data)).toBe(false);
  }
});

test('a backup that cannot be written says where', async () => {
  const fails = (code: string, syscall: string) => () =>
    Promise.reject(Object.assign(new Error(code), { code, syscall }));
  const io = { cwd: folder } as Io;
  await expect(
    backupCommand(['away/monday.ladder'], io, { backup: fails('ENOENT', 'open') }),
  ).rejects.toMatchObject({
    code: 'file-not-written',
    values: { file: 'away/monday.ladder', reason: 'ENOENT' },
  });
  await expect(backupCommand(['x'], io, { backup: fails('ECONNREFUSED', 'connect') })).rejects.toThrow(
    'ECONNREFUSED',
  );
});
