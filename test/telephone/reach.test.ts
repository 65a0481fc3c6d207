import { sql } from 'kysely';
import twilio from 'twilio';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CaseKey } from '../../src/app/ports/store.ts';
import { hashOf } from '../../src/app/secret.ts';
import { handTime } from '../../src/dev/test-carrier/carrier-time.ts';
import { testCarrier } from '../../src/dev/test-carrier/test-carrier.ts';
import { makeLetters } from '../../src/engine/make-letters.ts';
import { type AnswersWorld, answersWorld } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { settleAll } from '../build/settle.ts';

const ACCOUNT = 'AC0123456789abcdef0123456789abcdef';
const TOKEN = 'the-token-of-a-test';
const OURS = '+19165550100';
const PUBLIC = 'http://ladder.example';
const START = on('Tue 09:00');

let here: AnswersWorld;
let carrier: Awaited<ReturnType<typeof testCarrier>>;

async function begin(perMinute = '6000'): Promise<void> {
  carrier = await testCarrier({ account: ACCOUNT, token: TOKEN, number: OURS, time: handTime(START) });
  here = await answersWorld(START, {
    settings: {
      ...{ LADDER_TWILIO_ACCOUNT: ACCOUNT, LADDER_TWILIO_TOKEN: TOKEN, LADDER_TWILIO_URL: carrier.url },
      ...{ LADDER_TELEPHONE_NUMBER: OURS, LADDER_URL: PUBLIC, LADDER_OUTGOING_PRIVATE: '127.0.0.1' },
      ...{ LADDER_CALLS_PER_MINUTE: perMinute, LADDER_TEXTS_PER_MINUTE: perMinute },
    },
  });
  await here.server.listen({ port: 0, host: '127.0.0.1' });
  const { port } = here.server.server.address() as { port: number };
  carrier.ladderAt({ url: PUBLIC, listensAt: `http://127.0.0.1:${port}` });
}
beforeEach(() => begin());
afterEach(async () => {
  expect(here.logged.filter((line) => !line.includes('request-answered'))).toEqual([]);
  await here.close();
  await carrier.close();
});

const numberOf = { ana: '+19165550111', desk: '+19165550112', dana: '+19165550113' } as const;
type Who = keyof typeof numberOf;

/** Somebody with a mobile telephone; without mail where it is said. */
async function mobile(who: Who, hasMail = true): Promise<void> {
  await sql`
    update person set mobile = ${numberOf[who]}, email = case when ${hasMail} then email end
    where contract_id = ${here.contract} and person_id = ${who}`.execute(here.connection.db);
}

const phone = (who: Who) => carrier.phone(numberOf[who]);
const texts = (who: Who) => phone(who).texts.map(({ body }) => body);

async function settle(): Promise<void> {
  for (let turns = 0; turns < 3; turns++) {
    await settleAll(here.parts, here.store);
    await carrier.settled();
  }
}
const clock = async (to: string): Promise<void> => {
  await here.setClock(on(to));
  await settle();
};

const said = async (key: CaseKey): Promise<readonly string[]> =>
  (await here.events(key)).flatMap((event) =>
    event.type === 'DeliveryRecorded'
      ? [`${event.contact} ${event.means} ${event.result}${event.why ? ` ${event.why}` : ''}`]
      : [],
  );

interface Line {
  readonly person_id: string;
  readonly means: string;
  readonly state: string;
  readonly reason: string | null;
}
const lines = async (): Promise<readonly string[]> =>
  (
    await sql<Line>`select person_id, means, state, reason from delivery where kind = 'notice'
      order by person_id, means, round`.execute(here.connection.db)
  ).rows.map(({ person_id, means, state, reason }) =>
    [person_id, means, state, reason ?? ''].join(' ').trim(),
  );

/** What the carrier posts of the newest text or call of somebody, signed with a token, once more. */
async function posts(fields: Readonly<Record<string, string>>, token = TOKEN): Promise<number> {
  const { rows } = await sql<{ id: string; sid: string }>`
    select delivery_id as id, carrier_id as sid from delivery where means <> 'email'
    order by queued_at desc, delivery_id desc limit 1`.execute(here.connection.db);
  const path = `/telephone/status/${here.contract}/${rows[0]!.id}`;
  const form = { MessageSid: rows[0]!.sid, ...fields };
  const signature = twilio.getExpectedTwilioSignature(token, `${PUBLIC}${path}`, form);
  const { statusCode } = await here.server.inject({
    ...{ method: 'POST', url: path, payload: new URLSearchParams(form).toString() },
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature },
  });
  return statusCode;
}

/** The page of problems as whoever keeps the installation reads it. */
async function problems(): Promise<string> {
  const token = `ladder_${'a'.repeat(32)}`;
  await sql`insert into api_token (token_id, token_hash, name, scopes, made_at)
    values (gen_random_uuid(), decode(${hashOf(token)}, 'hex'), 'operator', '{admin}', now())`.execute(
    here.connection.db,
  );
  const authorization = `Basic ${Buffer.from(`ladder:${token}`).toString('base64')}`;
  const { body, statusCode } = await here.server.inject({ url: '/problems', headers: { authorization } });
  expect(statusCode).toBe(200);
  return body.replaceAll(/<[^>]*>/g, ' ');
}

describe('a contact with a mobile telephone', () => {
  beforeEach(() => mobile('ana'));

  test('is told by mail and text at once, and rung after five minutes', async () => {
    const key = await here.open({ text: 'The secret trouble', references: ['INC-4711'] });
    await settle();
    expect(texts('ana')).toEqual([
      `Ladder, case ${key.caseId} (An agency): You are contacted at level 1. Reply 1 to acknowledge, 2 and your answer to respond.`,
    ]);
    expect(await said(key)).toEqual(
      expect.arrayContaining(['ana email handedOver', 'ana text handedOver', 'ana text delivered']),
    );
    expect(phone('ana').calls).toEqual([]);
    await clock('Tue 09:05');
    expect(phone('ana').calls).toHaveLength(1);
  });

  test('has digits for what is offered, kept for the case as it stands', async () => {
    const { caseId } = await here.open();
    await settle();
    const { rows } =
      await sql`select key, command, answer_key.level from answer_key join delivery using (contract_id, delivery_id)
      where case_id = ${caseId} and means = 'text' order by key`.execute(here.connection.db);
    expect(rows).toEqual([
      { key: '1', command: 'acknowledge', level: 1 },
      { key: '2', command: 'respond', level: 1 },
    ]);
  });

  test('who stopped our texts is rung at once, by no text again, and those who can mend it hear of it', async () => {
    await phone('ana').text(OURS, 'STOP');
    // Only the carrier has heard of it.
    await sql`delete from telephone_number`.execute(here.connection.db);
    const key = await here.open();
    await settle();
    expect(phone('ana').calls).toHaveLength(1);
    expect(await said(key)).toContain('ana text failed');
    expect(await lines()).toContain('ana text failed stopped');
    await clock('Tue 09:15');
    expect(await lines()).not.toContainEqual(expect.stringMatching(/^ana text (?!failed)/));
    expect((await lines()).filter((line) => line.startsWith('desk email'))).toHaveLength(1);
  });

  test('who stopped our texts is on the page of problems with the means that failed, and the page says what it is for', async () => {
    await phone('ana').text(OURS, 'STOP');
    await sql`delete from telephone_number`.execute(here.connection.db);
    await here.open();
    await settle();
    const text = await problems();
    expect(text).toMatch(
      /Problems\s+What has gone wrong in this installation and needs somebody who keeps it/,
    );
    const failed = text.split('Messages that did not arrive').at(-1)!.split('Commands that were refused')[0]!;
    expect(failed).toMatch(/Text\s+ana\s+stopped/i);
    expect(text).toContain('where many failed within a short time, look at the carriers');
  });

  test('who stopped our texts, and Ladder heard of it, is sent none until they start again', async () => {
    await phone('ana').text(OURS, 'STOP');
    await here.open();
    await settle();
    expect(await lines()).not.toContainEqual(expect.stringMatching(/^ana text/));
    await phone('ana').text(OURS, 'START');
    await here.open();
    await settle();
    expect(await lines()).toContainEqual(expect.stringMatching(/^ana text/));
  });

  test('whose text does not arrive, as the carrier says later, is rung at once too', async () => {
    carrier.faults.loses.set(numberOf.ana, 30006);
    const key = await here.open();
    await settle();
    expect(await said(key)).toContain('ana text failed');
    expect(phone('ana').calls).toHaveLength(1);
  });

  test('that is busy is rung again within the round, and then that it was busy is an event', async () => {
    phone('ana').habit = 'busy';
    const key = await here.open();
    await settle();
    for (const at of ['Tue 09:05', 'Tue 09:07', 'Tue 09:09', 'Tue 09:11']) await clock(at);
    expect(phone('ana').calls).toHaveLength(3);
    expect(await said(key)).toContain('ana call failed busy');
    // It is on the case, and nothing that an operator could mend.
    expect(await problems()).toMatch(/Messages that did not arrive.*?the case alone\.\s+None\./s);
    // Silence is no wrong number: the next round rings again.
    await clock('Tue 09:20');
    expect(phone('ana').calls).toHaveLength(4);
  });

  test('whose line another call of ours keeps busy is waited for, and loses no notice', async () => {
    await sql`update person set office = ${numberOf.dana}, mobile = null, email = null
      where contract_id = ${here.contract} and person_id = 'dana'`.execute(here.connection.db);
    const key = await here.open();
    await settle();
    await phone('dana').answer();
    await here.send({
      ...{ key, caller: undefined, actor: 'contractor' },
      command: { type: 'respond', by: 'ana', text: 'A crew is on its way.' },
    });
    // She listens for ten minutes: the call about the answer is tried in all of them.
    for (const at of ['09:01', '09:03', '09:05', '09:07', '09:09', '09:11']) await clock(`Tue ${at}`);
    expect(phone('dana').calls.filter(({ status }) => status === 'busy').length).toBeGreaterThan(3);
    expect(await said(key)).not.toContain('dana call failed busy');
    await phone('dana').hangUp();
    await clock('Tue 09:14');
    await phone('dana').answer();
    await phone('dana').hangUp();
    await settle();
    expect((await lines()).filter((line) => line.startsWith('dana'))).toEqual([
      'dana call delivered',
      'dana call delivered',
    ]);
  });

  test('that has acknowledged is not rung, though the call waited for its turn', async () => {
    const key = await here.open();
    await settle();
    await here.setClock(on('Tue 09:05'));
    await makeLetters(here.parts);
    await here.send({
      ...{ key, caller: undefined, actor: 'contractor' },
      command: { type: 'acknowledge', by: 'ana' },
    });
    await settle();
    expect(phone('ana').calls).toEqual([]);
    expect(await lines()).toContain('ana call failed overtaken');
    const page = await here.server.inject({
      url: `/contracts/${here.contract}/cases/${key.caseId}`,
      headers: { cookie: await here.stepIn('olga') },
    });
    expect(page.body.replaceAll(/<[^>]*>/g, ' ')).toMatch(
      /ana: call not sent: no longer needed\s+Written .*, put aside/s,
    );
    expect(page.body).not.toContain('1 not delivered');
    expect(await said(key)).not.toContainEqual(expect.stringMatching('ana call'));
  });

  test('that is reached by nothing else, while its carrier is away for a day, is told when it is back; nothing is lost in silence', async () => {
    await mobile('ana', false);
    carrier.faults.isDown = true;
    const key = await here.open();
    await settle();
    const day = ['Tue 09:16', 'Tue 09:31', 'Tue 10:01', 'Tue 12:01', 'Tue 16:30'];
    for (const at of day) await clock(at);
    expect(await said(key)).toContain('ana text failed notCarried');
    // The next of the level hears of it meanwhile, as of any silence.
    expect(await said(key)).toContain('desk email handedOver');
    carrier.faults.isDown = false;
    expect(carrier.texts).toEqual([]);
    await here.send({
      ...{ key, caller: undefined, actor: 'customer' },
      command: { type: 'ask', by: 'dana' },
    });
    await clock('Wed 09:00');
    const told = texts('ana');
    expect(told).toContainEqual(expect.stringContaining('Asked again.'));
    // What was overtaken meanwhile is not told late.
    expect(told.length).toBeLessThan(8);
    expect(new Set(told).size).toBe(told.length);
  });
});

describe('a contact whose own rule names mail alone', () => {
  beforeEach(async () => {
    await mobile('ana');
    const rules = [{ urgency: 'any', tries: [{ means: 'email', afterMinutes: 0 }], againMinutes: 15 }];
    await sql`insert into notice_rules values (${here.contract}, 'ana', 'set', 1, sha256('x'::bytea),
      ${JSON.stringify({ rules })}::json, '2026-01-01T00:00:00Z')`.execute(here.connection.db);
    await sql`update person set email = null where person_id = 'desk'`.execute(here.connection.db);
  });

  test('and who has no address is told by text at its times', async () => {
    await mobile('ana', false);
    await here.open();
    await settle();
    expect(texts('ana')).toHaveLength(1);
    await clock('Tue 09:15');
    expect(texts('ana')).toHaveLength(2);
  });

  test('and whose address is refused for good is told by text from then on, and when asked again', async () => {
    here.parts.mail.answer = ({ id, to }) =>
      to.address.startsWith('ana')
        ? { result: 'failed', permanent: true, reason: 'smtp-550' }
        : { result: 'handedOver', carrierId: id };
    const key = await here.open();
    await settle();
    expect(texts('ana')).toHaveLength(1);
    await clock('Tue 09:15');
    await clock('Tue 09:30');
    expect(texts('ana')).toHaveLength(3);
    await here.send({
      ...{ key, caller: undefined, actor: 'customer' },
      command: { type: 'ask', by: 'dana' },
    });
    // A minute after the last try.
    await clock('Tue 09:31');
    expect(texts('ana').at(-1)).toContain('Asked again.');
  });
});

describe('the customer’s side', () => {
  test('is told by text where there is no mail, with digits for what is theirs to do', async () => {
    await mobile('dana', false);
    const key = await here.open({ text: 'The secret trouble' });
    await settle();
    expect(texts('dana')).toEqual([
      `Ladder, case ${key.caseId} (An agency): Case opened. Reply 3 if you are satisfied, 4 if not. More by telephone: ${OURS}.`,
    ]);
    await clock('Tue 13:00');
    expect(texts('dana').at(-1)).toBe(
      `Ladder, case ${key.caseId} (An agency): Level 2 may be contacted now. Reply 5 to contact level 2, 3 if you are satisfied, 4 if not. More by telephone: ${OURS}.`,
    );
  });

  test('is told by text from then on where mail was refused for good, with no mail tried first', async () => {
    await mobile('dana');
    const tried: string[] = [];
    here.parts.mail.answer = ({ id, to, subject }) => {
      if (!to.address.startsWith('dana')) return { result: 'handedOver', carrierId: id };
      tried.push(subject);
      return { result: 'failed', permanent: true, reason: 'smtp-550' };
    };
    await here.open();
    await settle();
    expect(texts('dana')).toHaveLength(1);
    const before = tried.length;
    await clock('Tue 13:00');
    expect(texts('dana').at(-1)).toContain('Level 2 may be contacted now');
    expect(tried).toHaveLength(before);
  });

  test('keeps to mail where there is one', async () => {
    await mobile('dana');
    await here.open();
    await settle();
    expect(texts('dana')).toEqual([]);
  });
});

describe('what a carrier says', () => {
  beforeEach(() => mobile('ana'));

  test('is believed by its signature alone, and taken once', async () => {
    carrier.faults.dropsCallbacks = true;
    const key = await here.open();
    await settle();
    const count = async () => (await said(key)).length;
    const before = await count();
    expect(await posts({ MessageStatus: 'delivered' }, 'another-token')).toBe(403);
    expect(await count()).toBe(before);
    expect(await posts({ MessageStatus: 'delivered' })).toBe(204);
    expect(await posts({ MessageStatus: 'delivered' })).toBe(204);
    expect(await posts({ MessageStatus: 'failed', ErrorCode: '30005' })).toBe(204);
    expect(await count()).toBe(before + 1);
    expect(await said(key)).toContain('ana text delivered');
  });

  test('of another message is nothing to this one', async () => {
    carrier.faults.dropsCallbacks = true;
    const key = await here.open();
    await settle();
    expect(await posts({ MessageSid: 'SM0', MessageStatus: 'failed', ErrorCode: '30005' })).toBe(204);
    expect(await said(key)).not.toContain('ana text failed');
  });

  test.each([
    ['nothing', ''],
    ['no form', '{"a":'],
    ['half a character', '%ED%A0%80'],
    ['more fields than there are', Array.from({ length: 300 }, (_, index) => `a${index}=1`).join('&')],
  ])('as %s is refused', async (_what, payload) => {
    await here.open();
    await settle();
    for (const url of [`/telephone/status/${here.contract}/x`, '/telephone/status/%00/%00']) {
      const { statusCode } = await here.server.inject({
        ...{ method: 'POST', url, payload },
        headers: { 'content-type': 'text/plain', 'x-twilio-signature': 'x' },
      });
      expect([403, 404]).toContain(statusCode);
    }
  });
});
