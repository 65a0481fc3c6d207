import { type Kysely, sql } from 'kysely';
import { type DrillKey, drillRecordKey } from '../../app/ports/drills.ts';
import { type LiveDrill, noDrill } from '../../core/drill/state.ts';
import { asInstant, formatInstant } from '../../core/instant.ts';
import { chainTable } from '../chain-table.ts';

/** A lock of its own, so that nobody who changes a plan waits for a drill. */
export async function serialiseDrills(db: Kysely<unknown>, contracts: readonly string[]): Promise<void> {
  for (const contract of contracts) {
    const name = JSON.stringify(['drill', contract]);
    await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(db);
  }
}

export async function nextDrill(db: Kysely<unknown>, contract: string): Promise<number> {
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(drill), 0) + 1 as next from drill where contract_id = ${contract}`.execute(db);
  return rows[0]?.next ?? 1;
}

export const DRILLS = chainTable({
  name: 'drill',
  key: { contract_id: 'text', drill: 'integer' },
  keyRow: ({ contract, drill }: DrillKey) => ({ contract_id: contract, drill }),
  own: {
    level: 'integer',
    status: 'text',
    start_at: 'timestamptz',
    begun_at: 'timestamptz',
    end_at: 'timestamptz',
    changed_at: 'timestamptz',
  },
  ownRow: ({ level, status, startAt, begunAt, endAt, answerWithinMs, lastAt }: LiveDrill) => ({
    level,
    status,
    start_at: formatInstant(startAt),
    begun_at: begunAt === undefined ? null : formatInstant(begunAt),
    end_at: formatInstant(endAt ?? asInstant(startAt + answerWithinMs)),
    changed_at: formatInstant(lastAt),
  }),
  recordKey: drillRecordKey,
  none: noDrill,
});
