import { type Kysely, type RawBuilder, sql } from 'kysely';
import { chainStart } from '../../app/ports/chain-start.ts';
import { type KeptRules, type RulesKey, rulesRecordKey } from '../../app/ports/notice-rules.ts';
import type { Recorded } from '../../app/ports/store.ts';
import { asInstant, formatInstant, type Instant } from '../../core/instant.ts';
import { type RulesEvent, type RulesState, USUAL_RULES } from '../../core/reach/rules-event.ts';
import { insertEvents } from '../record-changes.ts';
import { milliseconds } from '../views/milliseconds.ts';

interface RulesRow {
  readonly contract_id: string;
  readonly person_id: string;
  readonly events: number;
  readonly head: string;
  readonly state: RulesState;
  readonly changed: number;
}

async function rulesWhere(
  db: Kysely<unknown>,
  condition: RawBuilder<unknown>,
): Promise<readonly KeptRules[]> {
  const { rows } = await sql<RulesRow>`
    select contract_id, person_id, events, encode(head, 'hex') as head, state, ${milliseconds('changed_at')} as changed
    from notice_rules where ${condition} order by person_id`.execute(db);
  return rows.map(({ contract_id: contract, person_id: personId, events, head, state, changed }) => ({
    ...{ contract, personId, events, head, state },
    changedAt: asInstant(changed),
  }));
}

export async function noticeRules(db: Kysely<unknown>, key: RulesKey): Promise<KeptRules> {
  const { contract, personId } = key;
  const [found] = await rulesWhere(db, sql`contract_id = ${contract} and person_id = ${personId}`);
  const head = chainStart(rulesRecordKey(key));
  return found ?? { contract, personId, state: USUAL_RULES, events: 0, head, changedAt: undefined };
}

export const allNoticeRules = (db: Kysely<unknown>, contract: string): Promise<readonly KeptRules[]> =>
  rulesWhere(db, sql`contract_id = ${contract}`);

export async function rulesChangedSince(db: Kysely<unknown>, key: RulesKey, since: Instant): Promise<number> {
  const { contract, caseId } = rulesRecordKey(key);
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from event
    where contract_id = ${contract} and case_id = ${caseId} and at > ${formatInstant(since)}`.execute(db);
  return rows[0]!.count;
}

export async function recordNoticeRules(
  db: Kysely<unknown>,
  kept: KeptRules,
  recorded: Recorded<RulesEvent>,
  state: RulesState,
): Promise<void> {
  await insertEvents(db, [{ key: rulesRecordKey(kept), events: [recorded] }]);
  await sql`
    insert into notice_rules (contract_id, person_id, status, events, head, state, changed_at)
    values (${kept.contract}, ${kept.personId}, ${state.status}, ${recorded.number},
      decode(${recorded.digest}, 'hex'), ${JSON.stringify(state)}::json, ${formatInstant(recorded.event.at)})
    on conflict (contract_id, person_id) do update set status = excluded.status, events = excluded.events,
      head = excluded.head, state = excluded.state, changed_at = excluded.changed_at`.execute(db);
}
