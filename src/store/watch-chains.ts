import { randomUUIDv7 } from 'node:crypto';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { attestationIn, attestationRecordKey } from '../app/ports/attestations.ts';
import { reportIn, reportRecordKey } from '../app/ports/contact-reports.ts';
import { drillIn, drillRecordKey } from '../app/ports/drills.ts';
import type { Missing } from '../app/ports/engine.ts';
import { obligationIn, recordKeyOf } from '../app/ports/obligations.ts';
import { fillingIn, fillingRecordKey } from '../app/ports/seat-fillings.ts';
import type { CaseKey } from '../app/ports/store.ts';
import { asInstant, formatInstant, type Instant } from '../core/instant.ts';
import type { Queues } from './queues.ts';

/** Where something that is no case has its rows, and how its name in the record is made and taken apart. */
interface Chain {
  readonly table: 'obligation' | 'attestation' | 'contact_report' | 'seat_filling' | 'drill';
  readonly id: 'obligation_id' | 'person_id' | 'report' | 'filling' | 'drill';
  readonly keyOf: (contract: string, id: string) => CaseKey;
  readonly idIn: (key: CaseKey) => string | undefined;
}

export const CHAINS: readonly Chain[] = [
  {
    table: 'obligation',
    id: 'obligation_id',
    keyOf: (contract, obligationId) => recordKeyOf({ contract, obligationId }),
    idIn: (key) => obligationIn(key)?.obligationId,
  },
  {
    table: 'attestation',
    id: 'person_id',
    keyOf: (contract, personId) => attestationRecordKey({ contract, personId }),
    idIn: (key) => attestationIn(key)?.personId,
  },
  {
    table: 'contact_report',
    id: 'report',
    keyOf: (contract, report) => reportRecordKey({ contract, report }),
    idIn: (key) => reportIn(key)?.report.toString(),
  },
  {
    table: 'seat_filling',
    id: 'filling',
    keyOf: (contract, filling) => fillingRecordKey({ contract, filling }),
    idIn: (key) => fillingIn(key)?.filling.toString(),
  },
  {
    table: 'drill',
    id: 'drill',
    keyOf: (contract, drill) => drillRecordKey({ contract, drill }),
    idIn: (key) => drillIn(key)?.drill.toString(),
  },
];

/** Whether the deadline of a chain, its row called `o`, was put off because it cannot be decided. */
export const HAS_FAILED: RawBuilder<boolean> = sql`exists (select from failed_letter failed
  where failed.contract_id = o.contract_id and failed.job_id = o.deadline_job)`;

interface MissingRow {
  readonly contract: string;
  readonly id: string;
  readonly due_at: number;
}

/** What is no case and has a deadline before `until` that no waiting job will act on in time, locked; others' locks are left. */
export async function missingChainJobs(
  db: Kysely<unknown>,
  until: Instant,
  offsetMs: number,
  max: number,
): Promise<readonly Missing[]> {
  const found: Missing[] = [];
  for (const { table, id, keyOf } of CHAINS) {
    const { rows } = await sql<MissingRow>`
      select o.contract_id as contract, o.${sql.ref(id)}::text as id,
        (extract(epoch from o.next_due_at) * 1000)::int8 as due_at
      from ${sql.table(table)} o left join jobs.job j on j.name = 'deadline' and j.id = o.deadline_job
      where o.next_due_at < ${formatInstant(until)}::timestamptz
        and (j.id is null or j.state <> 'created'
          or (j.start_after > o.next_due_at - ${offsetMs} * interval '1 millisecond' + interval '1 second'
            and not ${HAS_FAILED}))
      order by o.next_due_at limit ${max - found.length} for update of o skip locked`.execute(db);
    found.push(...rows.map((row) => ({ key: keyOf(row.contract, row.id), dueAt: asInstant(row.due_at) })));
  }
  return found;
}

/** Gives each a new job in the place of the one that is gone or late. */
export async function requeueChains(
  db: Kysely<unknown>,
  queues: Queues,
  missing: readonly Missing[],
  offsetMs: number,
): Promise<void> {
  for (const { key, dueAt } of missing) {
    const chain = CHAINS.find(({ idIn }) => idIn(key) !== undefined);
    if (!chain) continue;
    const job = randomUUIDv7();
    const here = sql`contract_id = ${key.contract} and ${sql.ref(chain.id)} = ${chain.idIn(key)}`;
    const { rows } = await sql<{ old: string | null }>`
      with before as (select deadline_job as old from ${sql.table(chain.table)} where ${here})
      update ${sql.table(chain.table)} set deadline_job = ${job} from before where ${here} returning old`.execute(
      db,
    );
    const old = rows.flatMap((row) => row.old ?? []);
    await queues.dropDeadlines(old);
    // One that cannot be decided stays on the list, under its new job.
    await sql`update failed_letter set job_id = ${job} where job_id = any(${old}::uuid[])`.execute(db);
    await queues.addDeadlines([{ id: job, key, startAt: dueAt - offsetMs }]);
  }
}
