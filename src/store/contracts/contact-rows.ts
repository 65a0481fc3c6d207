import { type Kysely, type RawBuilder, sql } from 'kysely';
import {
  type ConfirmedMeans,
  contactRecordKey,
  type KeptChange,
  type NewChange,
} from '../../app/ports/contacts.ts';
import type { Recorded } from '../../app/ports/store.ts';
import {
  type ContactChange,
  type ContactEvent,
  type ContactField,
  evolveContact,
} from '../../core/contact/contact-change.ts';
import { asInstant, formatInstant, type Instant } from '../../core/instant.ts';
import { type PlainEvent, wholeEvent } from '../../core/plain-event.ts';
import { insertEvents } from '../record-changes.ts';
import { milliseconds } from '../views/milliseconds.ts';

export async function nextContactChange(db: Kysely<unknown>, contract: string): Promise<number> {
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(change), 0) + 1 as next from contact_change where contract_id = ${contract}`.execute(
    db,
  );
  return rows[0]?.next ?? 1;
}

export async function addContactChange(db: Kysely<unknown>, added: NewChange): Promise<void> {
  const { contract, change, personId, field, oldValue, newValue, codeId, freezeHash, asked } = added;
  const { event, digest } = asked;
  await sql`
    insert into contact_change (contract_id, change, person_id, field, old_value, new_value, code_id, freeze_hash, status,
      events, head, changed_at)
    values (${contract}, ${change}, ${personId}, ${field}, ${oldValue ?? null}, ${newValue ?? null},
      ${codeId ?? null}::uuid, decode(${freezeHash}, 'hex'), 'waiting', 1, decode(${digest}, 'hex'),
      ${formatInstant(event.at)})`.execute(db);
  await insertEvents(db, [{ key: contactRecordKey(added), events: [asked] }]);
}

export async function recordContact(
  db: Kysely<unknown>,
  kept: KeptChange,
  events: readonly Recorded<ContactEvent>[],
  { status }: ContactChange,
): Promise<void> {
  const last = events.at(-1);
  if (!last) return;
  await insertEvents(db, [{ key: contactRecordKey(kept), events }]);
  await sql`
    update contact_change set status = ${status}, events = ${last.number}, head = decode(${last.digest}, 'hex'),
      changed_at = ${formatInstant(last.event.at)}
    where contract_id = ${kept.contract} and change = ${kept.change}`.execute(db);
}

interface ChangeRow {
  readonly contract_id: string;
  readonly change: number;
  readonly old_value: string | null;
  readonly new_value: string | null;
  readonly code_id: string | null;
  readonly head: string;
  /** In their order; bounded, as wrong codes are. */
  readonly events: readonly PlainEvent[];
}

async function changesWhere(
  db: Kysely<unknown>,
  condition: RawBuilder<unknown>,
  max: number,
): Promise<readonly KeptChange[]> {
  const { rows } = await sql<ChangeRow>`
    select contract_id, change, old_value, new_value, code_id, encode(head, 'hex') as head,
      (select json_agg(body order by number) from event happened
        where happened.contract_id = contact_change.contract_id
          and happened.case_id = 'contact-change:' || contact_change.change) as events
    from contact_change where ${condition} order by contract_id, change desc limit ${max}`.execute(db);
  return rows.map(keptFrom);
}

function keptFrom(row: ChangeRow): KeptChange {
  const events = row.events.map((event) => wholeEvent(event) as unknown as ContactEvent);
  const state = events.reduce<ContactChange | undefined>(evolveContact, undefined);
  if (!state) throw new Error('a change that is kept has happened');
  return {
    contract: row.contract_id,
    change: row.change,
    oldValue: row.old_value ?? undefined,
    newValue: row.new_value ?? undefined,
    codeId: row.code_id ?? undefined,
    events,
    state,
    head: row.head,
  };
}

export async function contactChange(
  db: Kysely<unknown>,
  contract: string,
  change: number,
): Promise<KeptChange | undefined> {
  const [found] = await changesWhere(db, sql`contract_id = ${contract} and change = ${change}`, 1);
  return found;
}

export async function contactChangeToFreeze(
  db: Kysely<unknown>,
  hash: string,
): Promise<KeptChange | undefined> {
  const [found] = await changesWhere(db, sql`freeze_hash = decode(${hash}, 'hex')`, 1);
  return found;
}

export const contactChangesOf = (
  db: Kysely<unknown>,
  contract: string,
  personId: string,
  max: number,
): Promise<readonly KeptChange[]> =>
  changesWhere(db, sql`contract_id = ${contract} and person_id = ${personId}`, max);

export const contactChanges = (
  db: Kysely<unknown>,
  contract: string,
  { before, max }: { readonly before: number | undefined; readonly max: number },
): Promise<readonly KeptChange[]> =>
  changesWhere(
    db,
    sql`contract_id = ${contract} and (${before ?? null}::int8 is null or change < ${before ?? null}::int8)`,
    max,
  );

export async function useMeans(
  db: Kysely<unknown>,
  contract: string,
  personId: string,
  field: ContactField,
  value: string | undefined,
): Promise<void> {
  await sql`
    update person set ${sql.ref(field)} = ${value ?? null}
    where contract_id = ${contract} and person_id = ${personId} and erased_at is null`.execute(db);
}

export async function noteConfirmed(
  db: Kysely<unknown>,
  contract: string,
  personId: string,
  field: ContactField,
  at: Instant | undefined,
): Promise<void> {
  if (at === undefined) {
    await sql`
      delete from contact_means
      where contract_id = ${contract} and person_id = ${personId} and field = ${field}`.execute(db);
    return;
  }
  await sql`
    insert into contact_means (contract_id, person_id, field, confirmed_at)
    values (${contract}, ${personId}, ${field}, ${formatInstant(at)})
    on conflict (contract_id, person_id, field) do update set confirmed_at = excluded.confirmed_at`.execute(
    db,
  );
}

interface MeansRow {
  readonly person_id: string;
  readonly field: ContactField;
  readonly confirmed: number;
}

export async function confirmedMeans(
  db: Kysely<unknown>,
  contract: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ConfirmedMeans>> {
  const { rows } = await sql<MeansRow>`
    select person_id, field, ${milliseconds('confirmed_at')} as confirmed from contact_means
    where contract_id = ${contract} and person_id = any(${[...ids]}::text[])`.execute(db);
  const found = new Map<string, Partial<Record<ContactField, Instant>>>();
  for (const { person_id: id, field, confirmed } of rows)
    found.set(id, { ...found.get(id), [field]: asInstant(confirmed) });
  return found;
}
