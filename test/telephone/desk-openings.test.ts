import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createToken } from '../../src/app/tokens.ts';
import { openContracts } from '../../src/store/contracts/open-contracts.ts';
import { on } from '../build/case.ts';
import { until } from '../build/until.ts';
import { type ConversationWorld, conversationWorld, NUMBERS, OURS, STRANGER } from './conversation-world.ts';

let here: ConversationWorld;
beforeEach(async () => {
  here = await conversationWorld(on('Tue 09:00'));
  await isOnFile('email = null');
}, 60_000);
afterEach(async () => {
  expect(here.carrier.problems).toEqual([]);
  await here.close();
});

const isOnFile = (set: string) =>
  sql.raw(`update person set ${set} where person_id = 'dana'`).execute(here.connection.db);
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
const FORM = {
  ...{ key: 'key-of-a-form', customer: 'agency', reporter: 'dana', track: 'service', step: 'send' },
  ...{ text: 'No dial tone.', told: 'now' },
};
/** The desk opens a case on its ordinary page; what the page says then. */
async function deskOpens(changes: Record<string, string> = {}) {
  const answer = await asks('desk', `/contracts/${here.contract}/start`, { ...FORM, ...changes });
  expect(answer.statusCode).toBe(303);
  const path = String(answer.headers.location);
  const { body } = await asks('desk', path);
  await until(async () => {
    await here.settle();
    await here.carrier.settled();
    expect(await here.rows("select from delivery where state = 'queued'")).toEqual([]);
  });
  return { caseId: path.split('/').at(-1) ?? '', body };
}
const told = () =>
  here.phone(NUMBERS.dana).texts.flatMap(({ body }) => /Its PIN is (\d{6})\./.exec(body)?.[1] ?? []);
const everything = async () =>
  JSON.stringify([
    await here.rows('select * from delivery_body'),
    await here.rows('select * from answer'),
    await here.rows('select * from event'),
    here.logged,
  ]);

describe('whoever has no mail, and for whom the desk opens a case on its own page', () => {
  test('gets its PIN by a text to the number on file, and hears of the case with it; the desk is not told it', async () => {
    const { caseId, body } = await deskOpens();
    const [pin = '', ...more] = told();
    expect([pin, more]).toEqual([expect.stringMatching(/^\d{6}$/), []]);
    await here.phone(STRANGER).text(OURS, `${caseId} ${pin}`);
    await here.carrier.settled();
    expect(here.lastText(STRANGER)).toContain('owes the customer an answer');
    expect(body).toContain('gets the PIN of the case by a text to +1 202 555 0111');
    expect(body).not.toContain(pin);
    expect(await everything()).not.toContain(pin);
  });

  test('gets it once, however often the form is sent', async () => {
    const first = await deskOpens();
    expect((await deskOpens()).caseId).toBe(first.caseId);
    expect(told()).toHaveLength(1);
  });

  test('gets it as well where a program of the desk opens it, once for the same key', async () => {
    const owner = { contract: here.contract, personId: 'desk' };
    const contracts = openContracts(here.store, { kind: 'terminal' });
    const made = await createToken(contracts, { name: 'Ours', owner, at: on('Tue 09:00') });
    if (!made.accepted) throw new Error(JSON.stringify(made));
    const opens = async () =>
      (
        await here.server.inject({
          ...{ method: 'POST', url: `/api/v1/contracts/${here.contract}/cases` },
          headers: { authorization: `Bearer ${made.token}`, 'idempotency-key': 'one' },
          payload: {
            ...{ track: 'service', customer: 'agency', reporter: 'dana', text: 'Dead.' },
            onBehalfOf: 'customer',
          },
        })
      ).statusCode;
    expect([await opens(), await opens()]).toEqual([201, 201]);
    await here.settle();
    await here.carrier.settled();
    expect(told()).toHaveLength(1);
    expect(await everything()).not.toContain(told()[0]);
  });

  test('without a telephone is told by nothing, and the desk reads so, in its language', async () => {
    await isOnFile('mobile = null');
    expect((await deskOpens()).body).toContain('so nobody is told the PIN of the case');
    await sql`update person set language = 'es' where person_id = 'desk'`.execute(here.connection.db);
    expect((await deskOpens({ key: 'another-key' })).body).toContain('el PIN del caso no se le dice a nadie');
    expect(await here.rows('select 1 from telephone_line where pin_id is not null')).toEqual([]);
  });

  test('with a mail address is told by it of the case, whose page has the PIN', async () => {
    await isOnFile(`email = 'dana@ladder.example'`);
    expect((await deskOpens()).body).not.toContain('the PIN');
    expect(told()).toEqual([]);
  });

  test('is rung for no case that is for practice', async () => {
    expect((await deskOpens({ practice: 'yes' })).body).not.toContain('the PIN');
    expect(told()).toEqual([]);
  });
});
