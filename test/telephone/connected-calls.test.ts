import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CaseKey } from '../../src/app/ports/store.ts';
import { casePin } from '../../src/app/secret.ts';
import { on } from '../build/case.ts';
import { TEST_SECRET } from '../build/engine-parts.ts';
import {
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
afterEach(async () => {
  expect(here.carrier.problems).toEqual([]);
  await here.close();
});

async function newest(): Promise<CaseKey> {
  const [one] = await here.rows<{ case_id: string }>('select case_id from "case" order by case_id desc');
  return { contract: here.contract, caseId: one!.case_id };
}
const calls = async (key: CaseKey) =>
  (await here.events(key)).flatMap((event) => (event.type === 'CallRecorded' ? [event] : []));
async function asks(who: string, url: string, fields?: Record<string, string>) {
  return here.server.inject({
    ...{ method: fields ? 'POST' : 'GET', url },
    headers: {
      ...{ host: 'localhost', cookie: await here.stepIn(who) },
      ...(fields && { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    ...(fields && { payload: new URLSearchParams(fields).toString() }),
  });
}
/** Dana opens a case from her own number, and asks for whoever is on duty. */
async function danaAsksFor() {
  const phone = here.phone(NUMBERS.dana);
  await phone.call(OURS);
  for (const key of ['1', '2', '1']) await phone.press(key);
  await phone.speak('Dead.', { key: '#' });
  await phone.press('1');
  return phone;
}
/** Somebody with number and PIN of a case asks for whoever is on duty. */
async function asksFor(key: CaseKey) {
  const phone = here.phone(STRANGER);
  await phone.call(OURS);
  for (const keys of ['2', `${key.caseId}#`, `${casePin(TEST_SECRET, key)}#`, '0']) await phone.press(keys);
  return phone;
}
async function takes(number: string, { from, until }: { from?: string; until?: string } = {}) {
  const phone = here.phone(number);
  await phone.answer();
  if (from !== undefined) await here.setClock(on(from));
  await phone.press('1');
  if (until !== undefined) await here.setClock(on(until));
  await phone.hangUp();
}
/** Nobody knows for whom a stranger calls: it waits for the desk, and they ask for whoever is on duty. */
async function isHeld() {
  const phone = here.phone(STRANGER);
  await phone.call(OURS);
  for (const key of ['1', '2', '0#']) await phone.press(key);
  await phone.speak('No dial tone', { key: '#' });
  await phone.press('1');
}
const STRANGERS = expect.objectContaining({
  ...{ contact: 'ana', reached: true },
  text: 'Ladder rang +1 202 555 0121 for a caller from +1 202 555 0199.',
});
/** The desk opens what is held. */
async function deskOpens(): Promise<CaseKey> {
  const [held] = await here.rows<{ mail_id: string }>('select mail_id from opening_mail');
  const path = `/contracts/${here.contract}/mail/${held!.mail_id}/open`;
  const fields = { customer: 'agency', reporter: 'dana', track: 'service' };
  expect((await asks('desk', path, fields)).statusCode).toBe(303);
  return newest();
}

describe('a call that was put through is on the case', () => {
  test('with both its ends, when it rang, when it was taken and when it was over; what was whispered is no talk', async () => {
    await danaAsksFor();
    await takes(NUMBERS.ana, { from: 'Tue 09:01', until: 'Tue 09:03' });
    const key = await newest();
    expect(await calls(key)).toEqual([
      expect.objectContaining({
        ...{ by: 'ladder', reached: true, contact: 'ana', telephone: 'mobile', level: 1 },
        ...{ rangAt: on('Tue 09:00'), connectedAt: on('Tue 09:01'), endedAt: on('Tue 09:03') },
        lastedSeconds: 120,
        text: 'Ladder rang +1 202 555 0121 for a caller from +1 202 555 0111.',
      }),
    ]);
    const { body } = await asks('dana', `/contracts/${key.contract}/cases/${key.caseId}`);
    expect(body).toContain('connected for 2 minutes, from');
    expect(body).toContain('Ladder, for a caller, by telephone');
  });

  test('with no more than the end of a number that the plan shows to its parties alone', async () => {
    await here.rows(`update person set shown = 'parties' where person_id = 'ana'`);
    await danaAsksFor();
    await takes(NUMBERS.ana);
    const [call] = await calls(await newest());
    expect(call?.text).toBe('Ladder rang a number that ends in 21 for a caller from +1 202 555 0111.');
  });

  test('where one is busy, the next takes it, and each is on it as it went', async () => {
    here.phone(NUMBERS.ana).habit = 'busy';
    await danaAsksFor();
    await takes(NUMBERS.desk);
    expect(await calls(await newest())).toEqual([
      expect.objectContaining({ contact: 'ana', reached: false, failure: 'busy' }),
      expect.objectContaining({ contact: 'desk', reached: true }),
    ]);
  });

  test('where what picked up did not take it, and where nobody picked up', async () => {
    await danaAsksFor();
    await here.phone(NUMBERS.ana).answer();
    await here.phone(NUMBERS.ana).hangUp();
    await here.phone(NUMBERS.desk).letRing();
    const ends = (await calls(await newest())).map(({ contact, failure }) => [contact, failure]);
    expect(ends).toEqual([
      ['ana', 'notTaken'],
      ['desk', 'noAnswer'],
    ]);
  });

  test('that is closed', async () => {
    const key = await here.open({ by: 'dana' });
    await here.send({ key, command: { type: 'withdraw', by: 'dana' }, caller: undefined, actor: 'customer' });
    await asksFor(key);
    await takes(NUMBERS.ana);
    expect(await calls(key)).toEqual([expect.objectContaining({ contact: 'ana', reached: true })]);
    expect(await here.rows('select code from refused')).toEqual([]);
  });

  test('that the desk opens of it afterwards', async () => {
    await isHeld();
    await takes(NUMBERS.ana);
    expect(await calls(await deskOpens())).toEqual([STRANGERS]);
  });

  test('that the desk opens of it while the two still speak', async () => {
    await isHeld();
    const ana = here.phone(NUMBERS.ana);
    await ana.answer();
    await ana.press('1');
    const key = await deskOpens();
    expect(await calls(key)).toEqual([]);
    await ana.hangUp();
    expect(await calls(key)).toEqual([STRANGERS]);
  });

  test('that the desk opens of the message that was left, for all who were rung in vain before', async () => {
    for (const number of [NUMBERS.ana, NUMBERS.desk]) here.phone(number).habit = 'busy';
    const phone = here.phone(STRANGER);
    await phone.call(OURS);
    await phone.press('3');
    await here.setClock(on('Tue 09:02'));
    await phone.speak('Call me back', { key: '#' });
    await here.bring();
    const key = await deskOpens();
    const [opened] = await here.events(key);
    const all = await calls(key);
    expect(all.map(({ contact, failure, rangAt }) => [contact, failure, rangAt])).toEqual([
      ['ana', 'busy', on('Tue 09:00')],
      ['desk', 'busy', on('Tue 09:00')],
    ]);
    for (const { occurredAt } of all) expect(occurredAt).toBe(opened!.occurredAt);
  });
});

describe('a call to those on duty of which no case comes', () => {
  const waiting = () =>
    here.rows<{ mail_id: string; why: string; desk_told: boolean; sender: string; body_text: string }>(
      `select mail_id, why, desk_told, sender, body_text from opening_mail
       join opening_mail_body using (contract_id, mail_id) where outcome = 'held'`,
    );
  const page = async (who = 'desk') => {
    const [held] = await waiting();
    return asks(who, `/contracts/${here.contract}/mail/${held!.mail_id}`);
  };
  async function asksForDuty() {
    const phone = here.phone(STRANGER);
    await phone.call(OURS);
    await phone.press('3');
    return phone;
  }

  test('waits where the desk sees it, with both ends, its instants and how long they spoke', async () => {
    await asksForDuty();
    await takes(NUMBERS.ana, { from: 'Tue 09:01', until: 'Tue 09:03' });
    expect(await waiting()).toEqual([
      expect.objectContaining({ why: 'connected', desk_told: false, sender: STRANGER }),
    ]);
    const { body } = await page();
    expect(body).toMatch(
      /Ladder puts through a call to level 1[^<]*, connected for 2 minutes, from [^<]*9:01[^<]*It rang from [^<]*9:00[^<]*Ladder rang \+1 202 555 0121 for a caller from \+1 202 555 0199\./,
    );
    expect((await page('dana')).statusCode).toBe(404);
    expect((await asks('desk', `/contracts/${here.contract}/mail`)).body).toContain(
      'asked for those on duty',
    );
    expect(await calls(await deskOpens())).toEqual([STRANGERS]);
    expect(await waiting()).toEqual([]);
  });

  test('also where nobody took it and the caller hung up', async () => {
    for (const number of [NUMBERS.ana, NUMBERS.desk]) here.phone(number).habit = 'busy';
    const phone = await asksForDuty();
    await phone.hangUp();
    const { body } = await page();
    expect(body.match(/the line was busy/g)).toHaveLength(2);
    await here.rows(`update person set language = 'es' where person_id = 'desk'`);
    expect((await page()).body).toContain('A quién llamó Ladder');
  });

  test('also where the caller hangs up while the two speak, or while it rings', async () => {
    const first = await asksForDuty();
    await here.phone(NUMBERS.ana).answer();
    await here.phone(NUMBERS.ana).press('1');
    await here.setClock(on('Tue 09:05'));
    await first.hangUp();
    expect((await page()).body).toContain('connected for 5 minutes');
    await here.rows('delete from opening_mail_body');
    await here.rows('delete from opening_mail');
    const second = await asksForDuty();
    await second.hangUp();
    expect((await page()).body).toContain('Ladder rang +1 202 555 0121');
  });

  test('is one with the message that is left in it, of which the desk is told, also where it had put the call aside', async () => {
    for (const number of [NUMBERS.ana, NUMBERS.desk]) here.phone(number).habit = 'busy';
    const phone = await asksForDuty();
    await here.rows(
      `update opening_mail set outcome = 'putAside', settled_by = 'desk', settled_at = received_at`,
    );
    await phone.speak('Call me back', { key: '#' });
    await here.bring();
    expect(await waiting()).toEqual([
      expect.objectContaining({
        why: 'message',
        desk_told: true,
        body_text: expect.stringContaining('message'),
      }),
    ]);
    const { body } = await page();
    expect(body).toContain('Message by telephone.wav');
    expect(body.match(/the line was busy/g)).toHaveLength(2);
  });

  test('is on none where a case was opened in the call or its PIN was given', async () => {
    await danaAsksFor();
    await takes(NUMBERS.ana);
    await asksFor(await newest());
    await takes(NUMBERS.ana);
    expect(await waiting()).toEqual([]);
    expect(await calls(await newest())).toHaveLength(2);
  });
});

test('whoever picks up and does not take the call is nobody, also where the carrier counts them as connected', async () => {
  const phone = here.phone(STRANGER);
  await phone.call(OURS);
  await phone.press('3');
  await here.phone(NUMBERS.ana).answer();
  const [call] = await here.rows<{ call_id: string }>(`select call_id from telephone_call where kind = 'in'`);
  const form = { CallSid: call!.call_id, From: STRANGER, DialCallStatus: 'completed' };
  const path = '/telephone/call?turn=2';
  const signature = getExpectedTwilioSignature(TOKEN, `http://ladder.example${path}`, form);
  const reply = await here.server.inject({
    ...{ method: 'POST', url: path, payload: new URLSearchParams(form).toString() },
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature },
  });
  expect(reply.body).toContain(`>${NUMBERS.desk}</Number>`);
  const [kept] = await here.rows<{ came: object }>(
    `select state->'connections'->0->'came' as came from telephone_call where kind = 'in'`,
  );
  expect(kept!.came).toEqual({ reached: false, failure: 'notTaken' });
});

test('who is rung about a case is on duty at the highest level that was reached', async () => {
  const key = await here.open({ by: 'dana' });
  await here.setClock(on('Tue 14:00'));
  await here.send({
    ...{ key, caller: undefined, actor: 'customer' },
    command: { type: 'escalate', by: 'dana', level: 2 },
  });
  await asksFor(key);
  expect(here.phone(NUMBERS.ana).calls).toEqual([]);
  await takes(NUMBERS.bo);
  expect(await calls(key)).toEqual([expect.objectContaining({ contact: 'bo', level: 2, reached: true })]);
});
