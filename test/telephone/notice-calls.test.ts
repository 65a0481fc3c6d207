import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CaseKey } from '../../src/app/ports/store.ts';
import { casePin } from '../../src/app/secret.ts';
import { stampOf } from '../../src/app/stamp.ts';
import { on } from '../build/case.ts';
import { TEST_SECRET } from '../build/engine-parts.ts';
import {
  ACCOUNT,
  type ConversationWorld,
  conversationWorld,
  NUMBERS,
  OURS,
  STRANGER,
  TOKEN,
} from './conversation-world.ts';

let here: ConversationWorld;
beforeEach(async () => {
  here = await conversationWorld(on('Tue 09:00'));
}, 60_000);
afterEach(() => here.close());

let rounds = 0;

/** Has the carrier call somebody about a case, as Ladder does. */
async function calls(key: CaseKey, person: keyof typeof NUMBERS, codes: Record<string, string>, level = 1) {
  const { db } = here.connection;
  const deliveryId = randomUUID();
  const [locked] = await here.store.transaction((tx) => tx.lockCases([key]));
  await sql`insert into delivery (contract_id, delivery_id, case_id, number, round, person_id, level, kind, means, state,
      queued_at)
    values (${key.contract}, ${deliveryId}::uuid, ${key.caseId}, 1, ${++rounds}, ${person}, 1, 'notice', 'call',
      'handedOver', ${new Date(on('Tue 09:00')).toISOString()})`.execute(db);
  await sql`insert into delivery_body (contract_id, delivery_id, address, body_text, reply_to)
    values (${key.contract}, ${deliveryId}::uuid, ${NUMBERS[person]}, ${'You are contacted.\nThe customer waits.'},
      false)`.execute(db);
  for (const [digit, command] of Object.entries(codes)) {
    await sql`insert into answer_key (contract_id, delivery_id, key, command, level, stamp)
      values (${key.contract}, ${deliveryId}::uuid, ${digit}, ${command}, ${level},
        ${stampOf(locked!.state)})`.execute(db);
  }
  const path = `/telephone/call/notice/${key.contract}/${deliveryId}`;
  const form = new URLSearchParams({
    ...{ To: NUMBERS[person], From: OURS, Url: `http://ladder.example${path}` },
    MachineDetection: 'Enable',
  });
  const reply = await fetch(`${here.carrier.url}/2010-04-01/Accounts/${ACCOUNT}/Calls.json`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${ACCOUNT}:${TOKEN}`).toString('base64')}` },
    body: form,
  });
  expect(reply.status).toBe(201);
  return { path, phone: here.phone(NUMBERS[person]) };
}

const CODES = { 1: 'acknowledge', 2: 'respond' };
const spoken = async (key: CaseKey) =>
  (await here.events(key)).filter(({ over }) => over === 'call').map(({ type, by }) => `${type} ${by}`);

describe('a call that Ladder placed', () => {
  test('reads the case twice; 1 acknowledges, then 2 answers with a recording', async () => {
    const key = await here.open();
    const { phone } = await calls(key, 'ana', CODES);
    await phone.answer();
    expect(here.heard(NUMBERS.ana).split('The customer waits.')).toHaveLength(3);
    await phone.press('9');
    expect(here.heard(NUMBERS.ana).split('The customer waits.')).toHaveLength(5);
    await phone.press('1');
    expect(here.heard(NUMBERS.ana)).toContain('you have the case');
    await phone.press('2');
    await phone.speak('A crew is on its way', { key: '#' });
    expect(await spoken(key)).toEqual(['Acknowledged ana', 'Responded ana']);
    await here.bring();
    expect(await spoken(key)).toContain('FileAttached ana');
    expect(here.carrier.problems).toEqual([]);
  });

  test('to a machine leaves a short message and acknowledges nothing', async () => {
    const key = await here.open();
    const { phone } = await calls(key, 'ana', CODES);
    await phone.voicemail();
    expect(here.heard(NUMBERS.ana)).toContain('counts as no answer');
    expect(here.heard(NUMBERS.ana)).not.toContain('The customer waits');
    expect(await spoken(key)).toEqual([]);
  });

  test('about a case that has gone on says so and does nothing', async () => {
    const key = await here.open();
    const { phone } = await calls(key, 'ana', CODES);
    await here.send({ key, command: { type: 'ask', by: 'dana' }, caller: undefined, actor: 'customer' });
    await phone.answer();
    expect(here.heard(NUMBERS.ana)).toContain('has changed since');
    expect(await spoken(key)).toEqual([]);
  });

  test('to a customer asks once more before it closes the case', async () => {
    const key = await here.open({ by: 'dana' });
    const { phone } = await calls(key, 'dana', { 3: 'satisfied', 4: 'notSatisfied' });
    await phone.answer();
    await phone.press('3');
    expect(await spoken(key)).toEqual([]);
    await phone.press('1');
    expect(await spoken(key)).toEqual(['Satisfied dana', 'CaseClosed dana']);
  });

  test('of Spanish speakers is in Spanish, and in English by a key', async () => {
    await sql`update person set language = 'es' where person_id = 'ana'`.execute(here.connection.db);
    const key = await here.open();
    const { phone } = await calls(key, 'ana', CODES);
    await phone.answer();
    expect(here.heard(NUMBERS.ana)).toContain('con un aviso para');
    await phone.press('0');
    expect(here.heard(NUMBERS.ana)).toContain('with a notice for');
  });
});

/** A request as the carrier sends it, signed unless said otherwise. */
async function post(path: string, form: Record<string, string>, signature?: string) {
  const url = `http://ladder.example${path}`;
  const reply = await here.server.inject({
    ...{ method: 'POST', url: path },
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': signature ?? getExpectedTwilioSignature(TOKEN, url, form),
    },
    payload: new URLSearchParams(form).toString(),
  });
  return { status: reply.statusCode, body: reply.body };
}
const HOSTILE = `<b>"'&</b>\u0001💥`;

describe('under attack', () => {
  test('what is not signed is refused, whatever it asks', async () => {
    const key = await here.open();
    const { path } = await calls(key, 'ana', CODES);
    const paths = [
      '/telephone/text',
      '/telephone/call',
      '/telephone/call?turn=3',
      '/telephone/call/whisper',
      path,
    ];
    for (const one of paths) {
      for (const signature of [
        '',
        'x',
        getExpectedTwilioSignature('f'.repeat(32), `http://ladder.example${one}`, {}),
      ]) {
        expect((await post(one, { CallSid: 'CA1', From: STRANGER }, signature)).status).toBe(403);
      }
    }
    const signed = getExpectedTwilioSignature(TOKEN, 'http://ladder.example/telephone/call?turn=1', {
      CallSid: 'CA1',
    });
    expect((await post('/telephone/call?turn=2', { CallSid: 'CA1' }, signed)).status).toBe(403);
  });

  test.each([
    ['nothing', {}],
    ['no id', { From: STRANGER }],
    ['a long id', { CallSid: 'C'.repeat(500), MessageSid: 'M'.repeat(500), From: STRANGER }],
    [
      'nonsense',
      { CallSid: 'CA2', MessageSid: 'SM2', From: HOSTILE, To: HOSTILE, Body: HOSTILE, Digits: HOSTILE },
    ],
    ['a zero byte', { CallSid: 'CA\0', MessageSid: 'SM\0', From: STRANGER, Body: 'a\0b' }],
    ['a lone half of a sign', { CallSid: 'CA3', MessageSid: 'SM3', From: STRANGER, Body: '\ud800' }],
    ['a withheld number', { CallSid: 'CA4', MessageSid: 'SM4', From: 'anonymous', Body: 'OPEN x' }],
    [
      'a long text',
      { CallSid: 'CA5', MessageSid: 'SM5', From: STRANGER, Body: `OPEN ${'x'.repeat(40_000)}` },
    ],
    [
      'names of every object',
      { CallSid: 'CA6', MessageSid: 'SM6', __proto__: 'x', constructor: 'y', From: STRANGER },
    ],
  ])('%s, though it is signed, is never a fault', async (_name, form) => {
    const deliveryId = randomUUID();
    for (const path of [
      ...['/telephone/text', '/telephone/call', '/telephone/call?turn=1', '/telephone/call?turn=x'],
      ...[
        '/telephone/call?turn=99999999999',
        '/telephone/call/whisper',
        '/telephone/call/whisper?call=CA2&language=xx',
      ],
      ...[
        `/telephone/call/notice/sample/${deliveryId}`,
        '/telephone/call/notice/sample/x',
        '/telephone/call/notice/%00/x',
      ],
    ]) {
      expect((await post(path, form)).status, path).toBeLessThan(500);
    }
  });

  test('a body that is too long, or of another kind, is refused', async () => {
    expect((await post('/telephone/text', { Body: 'x'.repeat(100_000) })).status).toBe(413);
    const json = await here.server.inject({
      ...{ method: 'POST', url: '/telephone/text', payload: '{}' },
      headers: { 'content-type': 'application/json' },
    });
    expect([403, 415]).toContain(json.statusCode);
  });

  test('the turn of another call, or an old one, does nothing', async () => {
    const key = await here.open({ by: 'dana' });
    const pin = casePin(TEST_SECRET, key);
    const turns = [{}, { Digits: '2' }, { Digits: key.caseId }, { Digits: pin }, { Digits: '2' }];
    for (const [turn, heard] of turns.entries()) {
      const path = turn === 0 ? '/telephone/call' : `/telephone/call?turn=${turn}`;
      await post(path, { CallSid: 'CA7', From: STRANGER, ...heard });
    }
    expect(await spoken(key)).toEqual(['CustomerAsked dana']);
    const again = await post('/telephone/call?turn=4', { CallSid: 'CA7', From: STRANGER, Digits: '2' });
    expect(again.body).toContain('you ask again');
    for (const [callId, turn] of [
      ['CA7', 2],
      ['CA7', 3],
      ['CA7', 9],
      ['CA8', 5],
      ['CA8', 4],
    ] as const) {
      const other = await post(`/telephone/call?turn=${turn}`, {
        CallSid: callId,
        From: STRANGER,
        Digits: '2',
      });
      expect(other.body).toMatch(/<Response>\s*<Hangup\/>/);
    }
    expect(await spoken(key)).toEqual(['CustomerAsked dana']);
  });

  test('a number that rings without end is heard thirty times an hour', async () => {
    for (let call = 0; call < 30; call++)
      await post('/telephone/call', { CallSid: `CB${call}`, From: STRANGER });
    expect((await post('/telephone/call', { CallSid: 'CB30', From: STRANGER })).body).toContain(
      'Too many calls',
    );
    expect((await post('/telephone/call', { CallSid: 'CB31', From: NUMBERS.dana })).body).not.toContain(
      'Too many',
    );
  });

  test('no token, PIN or text stands in the log', async () => {
    const key = await here.open({ by: 'dana' });
    const pin = casePin(TEST_SECRET, key);
    await here.phone(STRANGER).text(OURS, `${key.caseId} ${pin} ask the secret word`);
    const log = here.logged.join('\n');
    expect(log).not.toContain(pin);
    expect(log).not.toContain('secret word');
    expect(log).not.toContain(STRANGER);
  });
});
