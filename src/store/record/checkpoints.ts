import { type Kysely, sql } from 'kysely';
import type { CaseHead, Checkpoint, CheckpointBook } from '../../app/ports/record.ts';
import { formatInstant } from '../../core/instant.ts';

/** Any number will do, as long as nobody else on the database locks it. */
const LOCK = 7_211_536;
/** Heads are read in pieces of so many. */
const HEADS_AT_ONCE = 10_000;
const CHECKPOINTS_AT_ONCE = 1_000;

/** The checkpoints of the database that a transaction runs on. */
export const checkpointBook = (db: Kysely<unknown>): CheckpointBook => ({
  claim: () => claim(db),
  latest: () => latest(db),
  list: (number) => list(db, number),
  heads: (number) => listedHeads(db, number),
  save: (checkpoint) => save(db, checkpoint),
});

async function claim(db: Kysely<unknown>): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    select pg_try_advisory_xact_lock(${LOCK}) as taken`.execute(db);
  return rows[0]!.taken;
}

const COLUMNS = sql`number, (extract(epoch from at) * 1000)::int8 as at, cases, events, listed,
  encode(list_digest, 'hex') as "listDigest", encode(previous, 'hex') as previous, encode(digest, 'hex') as digest,
  public_key as "publicKey", signature`;

async function latest(db: Kysely<unknown>): Promise<Checkpoint | undefined> {
  const { rows } = await sql<Checkpoint>`
    select ${COLUMNS} from checkpoint order by number desc limit 1`.execute(db);
  return rows[0];
}

/**
 * Events are new by the transaction that wrote them: those that this statement sees and the last checkpoint's did
 * not. By instants or by sequence numbers one that commits late would be passed over for ever.
 *
 * A case that is listed already with as many events is left out: after a restore everything is looked at once more.
 */
async function list(db: Kysely<unknown>, number: number): Promise<{ cases: number; events: number }> {
  const { rows } = await sql<{ cases: number; events: number }>`
    with last as (select seen, pg_snapshot_xmin(seen)::text::bigint as oldest from checkpoint_progress),
    changed as (
      select distinct on (contract_id, case_id) contract_id, case_id, number as events, digest as head
      from event
      where written_in >= (select oldest from last)
        and not pg_visible_in_snapshot(written_in::text::xid8, (select seen from last))
      order by contract_id, case_id, number desc
    ), compared as (
      select changed.*, coalesce((select known.events from checkpoint_head known
        where known.contract_id = changed.contract_id and known.case_id = changed.case_id
        order by known.checkpoint desc limit 1), 0) as before
      from changed
    ), listed as (
      insert into checkpoint_head (contract_id, case_id, checkpoint, events, head)
      select contract_id, case_id, ${number}, events, head from compared where events > before
    ), advanced as (
      update checkpoint_progress set seen = pg_current_snapshot()
    )
    select count(*) filter (where before = 0) as cases, coalesce(sum(events - before), 0)::int8 as events
    from compared where events > before`.execute(db);
  return rows[0]!;
}

interface HeadRow {
  readonly contract_id: string;
  readonly case_id: string;
  readonly events: number;
  readonly head: string;
}

/** The heads that a checkpoint lists, in the order of their code points. */
export async function* listedHeads(
  db: Kysely<unknown>,
  checkpoint: number,
): AsyncGenerator<readonly CaseHead[]> {
  let after = ['', ''];
  for (;;) {
    const { rows } = await sql<HeadRow>`
      select contract_id, case_id, events, encode(head, 'hex') as head from checkpoint_head
      where checkpoint = ${checkpoint}
        and (contract_id collate "C", case_id collate "C") > (${after[0]!}, ${after[1]!})
      order by contract_id collate "C", case_id collate "C" limit ${HEADS_AT_ONCE}`.execute(db);
    yield rows.map(({ contract_id, case_id, ...row }) => ({
      ...row,
      key: { contract: contract_id, caseId: case_id },
    }));
    const last = rows.at(-1);
    if (!last || rows.length < HEADS_AT_ONCE) return;
    after = [last.contract_id, last.case_id];
  }
}

/** Checkpoints before a number, the newest first. */
export async function checkpointsBefore(
  db: Kysely<unknown>,
  before: number | undefined,
  max: number,
): Promise<readonly Checkpoint[]> {
  const older = before === undefined ? sql`true` : sql`number < ${before}::int8`;
  const { rows } = await sql<Checkpoint>`
    select ${COLUMNS} from checkpoint where ${older} order by number desc limit ${max}`.execute(db);
  return rows;
}

/** Every checkpoint from the first. */
export async function* allCheckpoints(db: Kysely<unknown>): AsyncGenerator<readonly Checkpoint[]> {
  let after = 0;
  for (;;) {
    const { rows } = await sql<Checkpoint>`
      select ${COLUMNS} from checkpoint where number > ${after}
      order by number limit ${CHECKPOINTS_AT_ONCE}`.execute(db);
    yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < CHECKPOINTS_AT_ONCE) return;
    after = last.number;
  }
}

async function save(db: Kysely<unknown>, checkpoint: Checkpoint): Promise<void> {
  const { number, at, cases, events, listed, listDigest, previous, digest, publicKey, signature } =
    checkpoint;
  await sql`
    insert into checkpoint (number, at, cases, events, listed, list_digest, previous, digest, public_key, signature)
    values (${number}, ${formatInstant(at)}, ${cases}, ${events}, ${listed}, decode(${listDigest}, 'hex'),
      decode(${previous}, 'hex'), decode(${digest}, 'hex'), ${publicKey}, ${signature})`.execute(db);
}
