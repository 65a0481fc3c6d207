import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { type Connection, connect } from '../../../src/store/connect.ts';
import { type Cluster, startCluster } from '../../../src/store/embedded/cluster.ts';

const PROGRAM = join(import.meta.dirname, '..', '..', '..', 'bin', 'ladder.js');
/** As `npm start` does. */
const STARTED_WITH = ['--max-semi-space-size=32', '--v8-pool-size=1'];
const CUSTOMERS = 40;
const COPIED_AT_ONCE = 10_000;
/** What a copied case has as its pattern has it. */
const COPIED = [
  ...[
    'contract_id',
    'revision',
    'track',
    'status',
    'level',
    'waiting_kind',
    'waiting_party',
    'opened_by',
    'events',
  ],
  ...['said', 'head', 'state', 'deadlines', 'accounts', 'owes_word', 'owner'],
  ...['oversight_work', 'oversight_at', 'oversight_step_at'],
];

/** A demonstration as its program runs it, with a database that is full of cases. */
export interface Town {
  readonly url: string;
  readonly contract: string;
  /** What somebody's browser sends as `cookie` once they are signed in. */
  signIn(person: string): Promise<string>;
  /** A case that has events, which those that only fill the database have not. */
  readonly caseId: string;
  close(): Promise<void>;
}

/** Starts the program on a database of its own on the disk, and fills it. */
export async function makeTown(cases: number): Promise<Town> {
  const folder = mkdtempSync(join(tmpdir(), `ladder-bench-pages-${process.pid}-`));
  await chmod(folder, 0o711);
  const cluster = await startCluster({ folder, say: () => undefined });
  const connection = connect<unknown>(cluster.url, { max: 2, applicationName: 'bench' });
  const child = start(folder, cluster);
  const url = await ready(child);
  const { rows } = await sql<{ contract_id: string; case_id: string }>`
    select contract_id, min(case_id) as case_id from "case" group by contract_id`.execute(connection.db);
  const { contract_id: contract, case_id: caseId } = rows[0]!;
  await fill(connection, contract, cases);
  return {
    url,
    contract,
    caseId,
    signIn: (person) => signIn(url, contract, person),
    close: () => close(folder, child, cluster, connection),
  };
}

function start(folder: string, cluster: Cluster): ChildProcess {
  return spawn(
    process.execPath,
    [...STARTED_WITH, ...(process.env.LADDER_BENCH_NODE?.split(' ') ?? []), PROGRAM, 'start', '--json'],
    {
      env: {
        PATH: process.env.PATH,
        PORT: '0',
        DATABASE_URL: cluster.url,
        LADDER_DATA: join(folder, 'data'),
        LADDER_MAIL_PORT: 'off',
        LADDER_RATE_PER_MINUTE: '1000000',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
}

function ready(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let said = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const line = said.split('\n').find((one) => one.startsWith('{"url"'));
      if (line) done((JSON.parse(line) as { readonly url: string }).url);
    });
    child.once('exit', (code) => fail(new Error(`the start ended with ${code}: ${said}`)));
  });
}

async function signIn(url: string, contract: string, person: string): Promise<string> {
  const reply = await fetch(`${url}/step-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ contract, person }).toString(),
  });
  if (reply.status !== 303) throw new Error(`${person} is not let in: ${reply.status}`);
  return reply.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
}

/**
 * Copies of the samples, spread over a year, customers and reference numbers: they wait for nothing, so that only
 * pages are measured. What became of their promises, and how long answers took, is there as well.
 */
async function fill({ db }: Connection<unknown>, contract: string, count: number): Promise<void> {
  await sql`insert into customer select ${contract}, 'town-' || n, 'Town of ' || n
    from generate_series(1, ${CUSTOMERS}) n`.execute(db);
  const copied = sql.join(COPIED.map((column) => sql.ref(`pattern.${column}`)));
  for (let done = 0; done < count; done += COPIED_AT_ONCE) {
    await sql`
      with pattern as materialized (select "case".*, row_number() over (order by case_id) - 1 as place,
          count(*) over () as patterns from "case" where contract_id = ${contract} and length(case_id) < 10)
      insert into "case" (case_id, customer_id, practice, opened_at, changed_at, closed_at, owed_at,
        ${sql.join(COPIED.map((column) => sql.ref(column)))})
      select (1000000000 + n)::text, 'town-' || 1 + n % ${CUSTOMERS}, false, opened_at - n * interval '5 minutes',
        changed_at - n * interval '3 minutes', closed_at - n * interval '3 minutes',
        owed_at + n % 5000 * interval '1 minute', ${copied}
      from generate_series(${done + 1}::int, ${Math.min(done + COPIED_AT_ONCE, count)}::int) n
        join pattern on place = n % patterns`.execute(db);
  }
  await sql`insert into case_reference select contract_id, 'REF-' || case_id, case_id from "case"
    where contract_id = ${contract}`.execute(db);
  await sql`
    insert into promise_end (contract_id, case_id, number, at, track, level, kind, kept)
    select contract_id, case_id, number, opened_at + number * interval '10 minutes', track, 1,
      case number when 1 then 'acknowledgeWithin' else 'respondWithin' end, case_id::bigint % 7 > 0
    from "case", generate_series(1, 2) number where not practice`.execute(db);
  await sql`
    insert into answer_time select contract_id, case_id, customer_id, track, opened_at, status = 'open',
      (case_id::bigint * 7919) % 7200000, (case_id::bigint * 7919) % 3600000, (case_id::bigint * 104729) % 90000000,
      (case_id::bigint * 104729) % 30000000, case status when 'closed' then (case_id::bigint * 7) % 900000000 end,
      case status when 'closed' then (case_id::bigint * 7) % 300000000 end
    from "case" where not practice`.execute(db);
  await sql`vacuum (analyze)`.execute(db);
}

async function close(
  folder: string,
  child: ChildProcess,
  cluster: Cluster,
  connection: Connection<unknown>,
): Promise<void> {
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGINT');
  await ended;
  await connection.close();
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}
