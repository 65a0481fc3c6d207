import { afterEach, beforeEach, expect, test } from 'vitest';
import { asInstant } from '../../src/core/instant.ts';
import { browserAt, type TestBrowser } from '../accounts/door.ts';
import { on } from '../build/case.ts';
import { type ConversationWorld, conversationWorld } from './conversation-world.ts';

const OWN = '/contracts/sample/contacts/own/office';
const NEW = '+1 202 555 0177';
const TELEPHONE = '+12025550177';
const START = on('Tue 09:00');

let here: ConversationWorld;
let ana: TestBrowser;
beforeEach(async () => {
  here = await conversationWorld(START);
  ana = browserAt(here);
  for (const pair of (await here.stepIn('ana')).split('; ')) ana.plant(pair);
}, 60_000);
afterEach(async () => {
  expect(here.carrier.problems).toEqual([]);
  await here.close();
});

const textOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const types = async (code: string) => {
  const { statusCode, body } = await ana.post(`${OWN}/code`, { code });
  return { statusCode, text: textOf(body) };
};
const used = async () =>
  (await here.rows<{ office: string | null }>(`select office from person where person_id = 'ana'`))[0]
    ?.office;

/** Asks for the new number, takes the call that comes there, and writes down what is said: digit by digit. */
async function heardCode(): Promise<string> {
  expect((await ana.post(OWN, { value: NEW })).statusCode).toBe(303);
  await here.settle();
  await here.carrier.settled();
  const phone = here.phone(TELEPHONE);
  expect(phone.current?.status).toBe('ringing');
  await phone.answer();
  const [, digits = ''] = /The code is ([\d, ]+)\./.exec(here.heard(TELEPHONE)) ?? [];
  expect(digits).toMatch(/^\d(?:, \d){7}$/);
  // It is said twice, and once more for a key.
  const times = () => here.heard(TELEPHONE).split(digits).length - 1;
  expect(times()).toBe(2);
  if (phone.current) await phone.press('9');
  expect(times()).toBe(4);
  if (phone.current) await phone.hangUp();
  return digits.replaceAll(', ', '');
}

test('a number is confirmed by the code that is heard in a call there, typed in the contact’s own session', async () => {
  const code = await heardCode();
  expect((await types(code === '00000000' ? '00000001' : '00000000')).statusCode).toBe(422);
  expect(await used()).toBeNull();
  const done = await types(code);
  expect([done.statusCode, done.text.includes('Your new number is used')]).toEqual([200, true]);
  expect(await used()).toBe(NEW);
  const kept = await here.rows<{ body_text: string }>('select body_text from delivery_body');
  expect(JSON.stringify([kept, here.logged])).not.toContain(code);
}, 60_000);

test('half an hour after it was asked for, or after five wrong ones, it confirms nothing', async () => {
  const late = await heardCode();
  await here.setClock(asInstant(START + 30 * 60_000));
  expect((await types(late)).text).toContain('30 minutes are over');
  const code = await heardCode();
  const wrong = code === '00000000' ? '00000001' : '00000000';
  for (let tries = 0; tries < 5; tries++) expect((await types(wrong)).statusCode).toBe(422);
  expect((await types(code)).statusCode).toBe(422);
  expect(await used()).toBeNull();
}, 60_000);

test('another’s session types it in vain', async () => {
  const code = await heardCode();
  const bo = browserAt(here);
  for (const pair of (await here.stepIn('bo')).split('; ')) bo.plant(pair);
  expect((await bo.post(`${OWN}/code`, { code })).statusCode).toBe(422);
  expect(await used()).toBeNull();
}, 60_000);
