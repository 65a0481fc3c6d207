import { type Kysely, sql } from 'kysely';
import type { CaseChange } from '../app/ports/store.ts';
import type { CaseEvent } from '../core/case/event.ts';
import { formatInstant } from '../core/instant.ts';

const SHARING: ReadonlySet<CaseEvent['type']> = new Set([
  ...(['WatcherAdded', 'WatcherRemoved', 'StandInNamed', 'StandInEnded'] as const),
]);

/** Writes anew with whom cases are shared, of those where that has changed: seldom any. */
export async function writeCasePeople(db: Kysely<unknown>, changes: readonly CaseChange[]): Promise<void> {
  const changed = changes.filter(({ events }) => events.some(({ event }) => SHARING.has(event.type)));
  for (const { before, state } of changed) {
    const { contract, caseId } = before.key;
    const { watchers = [], standIn } = state.status === 'closed' ? state.last : state;
    const rows = [
      ...watchers.map((person) => ({ person, part: 'watcher', ends: null })),
      ...(standIn ? [{ person: standIn.person, part: 'standIn', ends: endOf(standIn.endsAt) }] : []),
    ];
    await sql`delete from case_person where contract_id = ${contract} and case_id = ${caseId}`.execute(db);
    await sql`
      insert into case_person (contract_id, case_id, person_id, part, ends_at)
      select ${contract}, ${caseId}, person, part, ends
      from json_to_recordset(${JSON.stringify(rows)}::json) as row (person text, part text, ends timestamptz)`.execute(
      db,
    );
  }
}

const endOf = (at: Parameters<typeof formatInstant>[0] | undefined): string | null =>
  at === undefined ? null : formatInstant(at);
