import { type Kysely, sql } from 'kysely';
import type { KeptLiveEvent, KeptLiveRotas, LiveChange } from '../../app/ports/rotas.ts';
import { formatInstant } from '../../core/instant.ts';
import { wholeEvent } from '../../core/plain-event.ts';
import { evolveLive, NO_CHANGES } from '../../core/rota/live/evolve-live.ts';
import type { LiveEvent } from '../../core/rota/live/live-event.ts';
import { instantOf } from './row-values.ts';

/** How many changes there are to the rotas of a contract. */
export async function liveCount(db: Kysely<unknown>, contract: string): Promise<number> {
  const { rows } = await sql<{ events: number }>`
    select events from rota where contract_id = ${contract}`.execute(db);
  return rows[0]?.events ?? 0;
}

interface EventRow {
  readonly number: number;
  readonly type: string;
  readonly at: Date;
  readonly body: Readonly<Record<string, unknown>>;
  readonly digest: string;
}

/** All changes to the rotas of a contract, whose number is bounded by what people do by hand. */
export async function liveRotas(db: Kysely<unknown>, contract: string): Promise<KeptLiveRotas> {
  const { rows } = await sql<{ events: number; head: string }>`
    select events, encode(head, 'hex') as head from rota where contract_id = ${contract}`.execute(db);
  const { rows: found } = await sql<EventRow>`
    select number, type, at, body, encode(digest, 'hex') as digest from rota_event
    where contract_id = ${contract} order by number`.execute(db);
  const events = found.map((row): KeptLiveEvent => ({ ...row, at: instantOf(row.at)! }));
  const state = events
    .map(({ body }) => wholeEvent(body) as unknown as LiveEvent)
    .reduce(evolveLive, NO_CHANGES);
  return { contract, state, events, row: rows[0] };
}

/** Writes what a decision brought. */
export async function recordLive(db: Kysely<unknown>, { contract, events }: LiveChange): Promise<void> {
  const last = events.at(-1);
  if (!last) return;
  await sql`
    insert into rota (contract_id, events, head) values (${contract}, ${last.number}, decode(${last.digest}, 'hex'))
    on conflict (contract_id) do update set events = excluded.events, head = excluded.head`.execute(db);
  const rows = events.map(({ number, event, body, digest }) => ({
    ...{ number, type: event.type, at: formatInstant(event.at), body, digest },
  }));
  await sql`
    insert into rota_event (contract_id, number, type, at, body, digest)
    select ${contract}, number, type, at, body, decode(digest, 'hex')
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as row (number integer, type text, at timestamptz, body json, digest text)`.execute(db);
}

/** Contracts whose rotas were changed; few, as contracts are. */
export async function rotaContracts(db: Kysely<unknown>): Promise<readonly string[]> {
  const { rows } = await sql<{ contract: string }>`
    select distinct contract_id as contract from (
      select contract_id from rota union all select contract_id from rota_event) changed
    order by contract_id`.execute(db);
  return rows.map(({ contract }) => contract);
}
