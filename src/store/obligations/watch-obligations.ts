import { randomUUIDv7 } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Missing } from '../../app/ports/engine.ts';
import { obligationIn, recordKeyOf } from '../../app/ports/obligations.ts';
import { asInstant, formatInstant, type Instant } from '../../core/instant.ts';
import type { Queues } from '../queues.ts';

interface MissingRow {
  readonly contract: string;
  readonly obligation_id: string;
  readonly due_at: number;
}

/** Obligations with a deadline before `until` that no waiting job will act on in time, locked; others' locks are left. */
export async function missingObligationJobs(
  db: Kysely<unknown>,
  until: Instant,
  offsetMs: number,
  max: number,
): Promise<readonly Missing[]> {
  const { rows } = await sql<MissingRow>`
    select o.contract_id as contract, o.obligation_id, (extract(epoch from o.next_due_at) * 1000)::int8 as due_at
    from obligation o left join jobs.job j on j.name = 'deadline' and j.id = o.deadline_job
    where o.next_due_at < ${formatInstant(until)}::timestamptz
      and (j.id is null or j.state <> 'created'
        or j.start_after > o.next_due_at - ${offsetMs} * interval '1 millisecond' + interval '1 second')
    order by o.next_due_at limit ${max} for update of o skip locked`.execute(db);
  return rows.map(({ contract, obligation_id: obligationId, due_at }) => ({
    key: recordKeyOf({ contract, obligationId }),
    dueAt: asInstant(due_at),
  }));
}

/** Gives each a new job in the place of the one that is gone or late. */
export async function requeueObligations(
  db: Kysely<unknown>,
  queues: Queues,
  missing: readonly Missing[],
  offsetMs: number,
): Promise<void> {
  for (const { key, dueAt } of missing) {
    const named = obligationIn(key);
    if (!named) continue;
    const id = randomUUIDv7();
    const { rows } = await sql<{ old: string | null }>`
      with before as (select deadline_job as old from obligation
        where contract_id = ${named.contract} and obligation_id = ${named.obligationId})
      update obligation set deadline_job = ${id} from before
      where contract_id = ${named.contract} and obligation_id = ${named.obligationId} returning old`.execute(
      db,
    );
    await queues.dropDeadlines(rows.flatMap(({ old }) => old ?? []));
    await queues.addDeadlines([{ id, key, startAt: dueAt - offsetMs }]);
  }
}
