import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { deliver } from '../../src/engine/deliver.ts';
import { startEngine } from '../../src/engine/engine.ts';
import { fireDeadlines } from '../../src/engine/fire-deadlines.ts';
import { makeLetters } from '../../src/engine/make-letters.ts';
import { type Connection, connect } from '../../src/store/connect.ts';
import { openStore, type PostgresStore } from '../../src/store/open-store.ts';
import { on } from '../build/case.ts';
import { engineParts } from '../build/engine-parts.ts';
import { type World, world } from '../build/world.ts';

/** A node whose process is gone: its connections are cut, and nothing is heard of it again. */
interface Node {
  readonly store: PostgresStore;
  die(): Promise<void>;
}

/** By when what a killed node had taken is taken up by another, in seconds. */
const TAKEN_UP_WITHIN = 15;
/** The supervisor comes by each second, and a node that found nothing asks again after one. */
const ROUND_SECONDS = 1;

let here: World;
const open: Connection<unknown>[] = [];
beforeEach(async () => {
  here = await world(on('Tue 09:00'));
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((connection) => connection.close().catch(() => undefined)));
  await here.close();
});

async function node(name: string, tends = false): Promise<Node> {
  const connection = connect<unknown>(here.url, { max: 4, applicationName: name });
  // What is cut off in the middle is expected here.
  connection.pool.on('error', () => undefined);
  open.push(connection);
  const { clock } = here.store;
  const store = await openStore({ connection, clock, tends });
  return {
    store,
    die: async () => {
      await sql`select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = ${name} and datname = current_database()`.execute(here.connection.db);
    },
  };
}

/** The queues' own clock, so much ahead of the database's. */
const queuesAhead = (seconds: number): Promise<unknown> =>
  sql`create or replace function jobs.job_now() returns timestamp with time zone as $$
    select now() + ${sql.lit(seconds)} * interval '1 second' $$ language sql volatile`.execute(
    here.connection.db,
  );

async function databaseSeconds(): Promise<number> {
  const { rows } = await sql<{ seconds: number }>`
    select extract(epoch from clock_timestamp())::float8 as seconds`.execute(here.connection.db);
  return rows[0]!.seconds;
}

/** A case of which two people are to be told. */
async function lettersWaiting(): Promise<void> {
  await here.open();
  const parts = engineParts(here.store);
  while ((await here.store.untilNext('notice')) === 0) await makeLetters(parts);
}

test('what a killed node was sending is sent by another within fifteen seconds, and not before its claim has lapsed', async () => {
  await lettersWaiting();
  const dead = await node('ladder dead');
  const claimed = await databaseSeconds();
  expect(await dead.store.takeDeliveries(10)).toHaveLength(2);
  await dead.die();
  const parts = engineParts(here.store);
  let seconds = 0;
  for (; parts.mail.sent.length === 0 && seconds < 60; seconds += ROUND_SECONDS) {
    await queuesAhead(seconds);
    await here.store.boss.supervise();
    await deliver(parts);
  }
  expect(parts.mail.sent).toHaveLength(2);
  const lapsed = seconds - ROUND_SECONDS;
  // The database's clock has gone on meanwhile, beside what the queues' is ahead by.
  expect(lapsed + (await databaseSeconds()) - claimed).toBeGreaterThanOrEqual(10);
  expect(lapsed + 2 * ROUND_SECONDS).toBeLessThanOrEqual(TAKEN_UP_WITHIN);
});

test('a running node does so by itself', async () => {
  await lettersWaiting();
  const dead = await node('ladder dead');
  expect(await dead.store.takeDeliveries(10)).toHaveLength(2);
  await dead.die();
  await queuesAhead(10);
  const { store } = await node('ladder living', true);
  const parts = engineParts(store);
  const engine = startEngine(parts);
  // Ten seconds are over; what is left of fifteen has to do.
  await vi.waitFor(() => expect(parts.mail.sent).toHaveLength(2), (TAKEN_UP_WITHIN - 10) * 1_000);
  await engine.stop();
  await store.close();
});

test('a node that is alive keeps what it is sending, however long that takes', async () => {
  await lettersWaiting();
  const [job, other] = await here.store.takeDeliveries(10);
  for (let seconds = 0; seconds <= 30; seconds += 5) {
    await queuesAhead(seconds);
    await here.store.keepDeliveries([job!.jobId, other!.jobId]);
    await here.store.boss.supervise();
    expect(await here.store.takeDeliveries(10)).toEqual([]);
  }
});

test('the deadlines a killed node was acting on are taken up at once: no instant passes on any clock', async () => {
  const key = await here.open();
  await here.setClock(on('Tue 13:00'));
  const dead = await node('ladder dead');
  const cut = dead.store.transaction(async (tx) => {
    expect(await tx.takeDue(10)).toHaveLength(1);
    await tx.lockCases([key]);
    await dead.die();
    await tx.now();
  });
  await expect(cut).rejects.toThrow();
  await fireDeadlines(engineParts(here.store));
  const fell = (await here.events(key)).find((event) => event.type === 'StepFellDue');
  expect(fell).toMatchObject({ at: on('Tue 13:00'), latenessMs: 0 });
});
