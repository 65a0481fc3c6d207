import { type Kysely, sql } from 'kysely';
import type { CaseChange } from '../app/ports/store.ts';
import { oversightTasks } from '../core/case/oversight-tasks.ts';
import { owed, owesWord } from '../core/case/owed.ts';
import { formatInstant, type Instant } from '../core/instant.ts';

/** What lists find a case by, beside what it is: written with it at each change. */
export function listColumns(state: CaseChange['state']): Readonly<Record<string, unknown>> {
  const things = owed(state);
  const tasks = oversightTasks(state);
  const step = things.find((one) => one.kind === 'step' && one.party === 'oversight' && !one.isDue);
  return {
    owed_at: state.status === 'closed' ? null : (iso(things[0]?.dueAt) ?? 'infinity'),
    owes_word: owesWord(state),
    owner: state.status === 'closed' ? null : (state.owner ?? null),
    oversight_work: tasks.length === 0 ? null : [...new Set(tasks.map(({ work }) => work))],
    oversight_at: tasks.length === 0 ? null : iso(Math.min(...tasks.map(({ at }) => at)) as Instant),
    oversight_step_at: iso(step?.dueAt),
  };
}

const iso = (at: Instant | undefined): string | null => (at === undefined ? null : formatInstant(at));

/** Writes what became of promises, for the statistics: drills count nowhere, nor does what became void. */
export async function insertPromiseEnds(db: Kysely<unknown>, changes: readonly CaseChange[]): Promise<void> {
  const rows = changes.flatMap((change) => (isPractice(change) ? [] : endsOf(change)));
  if (rows.length === 0) return;
  await sql`
    insert into promise_end (contract_id, case_id, number, at, track, level, kind, kept)
    select c, i, n, a, t, l, k, kept from json_to_recordset(${JSON.stringify(rows)}::json)
      as row (c text, i text, n integer, a timestamptz, t text, l integer, k text, kept boolean)`.execute(db);
}

const isPractice = ({ state }: CaseChange): boolean =>
  state.status === 'closed' ? state.last.practice : state.practice;

function endsOf({ before: { key }, events }: CaseChange): readonly object[] {
  return events.flatMap(({ number, event }) => {
    if (event.type !== 'PromiseKept' && event.type !== 'PromiseMissed') return [];
    // An id says what is promised: track, level, kind.
    const [track, , kind] = event.promise.split('/');
    const at = formatInstant(event.type === 'PromiseMissed' ? event.dueAt : event.occurredAt);
    const kept = event.type === 'PromiseKept';
    return [{ c: key.contract, i: key.caseId, n: number, a: at, t: track, l: event.level, k: kind, kept }];
  });
}
