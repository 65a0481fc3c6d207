import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Request } from '../../src/app/handle.ts';
import type { CaseKey } from '../../src/app/ports/store.ts';
import { erase } from '../../src/app/retention.ts';
import { openRetention } from '../../src/store/record/retention.ts';
import { on } from '../build/case.ts';
import { type RecordWorld, recordWorld, verified } from './record-world.ts';

let record: RecordWorld;
let db: Kysely<unknown>;
let closed: CaseKey;
let running: CaseKey;
let late: CaseKey;

const says = (key: CaseKey, type: 'satisfied' | 'addNote'): Request => ({
  key,
  caller: undefined,
  actor: 'customer',
  command:
    type === 'satisfied'
      ? { type, by: 'dana' }
      : { type, by: 'dana', text: 'Call Dana at home', audience: 'all' },
});

/** A mail sent and a reply come in, on a case, with all that can be cleared. */
async function post({ contract, caseId }: CaseKey, person: string, state = 'handedOver'): Promise<void> {
  await sql`with made as (
      insert into delivery (contract_id, delivery_id, case_id, number, person_id, kind, means, state, queued_at)
      values (${contract}, gen_random_uuid(), ${caseId}, 1, ${person}, 'notice', 'email', ${state}, '2026-11-17T17:00Z')
      returning contract_id, delivery_id)
    insert into delivery_body (contract_id, delivery_id, address, subject, body_text, body_html, reply_to)
    select contract_id, delivery_id, 'dana@agency.example', 'Case', 'Dear Dana', '<p>Dear Dana', true from made`.execute(
    db,
  );
  await sql`insert into inbound_mail values (${contract}, gen_random_uuid(), ${caseId}, ${person},
    '2026-11-17T17:00Z', 'person', 'message')`.execute(db);
  await sql`insert into inbound_mail_body (contract_id, mail_id, sender, body_text)
    select contract_id, mail_id, 'dana@agency.example', 'Here Dana' from inbound_mail
    where case_id = ${caseId} on conflict do nothing`.execute(db);
  await sql`insert into mail_file (contract_id, mail_id, number, name, size, bytes)
    select contract_id, mail_id, 1, 'Dana.txt', 1, 'D' from inbound_mail
    where case_id = ${caseId} on conflict do nothing`.execute(db);
}

/** A mail that came to open a case, and what became of it. */
async function opening(mailId: string, outcome: string, caseId: string | null): Promise<void> {
  await sql`insert into opening_mail (contract_id, mail_id, received_at, kind, is_proved, person_id, outcome, case_id)
    values ('sample', ${mailId}, '2026-11-17T17:00Z', 'person', true, 'dana', ${outcome}, ${caseId})`.execute(
    db,
  );
  await sql`insert into opening_mail_body (contract_id, mail_id, sender, subject, body_text)
    values ('sample', ${mailId}, 'dana@agency.example', 'Dana asks', 'Here Dana')`.execute(db);
}

/** Of mails that came to open a case those whose words are still there. */
async function openingsLeft(): Promise<readonly string[]> {
  const { rows } = await sql<{ mail_id: string }>`
    select mail_id from opening_mail_body where coalesce(sender, subject, body_text) is not null order by mail_id`.execute(
    db,
  );
  return rows.map(({ mail_id }) => mail_id);
}

const ask = (scope: Parameters<typeof erase>[1]['scope'], dryRun = false, withSources = false) =>
  erase(openRetention(db), { scope, dryRun, withSources, at: on('next Mon 09:00') });

const upTo = (time: string) => ({ scope: 'before', before: on(time) }) as const;

/** Whatever of a word is left anywhere a person could have written it. */
async function left(word: string, { caseId }: CaseKey): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select (select count(*) from event_text where case_id = ${caseId} and text like ${`%${word}%`})
      + (select count(*) from delivery join delivery_body b using (contract_id, delivery_id)
        where case_id = ${caseId} and b::text ilike ${`%${word}%`})
      + (select count(*) from inbound_mail join inbound_mail_body b using (contract_id, mail_id)
        where case_id = ${caseId} and b::text ilike ${`%${word}%`})
      + (select count(*) from inbound_mail join mail_file f using (contract_id, mail_id)
        where case_id = ${caseId} and f.name like ${`%${word}%`}) as count`.execute(db);
  return rows[0]!.count;
}

beforeAll(async () => {
  record = await recordWorld();
  db = record.db;
  [closed, running, late] = record.keys as [CaseKey, CaseKey, CaseKey];
  await sql`insert into person (contract_id, person_id, name, email) values
    ('sample', 'dana', 'Dana', 'dana@agency.example'), ('sample', 'ana', 'Ana', 'ana@carrier.example')
    on conflict do nothing`.execute(db);
  await sql`insert into seat values ('sample', 'ana', 'ana', '2026-11-01T00:00Z') on conflict do nothing`.execute(
    db,
  );
  await sql`insert into role values ('sample', 'dana', 'customer', 'agency') on conflict do nothing`.execute(
    db,
  );
  for (const key of record.keys) {
    await record.here.send(says(key, 'addNote'));
    await post(key, 'dana');
  }
  await post(closed, 'bo', 'queued');
  await opening('of-closed', 'opened', closed.caseId);
  await opening('of-running', 'opened', running.caseId);
  await opening('put-aside', 'putAside', null);
  await opening('waiting', 'held', null);
  await record.here.setClock(on('Tue 12:00'));
  await record.here.send(says(closed, 'satisfied'));
  await record.here.setClock(on('Thu 12:00'));
  await record.here.send(says(late, 'satisfied'));
});
afterAll(() => record.here.close());

describe('erasing what is older than a day', () => {
  test('first only says what it would erase', async () => {
    const found = await ask(upTo('Wed 00:00'), true);
    expect(found).toMatchObject({ cases: 1, counts: { texts: 3, mails: 1, replies: 4, people: 0 } });
    expect(await left('Dana', closed)).toBeGreaterThan(0);
  });

  test('takes cases closed before it alone, and a mail that is still to be sent stays', async () => {
    expect(await ask(upTo('Wed 00:00'))).toMatchObject({ cases: 1, counts: { texts: 3, mails: 1 } });
    const kept = await Promise.all([closed, running, late].map((key) => left('Dana', key)));
    expect(kept).toEqual([1, expect.any(Number), expect.any(Number)]);
    expect(Math.min(kept[1]!, kept[2]!)).toBeGreaterThan(1);
  });

  test('takes mails that opened such a case or were put aside, and none that waits for the desk', async () => {
    expect(await openingsLeft()).toEqual(['of-running', 'waiting']);
  });

  test('leaves a record that holds and says when', async () => {
    const found = await verified(db, record.kept);
    expect(found.broken).toBeUndefined();
    const at = on('next Mon 09:00');
    expect(found).toMatchObject({ erased: 3, erasedFrom: at, erasedTo: at });
  });

  test('is written down, and done a second time there is nothing', async () => {
    expect(await ask(upTo('Wed 00:00'))).toMatchObject({ cases: 0, counts: { texts: 0 } });
    const { rows } = await sql`select scope, subject, counts ->> 'texts' as texts from erasure
      where counts ->> 'texts' <> '0'`.execute(db);
    expect(rows).toEqual([{ scope: 'before', subject: null, texts: '3' }]);
  });

  test('is refused for a day ahead', async () => {
    expect(await ask(upTo('next Mon 09:01'))).toMatchObject({ refusal: { code: 'erase-date-ahead' } });
  });

  test('takes answers and links that are out of use', async () => {
    await sql`insert into answer values ('sample', 'dana', 'k1', '\\x00', '2026-11-17T00:00Z', '{}'),
      ('sample', 'dana', 'k2', '\\x00', '2026-11-20T00:00Z', '{}')`.execute(db);
    expect(await ask(upTo('Wed 00:00'))).toMatchObject({ counts: { answers: 1 } });
  });
});

describe('erasing a case', () => {
  test('is refused while it runs, or where there is none', async () => {
    expect(await ask({ scope: 'case', key: running })).toMatchObject({
      refusal: { code: 'erase-case-running' },
    });
    const key = { contract: 'sample', caseId: '1' };
    expect(await ask({ scope: 'case', key })).toMatchObject({ refusal: { code: 'erase-case-unknown' } });
  });

  test('clears what was written in it', async () => {
    expect(await ask({ scope: 'case', key: late })).toMatchObject({
      cases: 1,
      counts: { texts: 2, mails: 1 },
    });
    expect(await left('Dana', late)).toBe(0);
    expect((await verified(db, record.kept)).broken).toBeUndefined();
  });
});

/** An account that is these people, with a session. */
async function account(id: string, people: readonly string[]): Promise<void> {
  const at = '2026-11-17T17:00Z';
  await sql`insert into sign_in_account (id, name, email, email_verified, created_at, updated_at)
    values (${id}, 'Dana', ${`${id}@agency.example`}, true, ${at}, ${at})`.execute(db);
  await sql`insert into sign_in_session (id, account_id, token, expires_at, created_at, updated_at, authenticated_at,
    method) values (${id}, ${id}, ${id}, ${at}, ${at}, ${at}, ${at}, 'link')`.execute(db);
  await sql`insert into account_person (contract_id, person_id, account_id, proved_at)
    select contract_id, person_id, ${id}, ${at} from person where person_id = any(${[...people]}::text[])`.execute(
    db,
  );
}

async function accounts(): Promise<readonly unknown[]> {
  const { rows } = await sql`select id from sign_in_account union all select id from sign_in_session`.execute(
    db,
  );
  return rows;
}

describe('erasing a person', () => {
  const person = (personId: string) => ({ scope: 'person', contract: 'sample', personId }) as const;

  test('is refused while somebody needs them', async () => {
    expect(await ask(person('ana'))).toMatchObject({
      refusal: { code: 'erase-person-needed', values: { seats: ['ana'], customers: [], cases: [] } },
    });
    expect(await ask(person('dana'))).toMatchObject({
      refusal: { code: 'erase-person-needed', values: { cases: [running.caseId] } },
    });
    expect(await ask(person('zoe'))).toMatchObject({ refusal: { code: 'erase-person-unknown' } });
  });

  test('clears their values, their rights and their mail, and the record holds', async () => {
    await record.here.send(says(running, 'satisfied'));
    await account('only-dana', ['dana']);
    expect(await ask(person('dana'))).toMatchObject({
      counts: { people: 1, tokens: 1, accounts: 1, mails: 1 },
    });
    expect(await accounts()).toEqual([]);
    const { rows } = await sql`select name, email, erased_at is not null as erased from person
      where person_id = 'dana'`.execute(db);
    expect(rows).toEqual([{ name: null, email: null, erased: true }]);
    expect(await left('Dana', running)).toBe(0);
    expect((await verified(db, record.kept)).broken).toBeUndefined();
  });
});
