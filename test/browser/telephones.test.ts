import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { telephonesOf } from '../../src/dev/telephones-of.ts';
import { testCarrier } from '../../src/dev/test-carrier/test-carrier.ts';
import { on } from '../build/case.ts';
import { scriptedLadder, twiml } from '../telephone/scripted-ladder.ts';
import { expectAccessible, picture, type Reader } from './browser.ts';
import { hasBrowser } from './chromium.ts';
import { portalWorld } from './portal-world.ts';

const LADDER = '+19165550199';
const ACCOUNT = `AC${'0'.repeat(32)}`;
const LIST = '/outbox/telephones';

describe.runIf(hasBrowser)('a visitor of the demonstration who takes a telephone into the hand', () => {
  let here: Awaited<ReturnType<typeof portalWorld>>;
  let carrier: Awaited<ReturnType<typeof testCarrier>>;
  let ladder: Awaited<ReturnType<typeof scriptedLadder>>;
  beforeAll(async () => {
    ladder = await scriptedLadder({
      '/telephone/text': twiml('<Message>Case 1004 is acknowledged.</Message>'),
      '/telephone/call': twiml(
        '<Say language="en-US">This is Ladder. Say what is wrong.</Say><Record action="/told"/>',
      ),
      '/told': twiml('<Say language="en-US">Your case is 1004. Goodbye.</Say>'),
      '/notice': twiml(
        '<Gather numDigits="1" action="/pressed"><Say language="en-US">Case 1004 waits for you. To acknowledge, press 1.</Say></Gather>',
      ),
      '/pressed': ({ form }) => twiml(`<Say language="en-US">You pressed ${form.Digits}. Goodbye.</Say>`),
    });
    carrier = await testCarrier({ account: ACCOUNT, token: 'token', number: LADDER, patience: 12 });
    carrier.ladderAt({ url: ladder.url });
    here = await portalWorld(on('Tue 09:00'), {
      telephones: telephonesOf(carrier, async () => undefined),
    });
  }, 120_000);
  afterAll(async () => {
    await here.close();
    await carrier.close();
    await ladder.close();
  });

  /** Ladder rings, or texts, as its engine would. */
  async function ask(what: 'Calls' | 'Messages', fields: Record<string, string>): Promise<void> {
    const reply = await fetch(`${carrier.url}/2010-04-01/Accounts/${ACCOUNT}/${what}.json`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${ACCOUNT}:token`).toString('base64')}` },
      body: new URLSearchParams({ From: LADDER, ...fields }),
    });
    expect(reply.status).toBe(201);
    await carrier.settled();
  }

  /** Answers, presses a key, rings, speaks, texts. */
  async function story({ page, visit }: Reader, number: string, look: (name: string) => Promise<void>) {
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    const said = (text: string) => page.getByText(text).first().waitFor();
    page.setDefaultTimeout(60_000);
    await visit('/outbox');
    await page.getByRole('link', { name: 'Texts and calls, telephone by telephone' }).click();
    await page.getByLabel('Another number').fill('12');
    await button('Take this telephone').press('Enter');
    await page.getByRole('link', { name: /cannot be dialled/ }).waitFor();
    await look('refused');
    await page.getByLabel('Another number').fill(`+${number}`);
    await button('Take this telephone').press('Enter');
    await said('It is quiet.');
    await ask('Messages', { To: `+${number}`, Body: `Case 1004. ${here.baseUrl}/plans Answer 1.` });
    await ask('Calls', { To: `+${number}`, Url: `${ladder.url}/notice` });
    return { button, said };
  }

  test('hears it ring without asking again, answers, presses a key, rings, speaks and texts', async () => {
    const reader = await here.reader();
    const { page } = reader;
    const look = async (name: string) => {
      await expectAccessible(page);
      await picture(page, `telephone-${name}`);
    };
    const { button, said } = await story(reader, '17075550111', look);
    await said('It rings: a call from');
    await said('Answer 1.');
    await look('rings');
    await page.getByLabel('Text to Ladder').fill('half a text');
    await button('Answer').press('Enter');
    await said('To acknowledge, press 1.');
    await look('asked');
    await button('1').press('Enter');
    await said('It is quiet.');
    await said('You pressed 1. Goodbye.');
    await look('after');
    await button('Ring Ladder').press('Enter');
    await said('It records: speak.');
    await button('Say it').press('Enter');
    await page.getByRole('link', { name: 'Nothing was typed.' }).waitFor();
    await page.getByLabel('Speak').fill('No dial tone at the pilot station.');
    await look('records');
    await button('Say it').press('Enter');
    await said('It is quiet.');
    await page.getByLabel('Text to Ladder').fill('1');
    await button('Send the text').press('Enter');
    await said('Case 1004 is acknowledged.');
    await look('texts');
    await reader.visit(LIST);
    await look('list');
    expect(carrier.recordings.map(({ text }) => text)).toContain('No dial tone at the pilot station.');
    expect(carrier.problems).toEqual([]);
  }, 300_000);

  test('does it without script too, by asking for the page again', async () => {
    const reader = await here.reader(undefined, { script: false, width: 360 });
    const { page } = reader;
    const { button, said } = await story(reader, '17075550112', async () => undefined);
    await reader.visit(`${LIST}/17075550112`);
    await said('It rings: a call from');
    await page.getByRole('link', { name: 'Look again' }).waitFor();
    await button('Answer').press('Enter');
    await said('To acknowledge, press 1.');
    await page.getByLabel('Several keys at once').fill('x');
    await button('Press them').press('Enter');
    await page.getByRole('link', { name: /Keys are the figures/ }).waitFor();
    await button('1').press('Enter');
    await said('It is quiet.');
    await picture(page, 'telephone-bare');
    await button('Ring Ladder').press('Enter');
    await page.getByLabel('Speak').fill('The line is dead.');
    await button('Say it and hang up').press('Enter');
    await said('It is quiet.');
    await reader.visit(`${LIST}/17075550112/answer`);
    expect(carrier.problems).toEqual([]);
  }, 300_000);

  test('is told where a call has gone on in the meantime', async () => {
    const { page, visit } = await here.reader(undefined, { script: false });
    await ask('Calls', { To: '+17075550113', Url: `${ladder.url}/notice` });
    await visit(`${LIST}/17075550113`);
    await carrier.phone('+17075550113').letRing();
    await page.getByRole('button', { name: 'Answer', exact: true }).click();
    await page.getByText('That cannot be done now').waitFor();
    expect(await visit(`${LIST}/12`)).toBe(404);
  });
});
