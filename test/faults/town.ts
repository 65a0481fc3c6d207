import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { revisionDigest } from '../../src/app/revision-digest.ts';
import type { Revision } from '../../src/core/plan/revision/revision.ts';
import { type Connection, connect } from '../../src/store/connect.ts';
import { type Cluster, startCluster } from '../../src/store/embedded/cluster.ts';
import { readPostmaster } from '../../src/store/embedded/postmaster.ts';
import { migrate } from '../../src/store/migrate.ts';
import { shiftJobs } from '../../src/store/move-clock.ts';
import { Chance } from '../case/chance.ts';
import { randomRevision } from '../case/random-revision.ts';

/** A cluster of its own, with fsync, and in it some contracts and a clock that stands until it is moved. */
export interface Town {
  readonly folder: string;
  readonly connection: Connection<unknown>;
  readonly revisions: readonly Revision[];
  /** Of everybody who has a telephone. */
  readonly numbers: readonly string[];
  readonly port: number;
  /** The address of its database when reached through another port. */
  urlOver(port: number): string;
  postmaster(): number;
  /** Starts the server again where it has gone, at the same port. */
  revive(): Promise<void>;
  readonly clock: () => number;
  /** Moves the clock, and with it every waiting job. */
  moveClock(byMs: number): Promise<void>;
  close(): Promise<void>;
}

/** Who of each contract is told what goes to a party. */
export const TELLS = { contractor: ['desk'], oversight: ['deputy'] };

const CONTRACTS = 4;
const FIRST_DAY = Date.UTC(2026, 2, 5, 15);
const AGAIN_MS = 200;
const TRIES_MAX = 150;
const quiet = (): undefined => undefined;

export async function makeTown(seed: number, within: string = tmpdir()): Promise<Town> {
  const root = mkdtempSync(join(within, `ladder-faults-${process.pid}-`));
  // As root the server is another user, who has to pass through.
  chmodSync(root, 0o711);
  const folder = join(root, 'data');
  const start = (): Promise<Cluster> => startCluster({ folder, durable: true, say: quiet });
  let cluster = await start();
  const { url } = cluster;
  const connection = connect<unknown>(url, { max: 4, applicationName: 'faults' });
  await migrate(connection.pool);
  const revisions = Array.from({ length: CONTRACTS }, (_, index) => ({
    ...randomRevision(new Chance(seed + index)),
    contract: `contract-${index + 1}`,
    tells: TELLS,
  }));
  const chance = new Chance(seed);
  const numbers: string[] = [];
  for (const revision of revisions) numbers.push(...(await seedContract(connection, revision, chance)));
  await sql`create table test_clock (now_ms int8)`.execute(connection.db);
  await sql`insert into test_clock values (${FIRST_DAY})`.execute(connection.db);
  let now = FIRST_DAY;
  return {
    folder,
    connection,
    revisions,
    numbers,
    port: Number(new URL(url).port),
    urlOver: (port) => {
      const address = new URL(url);
      address.port = String(port);
      return address.href;
    },
    postmaster: () => readPostmaster(join(folder, 'pg'))?.pid ?? 0,
    revive: () =>
      again(async () => {
        cluster = await start();
        // One that was killed a moment ago may still have been found running.
        await sql`select 1`.execute(connection.db);
      }),
    clock: () => now,
    moveClock: (byMs) =>
      again(async () => {
        await connection.db.transaction().execute(async (trx) => {
          const { rows } = await sql<{
            was: number;
          }>`select now_ms as was from test_clock for update`.execute(trx);
          // A try whose answer was lost has moved it already.
          if (rows[0]?.was !== now) return;
          await sql`update test_clock set now_ms = ${now + byMs}`.execute(trx);
          await shiftJobs(trx as never, byMs);
        });
        now += byMs;
      }),
    close: async () => {
      await connection.close();
      await cluster.stop().catch(quiet);
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** Does it again while the database is away, for half a minute. */
export async function again<T>(what: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await what();
    } catch (error) {
      if (tries >= TRIES_MAX) throw error;
      await new Promise((go) => setTimeout(go, AGAIN_MS));
    }
  }
}

/** A contract whose people have a mail address, a telephone, or both; everybody has a number of their own. */
async function seedContract(
  { db }: Connection<unknown>,
  revision: Revision,
  chance: Chance,
): Promise<readonly string[]> {
  const { contract, number, timeZone, seats } = revision;
  const made = '2026-01-01T00:00:00Z';
  await sql`insert into contract values (${contract}, 'A contract', ${timeZone}, ${made})`.execute(db);
  await sql`insert into revision (contract_id, number, state, digest, rules, loaded_at, published_at)
    values (${contract}, ${number}, 'published', decode(${revisionDigest(revision, [])}, 'hex'), ${JSON.stringify(revision)}::jsonb, ${made}, ${made})`.execute(
    db,
  );
  await sql`insert into customer values (${contract}, 'customer', 'An agency')`.execute(db);
  const numbers: string[] = [];
  const people = ['customer', 'oversight', 'manager-of-customer', ...Object.keys(seats)];
  for (const [index, person] of people.entries()) {
    const has = chance.of(['mail', 'telephone', 'both', 'both']);
    const email = has === 'telephone' ? null : `${person}@ladder.example`;
    const mobile = has === 'mail' ? null : numberOf(contract, index);
    if (mobile !== null) numbers.push(mobile);
    await sql`insert into person (contract_id, person_id, name, email, mobile) values
      (${contract}, ${person}, ${person}, ${email}, ${mobile})`.execute(db);
    const [role, customer] = person === 'customer' ? ['customer', 'customer'] : ['contact', null];
    await sql`insert into role values (${contract}, ${person}, ${role}, ${customer})`.execute(db);
  }
  return numbers;
}

/** A number that is nobody's, in an area for each contract. */
const numberOf = (contract: string, index: number): string =>
  `+1${700 + Number(contract.split('-')[1])}55501${String(index).padStart(2, '0')}`;

/** Where a node reads by how much its clock is wrong. */
export function skewFile(town: Town, name: string): string {
  const file = join(town.folder, '..', `skew-${name}`);
  setSkew(file, 0);
  return file;
}

export const setSkew = (file: string, byMs: number): void => writeFileSync(file, String(byMs));
