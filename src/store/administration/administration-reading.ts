import { type Kysely, sql } from 'kysely';
import type {
  AdministrationReading,
  RightsChange,
  RightsChangeKind,
} from '../../app/ports/administration.ts';
import type { ChangedBy } from '../../app/ports/contracts.ts';
import { asInstant, type Instant } from '../../core/instant.ts';
import { carrierNews } from '../carrier-news.ts';
import { IS_FAULTY } from '../failed-deliveries.ts';
import { readHeld } from '../meter-readings.ts';
import { checkpointsBefore } from '../record/checkpoints.ts';
import { milliseconds } from '../views/milliseconds.ts';
import { latestness } from '../watching.ts';
import { answered, carried, waitingMessages } from './carried.ts';

/** What an administrator looks at, in PostgreSQL. */
export const administrationReading = (
  db: Kysely<unknown>,
  now: () => Promise<Instant>,
): AdministrationReading => ({
  rightsChanges: (contract, before, max) => rightsChanges(db, contract, before, max),
  stuck: async (contract, max) => ({
    setAside: await setAside(db, contract, max),
    failed: await failed(db, contract, max),
    refused: await refused(db, contract, max),
  }),
  carried: (contract) => carried(db, contract),
  answered: (contract) => answered(db, contract),
  carriers: async () => ({ news: await carrierNews(db), waiting: await waitingMessages(db) }),
  checkpoints: (before, max) => checkpointsBefore(db, before, max),
  running: async () => {
    const { queueDepths: queues } = await readHeld(db);
    return { queues, latenessMs: await latestness(db, await now()) };
  },
});

interface ChangeRow {
  readonly change_id: number;
  readonly changed: number;
  readonly by_kind: ChangedBy['kind'];
  readonly by_id: string | null;
  readonly by_name: string | null;
  readonly kind: RightsChangeKind;
  readonly person_id: string | null;
  readonly person_name: string | null;
  readonly role: string | null;
  readonly customer_id: string | null;
  readonly seat_id: string | null;
  readonly token_id: string | null;
  readonly domain: string | null;
}

async function rightsChanges(
  db: Kysely<unknown>,
  contract: string | undefined,
  before: number | undefined,
  max: number,
): Promise<readonly RightsChange[]> {
  const { rows } = await sql<ChangeRow>`
    select change_id, ${milliseconds('at')} as changed, by_kind, by_id, doer.name as by_name, kind,
      change.person_id, about.name as person_name, role, customer_id, seat_id, token_id,
      domain
    from rights_change change
      left join person doer on by_kind = 'person' and doer.contract_id = change.contract_id
        and doer.person_id = change.by_id
      left join person about on about.contract_id = change.contract_id and about.person_id = change.person_id
    where change.contract_id is not distinct from ${contract ?? null} and change_id < ${before ?? Number.MAX_SAFE_INTEGER}
    order by change_id desc limit ${max}`.execute(db);
  return rows.map((row) => ({
    number: row.change_id,
    at: asInstant(row.changed),
    by: doerOf(row),
    byName: row.by_name ?? undefined,
    kind: row.kind,
    personId: row.person_id ?? undefined,
    personName: row.person_name ?? undefined,
    role: row.role ?? undefined,
    customerId: row.customer_id ?? undefined,
    seat: row.seat_id ?? undefined,
    tokenId: row.token_id ?? undefined,
    domain: row.domain ?? undefined,
  }));
}

function doerOf({ by_kind: kind, by_id: id }: ChangeRow): ChangedBy {
  if (kind === 'terminal' || id === null) return { kind: 'terminal' };
  return kind === 'person' ? { kind, personId: id } : { kind, accountId: id };
}

async function setAside(db: Kysely<unknown>, contract: string, max: number) {
  const { rows } = await sql<{ case_id: string; since: number; error: string | null; by: string | null }>`
    select case_id, ${milliseconds('set_aside_at')} as since, set_aside_error as error, set_aside_by as by
    from "case" where set_aside_at is not null and contract_id = ${contract}
    order by set_aside_at limit ${max}`.execute(db);
  return rows.map((row) => ({
    contract,
    caseId: row.case_id,
    since: asInstant(row.since),
    error: row.error ?? '',
    version: row.by ?? '',
  }));
}

interface FailedRow {
  readonly delivery_id: string;
  readonly means: 'email' | 'text' | 'call';
  readonly case_id: string;
  readonly person_id: string;
  readonly name: string | null;
  readonly subject: string | null;
  readonly reason: string | null;
  readonly queued: number;
}

async function failed(db: Kysely<unknown>, contract: string, max: number) {
  const { rows } = await sql<FailedRow>`
    select delivery_id, means, case_id, person_id, name, subject, reason, ${milliseconds('queued_at')} as queued
    from delivery join delivery_body using (contract_id, delivery_id)
      left join person using (contract_id, person_id)
    where contract_id = ${contract} and ${IS_FAULTY}
    order by queued_at desc, delivery_id desc limit ${max}`.execute(db);
  return rows.map((row) => ({
    contract,
    deliveryId: row.delivery_id,
    means: row.means,
    caseId: row.case_id,
    personId: row.person_id,
    name: row.name ?? row.person_id,
    address: undefined,
    subject: row.subject ?? undefined,
    state: 'failed' as const,
    reason: row.reason ?? undefined,
    queuedAt: asInstant(row.queued),
  }));
}

async function refused(db: Kysely<unknown>, contract: string, max: number) {
  const { rows } = await sql<{
    case_id: string;
    refused_at: number;
    command: string;
    by_person: string;
    code: string;
  }>`
    select case_id, ${milliseconds('at')} as refused_at, command, by_person, code
    from refused where contract_id = ${contract} order by at desc limit ${max}`.execute(db);
  return rows.map((row) => ({
    contract,
    caseId: row.case_id,
    at: asInstant(row.refused_at),
    command: row.command,
    by: row.by_person,
    code: row.code,
  }));
}
