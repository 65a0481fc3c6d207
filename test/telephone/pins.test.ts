import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CaseKey } from '../../src/app/ports/store.ts';
import { casePin } from '../../src/app/secret.ts';
import { pinIn } from '../../src/app/telephone/case-pin.ts';
import { tryPin } from '../../src/app/telephone/telephone-case.ts';
import { on } from '../build/case.ts';
import { TEST_SECRET } from '../build/engine-parts.ts';
import { type ConversationWorld, conversationWorld, NUMBERS, OURS, STRANGER } from './conversation-world.ts';

let here: ConversationWorld;
let key: CaseKey;
beforeEach(async () => {
  here = await conversationWorld(on('Tue 09:00'));
  const { db } = here.connection;
  await sql`insert into person (contract_id, person_id, name, email)
    values (${here.contract}, 'mia', 'Mia Vale', 'mia@ladder.example')`.execute(db);
  await sql`insert into role values (${here.contract}, 'mia', 'customerManager', 'agency')`.execute(db);
  key = await here.open({ by: 'dana' });
  await here.settle();
}, 60_000);
afterEach(async () => {
  expect(here.carrier.problems).toEqual([]);
  await here.close();
});

/** The PIN now: of the installation's secret, and of whatever replaced the first one. */
const pinOf = (of: CaseKey = key): Promise<string> =>
  here.answers.transaction((_tx, book) => pinIn(book.telephone, TEST_SECRET, of));
const otherThan = (pin: string): string => String((Number(pin) + 1) % 1_000_000).padStart(6, '0');

/** Rings and tries PINs one after another; what was said to the last one. */
async function tries(number: string, ...pins: readonly string[]): Promise<string> {
  const phone = here.phone(number);
  await phone.call(OURS);
  await phone.press('2');
  for (const pin of pins) {
    if (!phone.current) break;
    await phone.press(`${key.caseId}#`);
    if (phone.current) await phone.press(`${pin}#`);
  }
  const isOver = phone.current === undefined;
  if (phone.current) await phone.hangUp();
  await here.carrier.settled();
  return `${isOver ? 'ended: ' : ''}${phone.heard.join(' ')}`;
}
async function writes(number: string, body: string): Promise<string> {
  await here.phone(number).text(OURS, body);
  await here.carrier.settled();
  return here.lastText(number);
}
const notes = async (): Promise<readonly string[]> =>
  (await here.events(key)).flatMap((event) => (event.type === 'NoteAdded' ? (event.text ?? '') : []));
const STANDS = 'owes the customer an answer';
const LOCKED = 'telephone line is closed';

describe('wrong PINs', () => {
  test('five end a call, and what was tried in it counts for the case', async () => {
    const wrong = otherThan(await pinOf());
    expect(await tries(STRANGER, wrong, wrong, wrong, wrong)).not.toContain('wrong too often');
    expect(await tries('+12025550198', wrong, wrong, wrong, wrong, wrong)).toMatch(
      /^ended: .*wrong too often/,
    );
    expect(await tries('+12025550197', await pinOf())).toContain(STANDS);
    // Nine by now: the tenth closes the line.
    expect(await tries('+12025550196', wrong)).toContain(LOCKED);
  });

  test('spread over calls, numbers and texts, ten an hour close the line of the case; it opens by itself, and what was right is right again', async () => {
    const pin = await pinOf();
    const wrong = otherThan(pin);
    for (let one = 0; one < 3; one++) await tries(`+1202555015${one}`, wrong, wrong);
    for (let one = 3; one < 6; one++) await writes(`+1202555015${one}`, `${key.caseId} ${wrong}`);
    expect(await notes()).toEqual([]);
    expect(await writes('+12025550158', `${key.caseId} ${wrong}`)).toContain(LOCKED);
    expect(await tries(NUMBERS.dana, pin)).toContain(LOCKED);
    expect(await writes(NUMBERS.dana, `${key.caseId} ${pin}`)).toContain(LOCKED);
    await here.setClock(on('Tue 09:59'));
    expect(await writes('+12025550157', `${key.caseId} ${pin}`)).toContain(LOCKED);
    await here.setClock(on('Tue 10:01'));
    expect(await writes('+12025550157', `${key.caseId} ${pin}`)).toContain(STANDS);
  });

  test('whose line is closed, its customer is told, with how to go on, and everything else goes on', async () => {
    const wrong = otherThan(await pinOf());
    for (const number of ['+12025550151', '+12025550152']) await tries(number, ...Array(5).fill(wrong));
    const [note, ...more] = await notes();
    expect(more).toEqual([]);
    expect(note).toMatch(/Ten wrong PINs .* For an hour .* The case runs on: its page, mails/);
    const mails = await here.settle();
    expect(mails.map(({ to }) => to.address)).toEqual(['dana@ladder.example']);
    expect(mails[0]!.text.replaceAll(/\s+/g, ' ')).toContain('replace it on the page of the case');
    const page = await here.server.inject({
      url: `/contracts/${key.contract}/cases/${key.caseId}/acts/ask`,
      headers: { host: 'localhost', cookie: await here.stepIn('dana') },
    });
    expect(page.statusCode).toBe(200);
    // A case beside it is heard of as before.
    const other = await here.open({ by: 'dana' });
    expect(await writes('+12025550157', `${other.caseId} ${await pinOf(other)}`)).toContain(STANDS);
  });

  test('however many are tried at once, by however many nodes, ten are heard and one note is written', async () => {
    const wrong = otherThan(await pinOf());
    const answers = await Promise.all(
      Array.from({ length: 40 }, () =>
        here.answers.transaction((tx, book) =>
          tryPin({ tx, book }, TEST_SECRET, { caseId: key.caseId, pin: wrong }),
        ),
      ),
    );
    expect(answers.filter((one) => one === 'wrong')).toHaveLength(9);
    expect(answers.filter((one) => one === 'locked')).toHaveLength(31);
    expect(await notes()).toHaveLength(1);
  });

  test('of another case opens nothing, and neither does a number on file', async () => {
    const other = await here.open({ by: 'dana' });
    expect(casePin(TEST_SECRET, other)).not.toBe(await pinOf());
    expect(await writes(NUMBERS.dana, `${key.caseId} ${await pinOf(other)}`)).toContain('do not belong');
    expect(await tries(NUMBERS.dana, await pinOf(other))).toContain('do not belong');
    expect(await writes(NUMBERS.dana, `${key.caseId}`)).not.toContain(STANDS);
    expect(await writes(NUMBERS.dana, `${key.caseId} status`)).not.toContain(STANDS);
  });

  test('five an hour are heard of one number, by calls and texts together, and no right one after them', async () => {
    const pin = await pinOf();
    const wrong = otherThan(pin);
    expect(await tries(STRANGER, wrong, wrong)).not.toContain('wrong too often');
    await writes(STRANGER, `${key.caseId} ${wrong}`);
    expect(await tries(STRANGER, wrong, wrong)).toMatch(
      /^ended: .*wrong too often\. No PIN is heard from your/,
    );
    expect(await tries(STRANGER, pin)).toMatch(/^ended: .*No PIN is heard from your number/);
    expect(await writes(STRANGER, `${key.caseId} ${pin}`)).toContain('No PIN is heard from your number');
    expect(await tries('+12025550198', pin)).toContain(STANDS);
    await here.setClock(on('Tue 10:01'));
    expect(await tries(STRANGER, pin)).toContain(STANDS);
  });

  test('of one number alone close no line, however often it rings and writes', async () => {
    const pin = await pinOf();
    const wrong = otherThan(pin);
    for (let more = 0; more < 4; more++) {
      await tries(STRANGER, ...Array(5).fill(wrong));
      await writes(STRANGER, `${key.caseId} ${wrong}`);
    }
    expect(await notes()).toEqual([]);
    expect(await tries(NUMBERS.dana, pin)).toContain(STANDS);
  });

  test('of a case that is none and of one that is are answered alike, also once there were too many', async () => {
    const wrong = otherThan(await pinOf());
    const named = (caseId: string, said: string) => said.replaceAll(caseId, 'CASE');
    const all = async (caseId: string, from: number) => {
      const said: string[] = [];
      for (let one = 0; one < 12; one++)
        said.push(named(caseId, await writes(`+120255503${from + one}`, `${caseId} ${wrong}`)));
      return said;
    };
    const known = await all(key.caseId, 10);
    expect(await all('999999', 30)).toEqual(known);
    expect(known[8]).toContain('do not belong together');
    expect(known[9]).toContain(LOCKED);
    expect(await here.rows(`select contract_id from telephone_line where case_id = '999999'`)).toEqual([
      { contract_id: '' },
    ]);
    // It opens nothing, whatever is computed of it.
    await here.setClock(on('Tue 10:30'));
    const none = { contract: '', caseId: '999999' };
    expect(await writes('+12025550399', `999999 ${casePin(TEST_SECRET, none)}`)).toContain('do not belong');
    expect(await notes()).toHaveLength(1);
  });

  test('by a call: what is asked, said and closed is the same of a case that is none', async () => {
    const wrong = otherThan(await pinOf());
    const heard = async (caseId: string, number: string, count: number) => {
      const phone = here.phone(number);
      const before = phone.heard.length;
      await phone.call(OURS);
      await phone.press('2');
      for (let one = 0; one < count && phone.current; one++) {
        await phone.press(`${caseId}#`);
        if (phone.current) await phone.press(`${wrong}#`);
      }
      if (phone.current) await phone.hangUp();
      return phone.heard.slice(before).join(' ');
    };
    for (const [known, none, count] of [
      ['+12025550401', '+12025550411', 5],
      ['+12025550402', '+12025550412', 4],
      ['+12025550403', '+12025550413', 1],
      ['+12025550404', '+12025550414', 1],
    ] as const) {
      const said = await heard(key.caseId, known, count);
      expect(await heard('999999', none, count)).toBe(said);
    }
    expect(here.heard('+12025550414')).toContain(LOCKED);
  });
});

describe('another PIN', () => {
  const path = () => `/contracts/${key.contract}/cases/${key.caseId}/pin`;
  async function asks(who: string, method: 'GET' | 'POST' = 'GET', fields: Record<string, string> = {}) {
    const reply = await here.server.inject({
      ...{ method, url: path() },
      headers: {
        ...{ host: 'localhost', cookie: await here.stepIn(who) },
        ...(method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(method === 'POST' && { payload: new URLSearchParams(fields).toString() }),
    });
    return { status: reply.statusCode, html: reply.body };
  }

  test('is made by whoever opened the case: the one before ends at once, and the case says so without it', async () => {
    const before = await pinOf();
    expect((await asks('dana')).html).toContain(before);
    expect((await asks('dana', 'POST')).status).toBe(303);
    const after = await pinOf();
    expect(after).not.toBe(before);
    expect((await asks('dana')).html).toContain(after);
    expect(await writes(STRANGER, `${key.caseId} ${before}`)).toContain('do not belong');
    expect(await writes(STRANGER, `${key.caseId} ${after}`)).toContain(STANDS);
    const note = (await here.events(key)).find(({ type }) => type === 'NoteAdded');
    expect(note).toMatchObject({ by: 'dana', audience: 'customer' });
    expect(JSON.stringify(await here.events(key))).not.toMatch(new RegExp(`${before}|${after}`));
    expect(await here.settle()).toEqual([]);
  });

  test('opens a line that wrong ones have closed', async () => {
    const wrong = otherThan(await pinOf());
    for (const number of ['+12025550151', '+12025550152']) await tries(number, ...Array(5).fill(wrong));
    expect(await writes('+12025550157', `${key.caseId} ${await pinOf()}`)).toContain(LOCKED);
    await asks('dana', 'POST');
    expect(await writes('+12025550157', `${key.caseId} ${await pinOf()}`)).toContain(STANDS);
  });

  test('is made by the customer’s manager, and its opener hears it by their own telephone', async () => {
    expect((await asks('mia', 'POST')).status).toBe(303);
    const after = await pinOf();
    expect((await asks('mia')).html).toContain(after);
    await here.settle();
    await here.carrier.settled();
    expect(here.lastText(NUMBERS.dana)).toContain(`case ${key.caseId} has a new PIN, ${after}.`);
    const kept = await here.rows<{ text: string }>(
      `select body_text as text from delivery_body join delivery using (contract_id, delivery_id) where means = 'text'`,
    );
    expect(kept.map(({ text }) => text).join()).not.toContain(after);
  });

  test('is made by the desk for a caller: it says how it made sure, is told nothing, and the opener is', async () => {
    const before = await pinOf();
    expect((await asks('desk')).html).not.toContain(before);
    expect((await asks('desk', 'POST')).status).toBe(422);
    expect(await pinOf()).toBe(before);
    const made = await asks('desk', 'POST', { madeSure: 'Rang back the number on file.' });
    expect(made.status).toBe(303);
    const after = await pinOf();
    expect((await asks('desk')).html).not.toContain(after);
    expect((await notes()).join()).toContain('made sure who asks: Rang back the number on file.');
    const mails = await here.settle();
    expect(mails.map(({ to }) => to.address)).toEqual(['dana@ladder.example']);
    await here.carrier.settled();
    expect(here.lastText(NUMBERS.dana)).toContain(after);
  });

  test('is spoken, digit by digit, to whoever has no mobile telephone; without any the desk makes none', async () => {
    const { db } = here.connection;
    await sql`update person set office = mobile, mobile = null where person_id = 'dana'`.execute(db);
    const before = await pinOf();
    await asks('desk', 'POST', { madeSure: 'Rang back the number on file.' });
    await here.settle();
    await here.carrier.settled();
    const phone = here.phone(NUMBERS.dana);
    await phone.answer();
    expect(here.heard(NUMBERS.dana)).toContain(`has a new PIN: ${[...(await pinOf())].join(', ')}.`);
    await phone.hangUp();
    await sql`update person set office = null where person_id = 'dana'`.execute(db);
    const now = await pinOf();
    expect(now).not.toBe(before);
    expect((await asks('desk', 'POST', { madeSure: 'By voice' })).status).toBe(409);
    expect(await pinOf()).toBe(now);
  });

  test('is for nobody else', async () => {
    const before = await pinOf();
    for (const who of ['ana', 'olga']) {
      expect((await asks(who)).status).toBe(404);
      expect((await asks(who, 'POST', { madeSure: 'x' })).status).toBe(404);
    }
    expect(await pinOf()).toBe(before);
  });
});
