import { type Kysely, sql } from 'kysely';
import { chainStart } from '../app/ports/chain-start.ts';
import type { CaseKey, LockedCase } from '../app/ports/store.ts';
import { initial } from '../core/case/state.ts';
import { asInstant } from '../core/instant.ts';
import type { Revision } from '../core/plan/revision/revision.ts';
import type { Revisions } from './revisions.ts';
import { stateFromJson } from './state-json.ts';

interface CaseRow {
  readonly contract_id: string;
  readonly case_id: string;
  readonly state: Readonly<Record<string, unknown>>;
  readonly events: number;
  readonly said: number;
  readonly head: string;
  readonly next_due_at: number | null;
  readonly deadline_job: string | null;
  readonly set_aside_error: string | null;
}

/** Locks cases in the order of their names and reads them; a name without a case is a case not yet opened. */
export async function lockCases(
  db: Kysely<unknown>,
  revisions: Revisions,
  keys: readonly CaseKey[],
): Promise<readonly LockedCase[]> {
  const { rows } = await sql<CaseRow>`
    select contract_id, case_id, state, events, said, encode(head, 'hex') as head,
      (extract(epoch from next_due_at) * 1000)::int8 as next_due_at, deadline_job, set_aside_error
    from "case" where (contract_id, case_id) in (
      select * from unnest(${keys.map((key) => key.contract)}::text[], ${keys.map((key) => key.caseId)}::text[]))
    order by contract_id, case_id for update`.execute(db);
  const found = new Map(rows.map((row) => [`${row.contract_id}/${row.case_id}`, row]));
  const locked: LockedCase[] = [];
  for (const key of keys) {
    const row = found.get(`${key.contract}/${key.caseId}`);
    locked.push(row ? await lockedFrom(db, revisions, key, row) : unopened(key));
  }
  return locked;
}

const unopened = (key: CaseKey): LockedCase => ({
  key,
  state: initial,
  events: 0,
  said: 0,
  head: chainStart(key),
  nextDueAt: undefined,
  deadlineJob: undefined,
  setAside: undefined,
});

async function lockedFrom(
  db: Kysely<unknown>,
  revisions: Revisions,
  key: CaseKey,
  row: CaseRow,
): Promise<LockedCase> {
  return {
    key,
    state: await readState(db, revisions, key.contract, row.state),
    events: row.events,
    said: row.said,
    head: row.head,
    nextDueAt: row.next_due_at === null ? undefined : asInstant(row.next_due_at),
    deadlineJob: row.deadline_job ?? undefined,
    setAside: row.set_aside_error ?? undefined,
  };
}

/** The state as kept, whole again with the rules it runs on. */
export async function readState(
  db: Kysely<unknown>,
  revisions: Revisions,
  contract: string,
  json: Readonly<Record<string, unknown>>,
): Promise<ReturnType<typeof stateFromJson>> {
  const needed = new Map<number, Revision>();
  for (const number of revisionNumbers(json)) {
    needed.set(number, await revisions.need(db, contract, number));
  }
  return stateFromJson(json, (number) => needed.get(number)!);
}

interface KeptState {
  readonly revision?: number;
  readonly due?: readonly { readonly under: number }[];
  readonly beforeSatisfied?: KeptState;
  readonly last?: KeptState;
  readonly before?: KeptState;
}

function revisionNumbers(json: KeptState): readonly number[] {
  const inner = [json.beforeSatisfied, json.last, json.before].flatMap((one) =>
    one ? revisionNumbers(one) : [],
  );
  const own = json.revision === undefined ? [] : [json.revision];
  return [...own, ...(json.due ?? []).map((step) => step.under), ...inner];
}
