import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { casePin, customerCode } from '../../src/app/secret.ts';
import { migrate } from '../../src/store/migrate.ts';
import { on } from '../build/case.ts';
import { emptyDatabase } from '../build/database.ts';
import { TEST_SECRET } from '../build/engine-parts.ts';
import { type ConversationWorld, conversationWorld, NUMBERS, STRANGER, TOKEN } from './conversation-world.ts';

const MIGRATIONS = join(import.meta.dirname, '../../src/store/migrations');
const WITHHELD = 'anonymous';

let here: ConversationWorld;
beforeEach(async () => {
  here = await conversationWorld(on('Tue 09:00'));
}, 60_000);
afterEach(() => here.close());

/** What the carrier asks, and what it is answered, word by word. */
async function post(path: string, form: Record<string, string>): Promise<string> {
  const signature = getExpectedTwilioSignature(TOKEN, `http://ladder.example${path}`, form);
  const reply = await here.server.inject({
    ...{ method: 'POST', url: path, payload: new URLSearchParams(form).toString() },
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature },
  });
  expect(reply.statusCode).toBe(200);
  return reply.body;
}
let ids = 0;
async function write(from: string, body: string, id = `SM${++ids}`): Promise<string> {
  return post('/telephone/text', { MessageSid: id, From: from, Body: body });
}
/** Rings and presses these keys one after another; what was said last. */
async function ring(from: string, keys: readonly string[], id = `CA${++ids}`): Promise<string> {
  let said = await post('/telephone/call', { CallSid: id, From: from });
  for (const [index, key] of keys.entries()) said = await turn(from, id, index + 1, key);
  return said;
}
const turn = (from: string, id: string, number: number, key: string) =>
  post(`/telephone/call?turn=${number}`, {
    ...{ CallSid: id, From: from },
    ...(key === 'says' ? { RecordingUrl: `${here.carrier.url}/none` } : { Digits: key }),
  });
const lastCase = async () => {
  const [one] = await here.rows<{ case_id: string }>(
    `select case_id from "case" order by case_id desc limit 1`,
  );
  const key = { contract: here.contract, caseId: one!.case_id };
  return { key, pin: casePin(TEST_SECRET, key) };
};
const count = async () => (await here.rows(`select case_id from "case"`)).length;
const kept = async (table: string) =>
  (await here.rows<{ kept: string }>(`select ${table}::text as kept from ${table}`))
    .map((row) => row.kept)
    .join();
const spelt = (digits: string) => [...digits].join(', ');

describe('the PIN of a case that was opened', () => {
  test('by text is kept nowhere, and told again to whoever hands the text over again', async () => {
    await write(NUMBERS.dana, 'OPEN dead');
    await write(NUMBERS.dana, '2');
    const told = await write(NUMBERS.dana, '1', 'SMopens');
    const { key, pin } = await lastCase();
    expect(told).toContain(`PIN ${pin}.`);
    expect(told).toContain(`${key.caseId} ${pin}`);
    expect(await kept('telephone_text')).not.toContain(pin);
    expect(await write(NUMBERS.dana, '1', 'SMopens')).toBe(told);
  });

  test('by a call is kept nowhere, also where it is said again, and told again to whoever asks again', async () => {
    const told = await ring(NUMBERS.dana, ['1', '2', '1', 'says'], 'CAopens');
    const { pin } = await lastCase();
    expect(told).toContain(`Its PIN is ${spelt(pin)}.`);
    expect(told).toContain(`PIN ${spelt(pin)}. With both`);
    const hidden = async () => {
      const all = await kept('telephone_call');
      expect(all).toContain('ladder-pin:');
      expect(all).not.toContain(pin);
      expect(all).not.toContain(spelt(pin));
    };
    await hidden();
    expect(await turn(NUMBERS.dana, 'CAopens', 4, 'says')).toBe(told);
    expect(await turn(NUMBERS.dana, 'CAopens', 5, '9')).toContain(`Its PIN is ${spelt(pin)}.`);
    await hidden();
  });

  test('is taken out of what was kept before', async () => {
    const client = new pg.Client({ connectionString: (await emptyDatabase()).url });
    const before = mkdtempSync(join(tmpdir(), 'ladder-test-'));
    await client.connect();
    onTestFinished(async () => {
      rmSync(before, { recursive: true });
      await client.end();
    });
    for (const name of readdirSync(MIGRATIONS).filter((one) => one < '0041'))
      cpSync(join(MIGRATIONS, name), join(before, name));
    await migrate(client, before);
    const text = (pin: string) =>
      `Case 100001 is open. PIN ${pin}. Text "100001 ${pin}" for where it stands.`;
    const said = (pin: string) =>
      `Its PIN is ${pin}. Once more: number 1, 0, 0, 0, 0, 1, PIN ${pin}. Su PIN es ${pin}.`;
    const call = (pin: string) => JSON.stringify({ sentences: [{ language: 'en', text: said(pin) }] });
    await client.query(
      `insert into telephone_text (text_id, number, received_at, contract_id, case_id, answer) values
        ('a', '${STRANGER}', now(), 'sample', '100001', '${text('482913')}'),
        ('b', '${STRANGER}', now(), 'sample', '100001', 'Case 100001: it stands.')`,
    );
    await client.query(
      `insert into telephone_call (call_id, kind, began_at, last_at, contract_id, case_id, state, answer) values
        ('a', 'in', now(), now(), 'sample', '100001', '{}', '${call('4, 8, 2, 9, 1, 3')}')`,
    );
    await migrate(client);
    const texts = await client.query(`select answer, has_opened from telephone_text order by text_id`);
    expect(texts.rows).toEqual([
      { answer: text('ladder-pin:first'), has_opened: true },
      { answer: 'Case 100001: it stands.', has_opened: false },
    ]);
    const calls = await client.query(`select answer, has_opened from telephone_call`);
    expect(calls.rows).toEqual([{ answer: JSON.parse(call('ladder-pin:first')), has_opened: true }]);
  });
});

describe('of one number', () => {
  test('only cases that it opened count, by calls and texts together, and the eleventh says why it waits', async () => {
    const other = await here.open({ by: 'dana' });
    const named = `${other.caseId} ${casePin(TEST_SECRET, other)}`;
    for (let more = 0; more < 10; more++)
      expect(await write(NUMBERS.dana, named)).toContain('owes the customer');
    await ring(NUMBERS.dana, ['2', other.caseId, casePin(TEST_SECRET, other)]);
    await ring(NUMBERS.dana, ['1', '2', '1', 'says']);
    for (let more = 0; more < 9; more++) {
      await write(NUMBERS.dana, 'OPEN dead');
      await write(NUMBERS.dana, '2');
      expect(await write(NUMBERS.dana, '1')).toContain('is open. PIN');
    }
    await write(NUMBERS.dana, 'OPEN dead');
    await write(NUMBERS.dana, '2');
    expect(await write(NUMBERS.dana, '1')).toContain('So many cases have been opened in this way');
    expect(await ring(NUMBERS.dana, ['1', '2', '1', 'says'])).toContain('So many cases have been opened');
    expect(await here.rows(`select outcome, why from opening_mail`)).toEqual([
      { outcome: 'held', why: 'tooMany' },
      { outcome: 'held', why: 'tooMany' },
    ]);
    expect(await count()).toBe(11);
  });

  test('that was withheld they count for the customer whom they are opened for', async () => {
    const code = customerCode(TEST_SECRET, { contract: here.contract, customerId: 'agency' });
    for (let more = 0; more < 10; more++) await ring(WITHHELD, ['1', '2', code, 'says']);
    expect(await count()).toBe(10);
    expect(await ring(WITHHELD, ['1', '2', code, 'says'])).toContain('So many cases have been opened');
    expect(await ring(STRANGER, ['1', '2', code, 'says'])).toContain('Your case is open');
    await here.rows(
      `insert into customer (contract_id, customer_id, name) values ('${here.contract}', 'other', 'Other')`,
    );
    await here.rows(`update "case" set customer_id = 'other' where case_id in
      (select case_id from telephone_call where number is null and case_id is not null limit 1)`);
    expect(await ring(WITHHELD, ['1', '2', code, 'says'])).toContain('Your case is open');
  });

  test.each([
    ['on file', NUMBERS.dana, async () => '1'],
    [
      'that was withheld',
      WITHHELD,
      async () => customerCode(TEST_SECRET, { contract: here.contract, customerId: 'agency' }),
    ],
  ])('%s opens ten, however many are asked for at once', async (_, number, whose) => {
    const calls = Array.from({ length: 14 }, (_one, index) => `CAonce${index}`);
    for (const id of calls) await ring(number, ['1', '2', await whose()], id);
    const said = await Promise.all(calls.map((id) => turn(number, id, 4, 'says')));
    expect(said.filter((one) => one.includes('Your case is open'))).toHaveLength(10);
    expect(said.filter((one) => one.includes('So many cases have been opened'))).toHaveLength(4);
    expect(await count()).toBe(10);
  });

  test('no more than thirty calls an hour begin, however many ring at once', async () => {
    const said = await Promise.all(Array.from({ length: 40 }, () => ring(STRANGER, [])));
    expect(said.filter((one) => one.includes('Too many calls'))).toHaveLength(10);
  });

  test('no more than sixty texts an hour are answered, however many are written at once', async () => {
    const said = await Promise.all(Array.from({ length: 70 }, () => write(STRANGER, 'HELP')));
    expect(said.filter((one) => one.includes('text OPEN'))).toHaveLength(60);
  });
});

describe('what opens no case says why, and waits for the desk', () => {
  const why = () =>
    here.rows(`select kind, why, refusal->>'code' as code, subject from opening_mail
    join opening_mail_body using (contract_id, mail_id)`);

  test('where the plan has that track no more', async () => {
    await write(NUMBERS.dana, 'OPEN dead');
    await write(NUMBERS.dana, '2');
    await here.rows(
      `update telephone_number set memory = jsonb_set(memory, '{conversation,track}', '"gone"')`,
    );
    const told = await write(NUMBERS.dana, '1');
    expect(told).toContain('The case could not be opened now. The plan has no track "gone".');
    expect(told).toContain('No case is open yet.');
    expect(told).not.toContain('could not tell for whom');
    expect(await why()).toEqual([
      { kind: 'text', why: 'refused', code: 'case-track-unknown', subject: 'A text' },
    ]);
  });

  test('where whoever rings may open none for that customer any more, in their language', async () => {
    await here.rows(`update person set language = 'es' where person_id = 'dana'`);
    await ring(NUMBERS.dana, ['1', '2', '1'], 'CAlost');
    await here.rows(`delete from role where person_id = 'dana'`);
    const told = await turn(NUMBERS.dana, 'CAlost', 4, 'says');
    expect(told).toContain('El caso no se ha podido abrir ahora.');
    expect(told).not.toContain('para quién');
    expect(await why()).toEqual([expect.objectContaining({ kind: 'call', why: 'refused' })]);
    const page = await here.server.inject({
      url: `/contracts/${here.contract}/mail/CAlost`,
      headers: { host: 'localhost', cookie: await here.stepIn('desk') },
    });
    expect(page.body).toContain('It came in a customer’s name, but the case could not be opened.');
  });

  test('where the customer is known, and not who of them', async () => {
    await here.rows(
      `insert into person (contract_id, person_id, name) values ('${here.contract}', 'dov', 'Dov')`,
    );
    await here.rows(`insert into role values ('${here.contract}', 'dov', 'customer', 'agency')`);
    const code = customerCode(TEST_SECRET, { contract: here.contract, customerId: 'agency' });
    expect(await ring(STRANGER, ['1', '2', code, 'says'])).toContain('but not who of them you are');
    const [row] = (await why()) as [{ subject: string }];
    expect(row).toMatchObject({
      kind: 'call',
      why: 'noSpeaker',
      subject: expect.stringMatching(/^A call: ./),
    });
  });
});
