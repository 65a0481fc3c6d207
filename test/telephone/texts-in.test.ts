import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CaseKey } from '../../src/app/ports/store.ts';
import { casePin, customerCode } from '../../src/app/secret.ts';
import { stampOf } from '../../src/app/stamp.ts';
import { on } from '../build/case.ts';
import { TEST_SECRET } from '../build/engine-parts.ts';
import { type ConversationWorld, conversationWorld, NUMBERS, OURS, STRANGER } from './conversation-world.ts';

let here: ConversationWorld;
beforeEach(async () => {
  here = await conversationWorld(on('Tue 09:00'));
}, 60_000);
afterEach(async () => {
  expect(here.carrier.problems).toEqual([]);
  await here.close();
});

const write = async (number: string, body: string): Promise<string> => {
  const before = here.phone(number).texts.length;
  await here.phone(number).text(OURS, body);
  return here
    .phone(number)
    .texts.slice(before)
    .filter(({ to }) => to === number)
    .map((text) => text.body)
    .join('\n');
};
const cases = () => here.rows<{ case_id: string }>(`select case_id from "case" order by case_id`);

let rounds = 0;

/** A text that was sent to somebody about a case, with what its codes stand for. */
async function noticed(
  key: CaseKey,
  person: keyof typeof NUMBERS,
  keys: Record<string, string>,
): Promise<void> {
  const { db } = here.connection;
  const deliveryId = randomUUID();
  const [locked] = await here.store.transaction((tx) => tx.lockCases([key]));
  const stamp = stampOf(locked!.state);
  await sql`insert into delivery (contract_id, delivery_id, case_id, number, round, person_id, level, kind, means, state, queued_at)
    values (${key.contract}, ${deliveryId}::uuid, ${key.caseId}, 1, ${++rounds}, ${person}, 1, 'notice', 'text', 'delivered',
      ${new Date(on('Tue 09:00')).toISOString()})`.execute(db);
  await sql`insert into delivery_body (contract_id, delivery_id, address, body_text, reply_to)
    values (${key.contract}, ${deliveryId}::uuid, ${NUMBERS[person]}, 'x', false)`.execute(db);
  for (const [digit, command] of Object.entries(keys)) {
    await sql`insert into answer_key (contract_id, delivery_id, key, command, level, stamp)
      values (${key.contract}, ${deliveryId}::uuid, ${digit}, ${command}, 1, ${stamp})`.execute(db);
  }
}
const CODES = { 1: 'acknowledge', 2: 'respond' };
const typesOf = async (key: CaseKey) =>
  (await here.events(key)).filter(({ over }) => over === 'text').map(({ type }) => type);

describe('opening by text', () => {
  test('asks whose number it is, opens, and tells number, PIN and what comes next', async () => {
    expect(await write(NUMBERS.dana, 'OPEN All lines are dead')).toContain('What kind of trouble');
    expect(await write(NUMBERS.dana, '2')).toContain('Reply 1 for yes');
    const told = await write(NUMBERS.dana, '1');
    const [one] = await cases();
    const key = { contract: here.contract, caseId: one!.case_id };
    expect(told).toContain(`Case ${key.caseId} is open. PIN ${casePin(TEST_SECRET, key)}`);
    expect(told).toContain(
      'you may go to level 2 from Tue 17 Nov, 1:00 pm Pacific; oversight may go to level 3 from Wed 18 Nov, 9:00 am Pacific.',
    );
    expect((await here.events(key))[0]).toMatchObject({
      ...{ type: 'CaseOpened', by: 'dana', over: 'text', text: 'All lines are dead', track: 'service' },
    });
  });
  test('of somebody unknown goes by the code, and without one to the desk, who is told', async () => {
    const code = customerCode(TEST_SECRET, { contract: here.contract, customerId: 'agency' });
    await write(STRANGER, 'open no dial tone');
    expect(await write(STRANGER, '2')).toContain('8 digits');
    expect(await write(STRANGER, '00000000')).toContain('No customer has that code');
    expect(await write(STRANGER, code)).toContain('is open');
    await write(STRANGER, 'open no dial tone');
    await write(STRANGER, '2');
    expect(await write(STRANGER, '0')).toContain('No case is open yet');
    expect(await cases()).toHaveLength(1);
    expect(await here.rows(`select kind, why from opening_mail`)).toEqual([
      { kind: 'text', why: 'byTelephone' },
    ]);
    expect(
      (await here.settle()).some(
        ({ to, text }) => to.address === 'desk@ladder.example' && text.includes('A text'),
      ),
    ).toBe(true);
  });
  test('one number opens ten an hour; more wait for the desk', async () => {
    for (let more = 0; more < 11; more++) {
      await write(NUMBERS.dana, `open again ${more}`);
      await write(NUMBERS.dana, '1');
      await write(NUMBERS.dana, '1');
    }
    expect(await cases()).toHaveLength(10);
    expect(await here.rows(`select outcome from opening_mail`)).toEqual([{ outcome: 'held' }]);
  });
});

describe('an opening that is asked about', () => {
  test('stands until it is answered: nothing else is done meanwhile', async () => {
    const key = await here.open({ by: 'dana' });
    await noticed(key, 'dana', { 3: 'satisfied', 4: 'notSatisfied' });
    await write(NUMBERS.dana, 'OPEN All lines are dead');
    expect(await write(NUMBERS.dana, '3')).toMatch(/^That was none of the answers\. What kind of trouble/);
    expect(await write(NUMBERS.dana, 'service')).toContain('Reply 1 for yes');
    expect(await write(NUMBERS.dana, 'Yes')).toContain('is open. PIN');
    expect(await typesOf(key)).toEqual([]);
    expect(await cases()).toHaveLength(2);
  });
  test('is let go at the third answer that does not fit', async () => {
    await write(NUMBERS.dana, 'OPEN All lines are dead');
    await write(NUMBERS.dana, 'what?');
    await write(NUMBERS.dana, 'how?');
    expect(await write(NUMBERS.dana, 'why?')).toContain('none of the answers either');
    expect(await write(NUMBERS.dana, '2')).toContain('Nothing was done');
    expect(await cases()).toEqual([]);
  });
});

describe('texts are ended', () => {
  test('and begun again also by a number that has written too many to be answered', async () => {
    for (let more = 0; more < 60; more++) await write(STRANGER, '?');
    expect(await write(STRANGER, '?')).toBe('');
    const stopped = () => here.rows(`select number from telephone_number where stopped_at is not null`);
    expect(await write(STRANGER, 'STOP')).toBe('');
    expect(await stopped()).toEqual([{ number: STRANGER }]);
    expect(await write(STRANGER, 'START')).toContain('You get texts from Ladder again');
    expect(await stopped()).toEqual([]);
  });
  test('and begun again is said only to a number that had ended them', async () => {
    expect(await write(STRANGER, 'START')).toContain('text OPEN');
  });
});

describe('a reply code', () => {
  test('that takes no words does nothing with words after it, and says what it would do alone', async () => {
    const key = await here.open({ by: 'dana' });
    await noticed(key, 'dana', { 3: 'satisfied', 5: 'escalate' });
    await noticed(key, 'ana', CODES);
    expect(await write(NUMBERS.dana, '3 lines are still dead')).toBe(
      `Nothing was done, for words stood after 3. Reply 3 alone to say that you are satisfied, which closes the case. To ask again in words, text ${key.caseId}, its PIN, "ask" and then your words.`,
    );
    expect(await write(NUMBERS.dana, '5 minutes ago it went down again')).toContain(
      'Reply 5 alone to go on to level 1.',
    );
    expect(await write(NUMBERS.ana, '1 crew is there')).toBe(
      `Nothing was done, for words stood after 1. Reply 1 alone to say that you have it. To answer the customer, reply "2 ${key.caseId}" and then your words.`,
    );
    await sql`update person set language = 'es' where person_id in ('dana', 'ana')`.execute(
      here.connection.db,
    );
    expect(await write(NUMBERS.dana, '3 líneas siguen muertas')).toBe(
      `No se ha hecho nada, porque había palabras después de 3. Responda solo 3 para decir que está satisfecho, lo que cierra el caso. Para preguntar de nuevo con sus palabras, escriba ${key.caseId}, su PIN, "preguntar" y después sus palabras.`,
    );
    expect(await typesOf(key)).toEqual([]);
    await write(NUMBERS.dana, '3.');
    expect(await typesOf(key)).toEqual(['Satisfied', 'CaseClosed']);
  });
  test('acknowledges, and answers with the words after it', async () => {
    const key = await here.open();
    await noticed(key, 'ana', CODES);
    expect(await write(NUMBERS.ana, '1')).toContain('you have the case');
    expect(await write(NUMBERS.ana, '1')).toContain('takes 2');
    expect(await write(NUMBERS.ana, '2')).toContain('reply "2');
    expect(await write(NUMBERS.ana, '2 A crew is on its way')).toContain('Your answer is recorded');
    expect(await typesOf(key)).toEqual(['Acknowledged', 'Responded']);
    expect((await here.events(key)).find(({ type }) => type === 'Responded')).toMatchObject({
      ...{ by: 'ana', text: 'A crew is on its way' },
    });
  });
  test('that could be of two cases is asked for, and goes to the one that is named', async () => {
    const [a, b] = [await here.open(), await here.open()];
    await noticed(a, 'ana', CODES);
    await noticed(b, 'ana', CODES);
    const which = await write(NUMBERS.ana, '1');
    expect(which).toContain(a.caseId);
    expect(which).toContain(b.caseId);
    expect([await typesOf(a), await typesOf(b)]).toEqual([[], []]);
    expect(await write(NUMBERS.ana, b.caseId)).toContain('you have the case');
    expect([await typesOf(a), await typesOf(b)]).toEqual([[], ['Acknowledged']]);
  });
  test('that names a case which has gone on, or of which nothing was sent there, is nothing to another case', async () => {
    const [gone, live, none] = [await here.open(), await here.open(), await here.open()];
    await noticed(gone, 'ana', CODES);
    await noticed(live, 'ana', CODES);
    await here.send({
      key: gone,
      command: { type: 'ask', by: 'dana' },
      caller: undefined,
      actor: 'customer',
    });
    expect(await write(NUMBERS.ana, `2 ${gone.caseId} A crew is on its way`)).toContain('has gone on since');
    expect(await write(NUMBERS.ana, `2 ${none.caseId} A crew is on its way`)).toContain('Nothing was done');
    expect(await write(NUMBERS.ana, `1 ${gone.caseId}`)).toContain('has gone on since');
    expect([await typesOf(gone), await typesOf(live), await typesOf(none)]).toEqual([[], [], []]);
    expect(await write(NUMBERS.ana, '2 441200 is our ticket')).toContain('Your answer is recorded');
    expect(await typesOf(live)).toEqual(['Responded']);
  });
  test('of another number does nothing', async () => {
    const key = await here.open();
    await noticed(key, 'ana', CODES);
    expect(await write(NUMBERS.bo, '1')).toContain('Nothing was done');
    expect(await write(STRANGER, `1 ${key.caseId}`)).toContain('Nothing was done');
    expect(await typesOf(key)).toEqual([]);
  });
  test('to a case that has gone on does nothing, nor after three days', async () => {
    const key = await here.open();
    await noticed(key, 'ana', CODES);
    await here.send({ key, command: { type: 'ask', by: 'dana' }, caller: undefined, actor: 'customer' });
    expect(await write(NUMBERS.ana, '1')).toContain('has gone on since');
    await noticed(key, 'ana', CODES);
    await here.setClock(on('Fri 09:01'));
    expect(await write(NUMBERS.ana, '1')).toContain('Nothing was done');
    expect(await typesOf(key)).toEqual([]);
  });
});

describe('number and PIN by text', () => {
  test('tell where it stands, ask, move, and close', async () => {
    const key = await here.open({ by: 'dana' });
    const named = `${key.caseId} ${casePin(TEST_SECRET, key)}`;
    expect(await write(STRANGER, named)).toContain('owes the customer an answer');
    expect(await write(STRANGER, `${named} ask is anybody there`)).toContain('you ask again');
    expect(await write(STRANGER, `${named} move`)).toContain('That was not done');
    await here.setClock(on('Tue 13:01'));
    await here.settle();
    expect(await write(STRANGER, `${named} move`)).toContain('gone on to level 2');
    expect(await write(STRANGER, `${named} satisfied`)).toMatch(
      new RegExp(`the case is closed\\..* To undo it, text ${key.caseId}, its PIN and "undo"\\.$`),
    );
    expect(await write(STRANGER, `${named} thank you`)).toContain('its PIN and this alone: undo.');
    expect(await write(STRANGER, `${named} undo`)).toContain('undone');
    expect(await typesOf(key)).toEqual([
      ...['CustomerAsked', 'Escalated', 'LevelContacted', 'Satisfied', 'CaseClosed', 'NoteAdded'],
      'SatisfactionUndone',
    ]);
  });
  test('and more than a word are a message on the case, whose writer is told how to act', async () => {
    const key = await here.open({ by: 'dana' });
    const named = `${key.caseId} ${casePin(TEST_SECRET, key)}`;
    await here.setClock(on('Tue 13:01'));
    await here.settle();
    expect(await write(STRANGER, `${named} next week is too late`)).toBe(
      `Case ${key.caseId}: your words are on it for everybody to read, and nothing else was done. To act, text ${key.caseId}, its PIN and one of these alone: move, ask, satisfied, not satisfied.`,
    );
    await sql`update person set language = 'es' where person_id = 'dana'`.execute(here.connection.db);
    expect(await write(NUMBERS.dana, `${named} satisfecho con nada`)).toContain(
      `Para hacer algo, escriba ${key.caseId}, su PIN y solo una de estas palabras: subir, preguntar, satisfecho, no satisfecho.`,
    );
    const said = (await here.events(key)).filter(({ over }) => over === 'text');
    expect(said).toEqual([
      expect.objectContaining({
        type: 'NoteAdded',
        by: 'dana',
        audience: 'all',
        text: 'next week is too late',
      }),
      expect.objectContaining({ type: 'NoteAdded', by: 'dana', text: 'satisfecho con nada' }),
    ]);
  });
  test('five wrong ones an hour are heard of one number, and no right one after them', async () => {
    const key = await here.open({ by: 'dana' });
    for (let tried = 0; tried < 4; tried++)
      expect(await write(STRANGER, `${key.caseId} 00000${tried}`)).toContain('do not belong together');
    expect(await write(STRANGER, `${key.caseId} 000009`)).toContain('wrong too often');
    expect(await write(STRANGER, `${key.caseId} ${casePin(TEST_SECRET, key)}`)).toContain('wrong too often');
    expect(await write('+12025550198', `${key.caseId} ${casePin(TEST_SECRET, key)}`)).toContain('owes');
  });
});

test('a word of Spanish is answered in Spanish, and so is what follows it until the case is open', async () => {
  expect(await write(STRANGER, 'AYUDA')).toContain('escriba ABRIR y lo que ocurre');
  expect(await write(STRANGER, 'HELP')).toContain('text OPEN');
  const code = customerCode(TEST_SECRET, { contract: here.contract, customerId: 'agency' });
  expect(await write(STRANGER, 'Abrir sin tono')).toContain('¿Qué clase de problema es?');
  expect(await write(STRANGER, '2')).toContain('Responda con las 8 cifras');
  expect(await write(STRANGER, code)).toMatch(/^El caso \d+ está abierto\./);
  const [one] = await cases();
  const named = `${one!.case_id} ${casePin(TEST_SECRET, { contract: here.contract, caseId: one!.case_id })}`;
  expect(await write(STRANGER, `${named} no satisfecha`)).toContain('Queda anotado');
  expect(await write(STRANGER, `caso ${named}`)).toContain('debe una respuesta');
  expect(await write(STRANGER, `${named} ask`)).toContain('It is recorded');
});

test('a text handed over twice is taken once', async () => {
  here.carrier.faults.repeatsCallbacks = 2;
  await write(NUMBERS.dana, 'OPEN All lines are dead');
  await write(NUMBERS.dana, '2');
  await write(NUMBERS.dana, '1');
  expect(await cases()).toHaveLength(1);
});

test('whatever else is written is told what can be', async () => {
  expect(await write(STRANGER, 'hello?')).toContain('text OPEN');
  expect(await write(NUMBERS.dana, '¿qué?')).toContain('text OPEN');
});
