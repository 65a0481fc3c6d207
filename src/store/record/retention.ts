import { type Kysely, sql } from 'kysely';
import type { Erased, ErasureScope, Retention, StillNeeded } from '../../app/ports/retention.ts';
import type { CaseKey } from '../../app/ports/store.ts';
import { formatInstant, type Instant } from '../../core/instant.ts';
import { ERASED, type ErasedCounts } from '../../core/message/record.ts';
import { recordRights } from '../contracts/rights-rows.ts';
import { type Clearing, clearingsOf, closedBefore, type Kind, ofCases } from './clearings.ts';

/** Of a scope without end so many cases are cleared in one transaction, so that no lock is held for long. */
const CASES_AT_ONCE = 500;

/** What can be cleared on this database. */
export const openRetention = (db: Kysely<unknown>): Retention => ({
  caseStatus: (key) => caseStatus(db, key),
  needed: (contract, personId) => needed(db, contract, personId),
  count: (scope, withSources) => count(db, scope, withSources),
  erase: (scope, withSources, at) => erase(db, scope, withSources, at),
});

async function caseStatus(
  db: Kysely<unknown>,
  { contract, caseId }: CaseKey,
): Promise<'open' | 'closed' | undefined> {
  const { rows } = await sql<{ status: 'open' | 'closed' }>`
    select status from "case" where contract_id = ${contract} and case_id = ${caseId}`.execute(db);
  return rows[0]?.status;
}

async function needed(
  db: Kysely<unknown>,
  contract: string,
  personId: string,
): Promise<StillNeeded | undefined> {
  const { rows } = await sql<StillNeeded>`
    select
      array(select seat_id from seat where contract_id = ${contract} and person_id = ${personId}
        order by seat_id) as seats,
      array(select distinct customer_id from account where contract_id = ${contract} and person_id = ${personId}
        order by customer_id) as customers,
      array(select case_id from "case" where contract_id = ${contract} and opened_by = ${personId}
        and status = 'open' order by case_id limit 20) as cases
    from person where contract_id = ${contract} and person_id = ${personId}`.execute(db);
  return rows[0];
}

async function count(db: Kysely<unknown>, scope: ErasureScope, withSources: boolean): Promise<Erased> {
  const clearings = [...clearingsOf(scope, withSources)];
  let cases = scope.scope === 'case' ? 1 : 0;
  if (scope.scope === 'before') {
    clearings.push(...ofCases(closedBefore(scope.before)));
    const { rows } = await sql<{ cases: number }>`
      select count(*) as cases from (${closedBefore(scope.before)}) chosen`.execute(db);
    cases = rows[0]!.cases;
  }
  const counts = none();
  for (const { kind, table, where } of clearings) {
    const { rows } = await sql<{ found: number }>`
      select count(*) as found from ${table} where ${where}`.execute(db);
    counts[kind] += rows[0]!.found;
  }
  return { counts, cases };
}

async function erase(
  db: Kysely<unknown>,
  scope: ErasureScope,
  withSources: boolean,
  at: Instant,
): Promise<Erased> {
  const total = none();
  let cases = scope.scope === 'case' ? 1 : 0;
  await clear(db, scope, clearingsOf(scope, withSources), at, total);
  if (scope.scope !== 'before') return { counts: total, cases };
  for (;;) {
    const chosen = await someCases(db, scope.before);
    if (chosen.length === 0) return { counts: total, cases };
    const named = sql`select * from unnest(${chosen.map((one) => one.contract)}::text[],
      ${chosen.map((one) => one.caseId)}::text[])`;
    await clear(db, scope, ofCases(named), at, total);
    cases += chosen.length;
  }
}

async function someCases(db: Kysely<unknown>, before: Instant): Promise<readonly CaseKey[]> {
  const { rows } = await sql<CaseKey>`
    select contract_id as contract, case_id as "caseId" from (${closedBefore(before)} limit ${CASES_AT_ONCE})
      chosen`.execute(db);
  return rows;
}

/** Clears in one transaction, and writes down what and when, where there was anything. */
function clear(
  db: Kysely<unknown>,
  scope: ErasureScope,
  clearings: readonly Clearing[],
  at: Instant,
  total: Record<Kind, number>,
): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const counts = none();
    for (const { kind, table, where, set } of clearings) {
      const { numAffectedRows } = set
        ? await sql`update ${table} set ${set}, erased_at = ${formatInstant(at)} where ${where}`.execute(trx)
        : await sql`delete from ${table} where ${where}`.execute(trx);
      counts[kind] += Number(numAffectedRows ?? 0);
    }
    if (Object.values(counts).every((found) => found === 0)) return;
    await note(trx, scope, at, counts);
    for (const kind of ERASED) total[kind] += counts[kind];
  });
}

async function note(
  db: Kysely<unknown>,
  scope: ErasureScope,
  at: Instant,
  counts: ErasedCounts,
): Promise<void> {
  const before = scope.scope === 'before' ? formatInstant(scope.before) : null;
  const [contract, subject] =
    scope.scope === 'case'
      ? [scope.key.contract, scope.key.caseId]
      : scope.scope === 'person'
        ? [scope.contract, scope.personId]
        : [null, null];
  await sql`
    insert into erasure (erasure_id, at, scope, contract_id, subject, before, counts)
    values (gen_random_uuid(), ${formatInstant(at)}, ${scope.scope}, ${contract}, ${subject}, ${before},
      ${JSON.stringify(counts)}::jsonb)`.execute(db);
  // Who was erased comes in no more.
  if (scope.scope === 'person') {
    const erased = { contract: scope.contract, kind: 'personErased', personId: scope.personId } as const;
    await recordRights(db, { kind: 'terminal' }, at, [erased]);
  }
}

const none = (): Record<Kind, number> =>
  Object.fromEntries(ERASED.map((kind) => [kind, 0])) as Record<Kind, number>;
