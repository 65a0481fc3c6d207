import { sql } from 'kysely';
import type { Answer, Request } from '../../src/app/handle.ts';
import { handle } from '../../src/app/handle.ts';
import type { Clock } from '../../src/app/ports/clock.ts';
import type { CaseKey } from '../../src/app/ports/store.ts';
import { revisionDigest } from '../../src/app/revision-digest.ts';
import type { Command } from '../../src/core/case/command.ts';
import type { CaseEvent } from '../../src/core/case/event.ts';
import { eventFromJson } from '../../src/core/case/event-json.ts';
import { asInstant, type Instant } from '../../src/core/instant.ts';
import type { Revision } from '../../src/core/plan/revision/revision.ts';
import { type Connection, connect } from '../../src/store/connect.ts';
import { shiftJobs } from '../../src/store/move-clock.ts';
import { openStore, type PostgresStore } from '../../src/store/open-store.ts';
import { askOn } from '../../src/store/transaction.ts';
import { dropDatabase, freshDatabase } from './database.ts';
import { revisionWith } from './revision.ts';

/** A database with one contract, one customer and the usual revision, and a clock that the test sets. */
export interface World {
  readonly url: string;
  readonly contract: string;
  readonly revision: Revision;
  readonly connection: Connection<unknown>;
  readonly store: PostgresStore;
  /** Sets the clock, and lets waiting jobs start by it; the database's own goes on as it does. */
  setClock(to: Instant): Promise<void>;
  /** From now on whoever reads the clock finds it a millisecond further, as no two readings of a real one are alike. */
  letClockRun(): void;
  /** From now on the clock goes on by itself from where it was set, as fast as the machine's. */
  startClock(): Promise<void>;
  /** Opens a case at the clock's time and answers its name. */
  open(fields?: Partial<Extract<Command, { type: 'open' }>>): Promise<CaseKey>;
  send(...requests: readonly Request[]): Promise<readonly Answer[]>;
  events(key: CaseKey): Promise<readonly CaseEvent[]>;
  close(): Promise<void>;
}

/** Makes a world whose clock stands at `now` until it is set. */
export async function world(now: Instant, revision = revisionWith()): Promise<World> {
  const { url } = await freshDatabase();
  const connection = connect<unknown>(url, { max: 6, applicationName: 'test' });
  let time = now;
  let stepMs = 0;
  /** How far the clock is ahead of the database's own, once it runs. */
  let runsAheadMs: number | undefined;
  const clock: Clock = async (ask) => {
    const [row] = await ask('select floor(extract(epoch from clock_timestamp()) * 1000)::int8 as real');
    const { real } = row as { real: number };
    time = asInstant(runsAheadMs === undefined ? time + stepMs : real + runsAheadMs);
    return { now: time, offsetMs: time - real };
  };
  const store = await openStore({ connection, clock });
  await seed(connection, revision);
  const send = (...requests: readonly Request[]): Promise<readonly Answer[]> => handle(store, requests);
  return {
    url,
    contract: revision.contract,
    revision,
    connection,
    store,
    send,
    letClockRun: () => {
      stepMs = 1;
    },
    startClock: async () => {
      runsAheadMs = (await clock(askOn(connection.db))).offsetMs;
    },
    setClock: async (to) => {
      const from = runsAheadMs === undefined ? time : (await clock(askOn(connection.db))).now;
      await shiftJobs(connection.db, to - from);
      time = to;
      if (runsAheadMs !== undefined) runsAheadMs += to - from;
    },
    open: (fields) => opened(store, revision, send, fields),
    events: (key) => eventsOf(connection, revision, key),
    close: async () => {
      await store.close();
      await connection.close();
      await dropDatabase({ url });
    },
  };
}

async function seed({ db }: Connection<unknown>, revision: Revision): Promise<void> {
  const { contract, number, timeZone } = revision;
  const made = '2026-01-01T00:00:00Z';
  await sql`insert into contract values (${contract}, 'A contract', ${timeZone}, ${made})`.execute(db);
  await sql`insert into revision (contract_id, number, state, digest, rules, loaded_at, published_at)
    values (${contract}, ${number}, 'published', decode(${revisionDigest(revision, [])}, 'hex'), ${JSON.stringify(revision)}::jsonb, ${made}, ${made})`.execute(
    db,
  );
  for (const person of ['ana', 'bo', 'bea', 'cy', 'dana', 'desk', 'olga']) {
    await sql`insert into person (contract_id, person_id, name, email) values
      (${contract}, ${person}, ${person}, ${`${person}@ladder.example`})`.execute(db);
  }
  await sql`insert into customer values (${contract}, 'agency', 'An agency')`.execute(db);
}

async function opened(
  store: PostgresStore,
  revision: Revision,
  send: World['send'],
  fields: Partial<Extract<Command, { type: 'open' }>> = {},
): Promise<CaseKey> {
  const caseId = await store.transaction((tx) => tx.newCaseId());
  const key = { contract: revision.contract, caseId };
  const command = {
    type: 'open',
    by: 'dana',
    caseId,
    revision,
    track: 'service',
    customer: 'agency',
  } as const;
  const [answer] = await send({
    key,
    caller: undefined,
    actor: 'customer',
    command: { ...command, ...fields },
  });
  if (!answer?.accepted) throw new Error(`not opened: ${JSON.stringify(answer)}`);
  return key;
}

async function eventsOf(
  { db }: Connection<unknown>,
  revision: Revision,
  { contract, caseId }: CaseKey,
): Promise<readonly CaseEvent[]> {
  const { rows } = await sql<{ body: Record<string, unknown>; text: string | null }>`
    select body, text from event left join event_text using (contract_id, case_id, number)
    where contract_id = ${contract} and case_id = ${caseId} order by number`.execute(db);
  return rows.map(({ body: { textDigest, ...body }, text }) =>
    eventFromJson(text === null ? body : { ...body, text }, () => revision),
  );
}
