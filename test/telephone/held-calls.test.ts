import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { heardIn } from '../../src/dev/test-carrier/carried.ts';
import { on } from '../build/case.ts';
import { type ConversationWorld, conversationWorld, NUMBERS, OURS, STRANGER } from './conversation-world.ts';

let here: ConversationWorld;
let mailId: string;
beforeEach(async () => {
  here = await conversationWorld(on('Tue 09:00'));
  const phone = here.phone(STRANGER);
  await phone.call(OURS);
  for (const key of ['1', '1', '0#']) await phone.press(key);
  await phone.speak('No dial tone', { key: '#' });
  await here.bring();
  const [held] = await here.rows<{ mail_id: string }>('select mail_id from opening_mail');
  mailId = held!.mail_id;
}, 60_000);
afterEach(async () => {
  expect(here.carrier.problems).toEqual([]);
  await here.close();
});

const path = () => `/contracts/${here.contract}/mail/${encodeURIComponent(mailId)}`;
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
/** The recording as the page of the call leads to it. */
async function recordingPath(): Promise<string> {
  const { body } = await asks('desk', path());
  const [, found] = /<a href="([^"]*\/files\/[^"]+)"[^>]*>What the caller says\.wav \(/.exec(body) ?? [];
  if (found === undefined) throw new Error('the page names no recording');
  return found;
}
const deskOpens = () =>
  asks('desk', `${path()}/open`, { customer: 'agency', reporter: 'dana', track: 'service' });

describe('the recording of a call that is held', () => {
  test('is heard by the desk from its page, as a download in which nothing runs', async () => {
    const { statusCode, headers, rawPayload } = await asks('desk', await recordingPath());
    expect([statusCode, headers['content-type']]).toEqual([200, 'audio/wav']);
    expect(headers['content-disposition']).toMatch(/^attachment; filename="What the caller says\.wav"/);
    expect(headers['content-security-policy']).toBe("default-src 'none'; sandbox");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(rawPayload.equals(here.carrier.recordings[0]!.wav)).toBe(true);
  });

  test('is there for nobody else, and under no other name', async () => {
    const recording = await recordingPath();
    for (const who of ['dana', 'ana', 'olga']) expect((await asks(who, recording)).statusCode).toBe(404);
    for (const number of ['0', '2', '99999', 'x', '1%27'])
      expect((await asks('desk', `${path()}/files/${number}`)).statusCode).toBe(404);
  });

  test('is on the case once the desk has opened it, and no longer where it waited', async () => {
    const recording = await recordingPath();
    expect((await deskOpens()).statusCode).toBe(303);
    expect((await asks('desk', recording)).statusCode).toBe(404);
    expect(await here.rows('select kind from case_file')).toEqual([{ kind: 'wav' }]);
  });
});

describe('who has no mail, and for whom the desk opens what waited', () => {
  const pinIn = (told: string): string => /PIN is:? ([\d, ]+)/.exec(told)?.[1]?.replaceAll(/\D/g, '') ?? '';
  async function opensFor(set: string): Promise<string> {
    await sql.raw(`update person set ${set} where person_id = 'dana'`).execute(here.connection.db);
    expect((await deskOpens()).statusCode).toBe(303);
    await here.settle();
    await here.carrier.settled();
    const [opened] = await here.rows<{ case_id: string }>('select case_id from "case"');
    return opened!.case_id;
  }

  test('is told its PIN by a text to the number on file, and hears of the case with it', async () => {
    const caseId = await opensFor('email = null');
    const told = here.phone(NUMBERS.dana).texts.map(({ body }) => body);
    const pin = pinIn(told.join(' '));
    expect(pin).toMatch(/^\d{6}$/);
    await here.phone(STRANGER).text(OURS, `${caseId} ${pin}`);
    await here.carrier.settled();
    expect(here.lastText(STRANGER)).toContain('owes the customer an answer');
    const kept = await here.rows('select body_text, subject from delivery_body');
    expect(JSON.stringify(kept)).not.toContain(pin);
  });

  test('is told it by a call where no text is carried there, digit by digit', async () => {
    await opensFor('email = null, office = mobile, mobile = null');
    const phone = here.phone(NUMBERS.dana);
    const PIN_SAID = /opened case 1, 0, 0, 0, 0, 1 for you\. Its PIN is: (?:\d, ){5}\d\./;
    let told = '';
    // Another call may ring behind it, or find the line taken and come again.
    for (let minute = 1; minute <= 10 && !PIN_SAID.test(told); minute++) {
      if (!phone.current) {
        await here.setClock(on(`Tue 09:${String(minute).padStart(2, '0')}`));
        await here.settle();
        await here.carrier.settled();
        continue;
      }
      told += heardIn(await phone.answer()).join(' ');
      if (phone.current) await phone.hangUp();
    }
    expect(told).toMatch(PIN_SAID);
  });

  test('with a mail of their own is told by it of the case, whose page has the PIN, and by nothing else', async () => {
    await opensFor(`email = 'dana@ladder.example'`);
    expect(here.phone(NUMBERS.dana).texts.filter(({ body }) => body.includes('PIN'))).toEqual([]);
    expect(await here.rows('select 1 from telephone_line where pin_id is not null')).toEqual([]);
  });
});
