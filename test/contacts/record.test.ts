import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { erase } from '../../src/app/retention.ts';
import { asInstant } from '../../src/core/instant.ts';
import { connect } from '../../src/store/connect.ts';
import { migrate } from '../../src/store/migrate.ts';
import { openRetention } from '../../src/store/record/retention.ts';
import { listContractEvents } from '../../src/store/views/events.ts';
import { browserAt } from '../accounts/door.ts';
import { type AnswersWorld, answersWorld, linkIn, to } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { emptyDatabase } from '../build/database.ts';
import { checkpoint, HOUR_MS, tamper, verified } from '../record/record-world.ts';

const OWN = '/contracts/sample/contacts/own';
const CHANGES = '/contracts/sample/contacts/changed';
const START = on('Tue 09:00');
const NUMBER = '+1 916 555 0142';
const EVERYTHING = { all: true, customers: [], own: [], accounts: false, person: 'olga' };
const MIGRATIONS = join(import.meta.dirname, '..', '..', 'src', 'store', 'migrations');

describe('changes of numbers and addresses', () => {
  let here: AnswersWorld;
  beforeEach(async () => {
    here = await answersWorld(START);
    await ask(`update person set mobile = '+1 916 555 0101' where person_id = 'ana'`);
  });
  afterEach(() => here.close());

  const db = () => here.connection.db;
  const ask = <T>(text: string) => sql.raw<T>(text).execute(db());

  async function as(who: string) {
    const browser = browserAt(here);
    for (const pair of (await here.stepIn(who)).split('; ')) browser.plant(pair);
    return browser;
  }

  /** Ana's mobile number changes; of the mails that tell her, in whichever order they come, the one to hold it up by. */
  async function changed() {
    expect((await (await as('ana')).post(`${OWN}/mobile`, { value: NUMBER })).statusCode).toBe(303);
    expect((await (await as('desk')).post(`${CHANGES}/1/call`)).statusCode).toBe(303);
    return to(
      (await here.settle()).filter(({ text }) => text.includes('Hold the change up')),
      'ana',
    );
  }

  async function heldUp(mail: Awaited<ReturnType<typeof changed>>): Promise<void> {
    const mailbox = browserAt(here);
    const page = String((await mailbox.get(linkIn(mail, /^Hold the change up/))).headers.location);
    expect((await mailbox.post(page)).statusCode).toBe(200);
  }

  test('stand in the record with cases: walked, and signed by the next checkpoint', async () => {
    await changed();
    const signed = await checkpoint(db(), START);
    expect(signed).toMatchObject({ cases: 1, events: 2, listed: 1 });
    await here.setClock(asInstant(START + HOUR_MS));
    await (await as('ana')).post(`${OWN}/office`, { value: '+1 916 555 0143' });
    expect(await verified(db(), [signed!])).toMatchObject({ broken: undefined, events: 3, since: 1 });
    expect(await checkpoint(db(), START + HOUR_MS)).toMatchObject({ cases: 2, events: 3, listed: 1 });
  });

  test.each([
    [
      'an event edited',
      `update event set body = '{"type":"ContactChanged"}' where number = 2`,
      'record-event-changed',
    ],
    ['its end cut off', 'delete from event where number = 2', 'record-tail-cut'],
    ['all of it gone', 'delete from event; delete from contact_change', 'record-case-dropped'],
    ['its row said to wait', `update contact_change set status = 'waiting'`, 'record-case-state-unlike'],
    ['its row given to another', `update contact_change set person_id = 'bo'`, 'record-case-state-unlike'],
    ['its row on another field', `update contact_change set field = 'office'`, 'record-case-state-unlike'],
  ])('with %s do not pass', async (_, how, code) => {
    await changed();
    const signed = await checkpoint(db(), START);
    await tamper(db(), async (trx) => {
      for (const one of how.split('; ')) await sql.raw(one).execute(trx);
    });
    expect((await verified(db(), [signed!])).broken).toMatchObject({
      code,
      values: { caseId: 'contact-change:1' },
    });
  });

  test('are no events of cases, for whoever reads those of a contract', async () => {
    await changed();
    const first = { after: { at: asInstant(0), caseId: '', number: 0 }, until: undefined, max: 10 };
    const read = await here.connection.db
      .transaction()
      .execute((trx) => listContractEvents(trx, 'sample', EVERYTHING, first, undefined));
    expect(read).toEqual([]);
  });

  const valuesLeft = async () => (await ask('select old_value, new_value from contact_change')).rows;
  const eraseBefore = (before: number) =>
    erase(openRetention(db()), {
      scope: { scope: 'before', before: asInstant(before) },
      withSources: false,
      dryRun: false,
      at: asInstant(before),
    });

  test('lose their values by date once they can no longer be held up, and the record holds', async () => {
    const mail = await changed();
    await eraseBefore(START + 72 * HOUR_MS);
    expect(await valuesLeft()).toEqual([{ old_value: '+1 916 555 0101', new_value: NUMBER }]);
    await heldUp(mail);
    const { rows } = await ask(`select mobile from person where person_id = 'ana'`);
    expect(rows).toEqual([{ mobile: '+1 916 555 0101' }]);
    // It waits for both parties, who may still use either.
    await eraseBefore(START + 1_000 * HOUR_MS);
    expect(await valuesLeft()).toEqual([{ old_value: '+1 916 555 0101', new_value: NUMBER }]);
    expect((await verified(db())).broken).toBeUndefined();
  });

  test('are cleared a moment later', async () => {
    await changed();
    expect(await eraseBefore(START + 72 * HOUR_MS + 1)).toMatchObject({ counts: { people: 1 } });
    expect(await valuesLeft()).toEqual([{ old_value: null, new_value: null }]);
    const { rows } = await ask(`select mobile from person where person_id = 'ana'`);
    expect(rows).toEqual([{ mobile: NUMBER }]);
    const page = (await (await as('olga')).get(`${CHANGES}/1`)).body
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ');
    expect(page).toContain('Before erased New erased');
    expect((await verified(db())).broken).toBeUndefined();
  });
});

test('what happened before changes stood in the record is taken over, and holds', async () => {
  const { url } = await emptyDatabase();
  const { pool, db, close } = connect<object>(url, { max: 2, applicationName: 'test' });
  onTestFinished(close);
  const before = mkdtempSync(join(tmpdir(), 'ladder-migrations-'));
  onTestFinished(() => rmSync(before, { recursive: true }));
  const earlier = readdirSync(MIGRATIONS).filter((name) => name < '0020');
  for (const name of earlier) copyFileSync(join(MIGRATIONS, name), join(before, name));
  await migrate(pool, before);
  const at = '2026-03-24T16:00:00.000Z';
  const asked = {
    at,
    type: 'ContactChangeAsked',
    by: 'ana',
    field: 'email',
    codeEndsAt: '2026-03-24T16:30:00.000Z',
  };
  const wrong = { at, type: 'ContactCodeWrong', by: 'ana' };
  await pool.query(`insert into contract (contract_id, title, time_zone, made_at)
    values ('sample', 'Sample', 'UTC', '2026-03-01T00:00Z')`);
  await pool.query(`insert into person (contract_id, person_id) values ('sample', 'ana')`);
  await pool.query(`insert into contact_change (contract_id, change, person_id, field, freeze_hash, status)
    values ('sample', 1, 'ana', 'email', 'a', 'waiting'), ('sample', 12, 'ana', 'email', 'b', 'waiting')`);
  for (const change of [1, 12])
    for (const [index, event] of [asked, wrong].entries())
      await pool.query('insert into contact_event values ($1, $2, $3, $4, $5, $6)', [
        ...['sample', change, index + 1, event.type, at],
        JSON.stringify(event),
      ]);
  await migrate(pool);
  expect(await verified(db as never)).toMatchObject({ broken: undefined, events: 4 });
});
