import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ReceivedMail } from '../../src/app/ports/mail.ts';
import { browserAt, type TestBrowser } from '../accounts/door.ts';
import { type AnswersWorld, answersWorld, to } from '../build/answers-world.ts';
import { on } from '../build/case.ts';

const ADDRESS = 'open.sample.service@ladder.example';
const LIST = '/contracts/sample/mail';
const HOSTILE = `<b>"'&</b><script>alert(1)</script>`;

let here: AnswersWorld;
beforeEach(async () => {
  here = await answersWorld(on('Tue 09:00'));
}, 60_000);
afterEach(() => here.close());

const ask = async <T>(text: string): Promise<readonly T[]> =>
  (await sql.raw<T>(text).execute(here.connection.db)).rows;

let mails = 0;
const mailOf = (changes: Partial<ReceivedMail> = {}): ReceivedMail => ({
  id: `opening-${++mails}`,
  receivedAt: on('Tue 09:00'),
  recipient: ADDRESS,
  from: 'dana@ladder.example',
  authenticated: true,
  kind: 'person',
  word: undefined,
  subject: 'No dial tone',
  text: 'All lines are dead since 8.',
  files: [],
  bounced: undefined,
  ...changes,
});

const cases = () => ask<{ case_id: string }>(`select case_id from "case" order by case_id`);
const openedEvents = async () =>
  Promise.all(
    (await cases()).map(
      async ({ case_id: caseId }) => (await here.events({ contract: 'sample', caseId }))[0]!,
    ),
  );
const kept = () =>
  ask<{ outcome: string; why: string | null }>(
    'select outcome, why from opening_mail order by received_at, mail_id',
  );
const addressed = async (): Promise<readonly string[]> =>
  (await here.settle()).map(({ to: { address } }) => address).toSorted();

describe('the addresses', () => {
  test.each([
    [ADDRESS, true],
    ['OPEN.Sample.Service@Ladder.Example', true],
    ['open.sample@ladder.example', true],
    ['open.sample.billing@ladder.example', true],
    ['open.sample.sewage@ladder.example', false],
    ['open.sample.@ladder.example', false],
    ['open.sample.service.now@ladder.example', false],
    ['open.other@ladder.example', false],
    ['open.@ladder.example', false],
    ['open@ladder.example', false],
    ['open.sample.service@other.example', false],
    ['open.sample.service', false],
    [`open.sample' or true --@ladder.example`, false],
  ])('%s opens a case: %s', async (recipient, isKnown) => {
    expect(await here.taker.knows(recipient)).toBe(isKnown);
  });

  test('a contract without a plan in force has none', async () => {
    await ask(`update revision set state = 'superseded'`);
    expect(await here.taker.knows(ADDRESS)).toBe(false);
  });
});

describe('a mail of a customer whose domain vouches for it', () => {
  test('opens the case at once, as of when it was received, and its writer is told as of any case', async () => {
    await here.setClock(on('Tue 09:10'));
    await here.taker.take(mailOf({ receivedAt: on('Tue 09:05') }));
    expect(await openedEvents()).toEqual([
      expect.objectContaining({
        type: 'CaseOpened',
        ...{ by: 'dana', over: 'email', actor: 'customer', customer: 'agency', track: 'service' },
        ...{ occurredAt: on('Tue 09:05'), text: 'No dial tone\n\nAll lines are dead since 8.' },
      }),
    ]);
    expect(await kept()).toEqual([{ outcome: 'opened', why: null }]);
    const letters = await here.settle();
    expect(to(letters, 'dana').subject).toContain('Case opened');
    expect(to(letters, 'ana').text).toContain('All lines are dead since 8.');
  });

  test('twice, also when both come at once, opens one', async () => {
    const mail = mailOf();
    await Promise.all([here.taker.take(mail), here.taker.take(mail)]);
    await here.taker.take(mail);
    expect(await cases()).toHaveLength(1);
  });

  test.each([
    ['says one word', { subject: 'Help', text: '' }, 'Help'],
    ['says "satisfied"', { subject: '', text: 'satisfied', word: 'satisfied' as const }, 'satisfied'],
    ['says nothing', { subject: '', text: '' }, undefined],
  ])('opens one where it %s', async (_name, changes, text) => {
    await here.taker.take(mailOf(changes));
    expect(await openedEvents()).toEqual([expect.objectContaining({ type: 'CaseOpened' })]);
    expect((await openedEvents())[0]).toMatchObject(text === undefined ? {} : { text });
  });
});

describe('a mail that is held', () => {
  test('for want of proof opens nothing; who it is said to be from is told at the address on file, and so is the desk', async () => {
    await here.taker.take(mailOf({ authenticated: false }));
    expect(await cases()).toEqual([]);
    expect(await kept()).toEqual([{ outcome: 'held', why: 'unproved' }]);
    const letters = await here.settle();
    const mine = to(letters, 'dana');
    expect(mine.text.replaceAll(/\s+/g, ' ')).toContain('A mail in your name “No dial tone” has come in');
    expect(mine.text).toContain('http://ladder.example/contracts/sample/start');
    const desk = to(letters, 'desk');
    expect(desk.text).toContain('http://ladder.example/contracts/sample/mail/opening-');
    expect(letters).toHaveLength(2);
  });

  test('of somebody unknown without proof is told to the desk alone', async () => {
    await here.taker.take(mailOf({ authenticated: false, from: 'stranger@elsewhere.example' }));
    expect(await addressed()).toEqual(['desk@ladder.example']);
  });

  test('of somebody unknown whose domain vouches is told to them once a day', async () => {
    const from = 'stranger@elsewhere.example';
    await here.taker.take(mailOf({ from }));
    const letters = await here.settle();
    expect(to(letters, 'stranger').text.replaceAll(/\s+/g, ' ')).toContain(
      'Your mail “No dial tone” has come in',
    );
    expect(to(letters, 'stranger').text).not.toContain('/start');
    await here.taker.take(mailOf({ from }));
    expect(await addressed()).toEqual(['desk@ladder.example']);
    await here.setClock(on('Wed 09:30'));
    await here.taker.take(mailOf({ from, receivedAt: on('Wed 09:30') }));
    expect(await addressed()).toEqual(['desk@ladder.example', from]);
    expect((await kept()).map(({ why }) => why)).toEqual(['unknown', 'unknown', 'unknown']);
  });

  test('of a sender that is nobody, or no address, is told to the desk alone', async () => {
    await here.taker.take(mailOf({ authenticated: false, from: '' }));
    await here.taker.take(mailOf({ from: 'a b@<x>' }));
    expect(await addressed()).toEqual(['desk@ladder.example', 'desk@ladder.example']);
  });

  test('names no track where the plan has several', async () => {
    await here.taker.take(mailOf({ recipient: 'open.sample@ladder.example' }));
    expect(await kept()).toEqual([{ outcome: 'held', why: 'noTrack' }]);
  });

  test('is of somebody of two customers, of none, or of two people', async () => {
    await ask(`insert into customer (contract_id, customer_id, name) values ('sample', 'court', 'Court')`);
    await ask(`insert into role values ('sample', 'dana', 'customerManager', 'court')`);
    await here.taker.take(mailOf());
    await here.taker.take(mailOf({ from: 'ana@ladder.example' }));
    await ask(`insert into person (contract_id, person_id, name, email)
      values ('sample', 'twin', 'Twin', 'Olga@ladder.example')`);
    await here.taker.take(mailOf({ from: 'olga@ladder.example' }));
    expect((await kept()).map(({ why }) => why)).toEqual([
      'severalCustomers',
      'notCustomer',
      'severalPeople',
    ]);
    expect(await cases()).toEqual([]);
  });

  test('whoever forges many in one name has five told of it in an hour, to its owner and to the desk', async () => {
    for (let count = 0; count < 8; count++) await here.taker.take(mailOf({ authenticated: false }));
    const told = await addressed();
    expect(told.filter((one) => one.startsWith('dana@'))).toHaveLength(5);
    expect(told.filter((one) => one.startsWith('desk@'))).toHaveLength(5);
    expect(await kept()).toHaveLength(8);
  });

  test('is one of a thousand: one more is put off, and nothing of it is kept', async () => {
    await ask(`insert into opening_mail (contract_id, mail_id, received_at, kind, is_proved, outcome, why)
      select 'sample', 'old-' || n, '2026-01-01T00:00:00Z', 'person', false, 'held', 'unproved'
      from generate_series(1, 1000) n`);
    const mail = mailOf({ authenticated: false });
    await expect(here.taker.take(mail)).rejects.toThrow('more mails are held');
    expect(await kept()).toHaveLength(1000);
    await here.taker.take(mailOf());
    expect(await cases()).toHaveLength(1);
    await ask(`update opening_mail set outcome = 'putAside' where mail_id = 'old-1'`);
    await here.taker.take(mail);
    expect(await addressed()).toContain('desk@ladder.example');
  });

  test('not at all where a program wrote it: nothing is opened, kept or told', async () => {
    await here.taker.take(mailOf({ kind: 'automaticReply' }));
    await here.taker.take(mailOf({ kind: 'loop' }));
    await here.taker.take(mailOf({ kind: 'bounce' }));
    expect(await cases()).toEqual([]);
    expect((await kept()).map(({ outcome }) => outcome)).toEqual(['nothing', 'nothing', 'nothing']);
    expect(
      await ask(`select from opening_mail_body where coalesce(sender, subject, body_text) is not null`),
    ).toEqual([]);
    expect(await here.settle()).toEqual([]);
  });
});

async function as(who: string): Promise<TestBrowser> {
  const browser = browserAt(here);
  for (const pair of (await here.stepIn(who)).split('; ')) browser.plant(pair);
  return browser;
}

const CHOSEN = { customer: 'agency', reporter: 'dana', track: 'billing' };

describe('the desk', () => {
  let desk: TestBrowser;
  let path: string;
  beforeEach(async () => {
    const mail = mailOf({ authenticated: false, subject: `${HOSTILE} bill`, text: `Wrong sum ${HOSTILE}` });
    await here.taker.take(mail);
    path = `${LIST}/${mail.id}`;
    await here.settle();
    desk = await as('desk');
  });

  test('sees each with what it says, whose it may be and whether that is proved, and how many wait', async () => {
    const { body } = await desk.get(LIST);
    expect(body).toContain('Mail (1)');
    expect(body).toContain('dana@ladder.example');
    expect(body).toContain('Nothing proves that it is from there');
    expect(body).toContain('Wrong sum &lt;b&gt;');
    expect(body).not.toContain('<script>alert');
    const one = await desk.get(path);
    expect(one.body).toContain('value="dana" checked');
    expect(one.body).not.toContain('<script>alert');
  });

  test('opens the case for its writer as of when it came, and the record says that it came by mail', async () => {
    await here.setClock(on('Tue 11:00'));
    const sent = await desk.post(`${path}/open`, CHOSEN);
    expect(sent.statusCode).toBe(303);
    const [opened] = await openedEvents();
    expect(opened).toMatchObject({
      ...{ by: 'desk', onBehalfOf: 'customer', over: 'email', track: 'billing', reporter: 'dana' },
      ...{ occurredAt: on('Tue 09:00'), text: `${HOSTILE} bill\n\nWrong sum ${HOSTILE}` },
    });
    expect((await desk.get(String(sent.headers.location))).statusCode).toBe(200);
    expect(to(await here.settle(), 'dana').subject).toContain('Case opened');
    const again = await desk.post(`${path}/open`, CHOSEN);
    expect([again.statusCode, again.headers.location]).toEqual([303, sent.headers.location]);
    expect(await cases()).toHaveLength(1);
    expect((await desk.get(LIST)).body).toContain('Nothing waits');
  });

  test('is told what is missing, and nothing happens', async () => {
    const sent = await desk.post(`${path}/open`, { customer: 'agency', reporter: 'ana', track: 'sewage' });
    expect(sent.statusCode).toBe(422);
    expect(sent.body).toContain('href="#reporter"');
    expect(sent.body).toContain('href="#track"');
    expect((await desk.post(`${path}/open`, { customer: 'nobody' })).statusCode).toBe(422);
    expect(await cases()).toEqual([]);
  });

  test('puts one aside with a reason, once it was asked', async () => {
    expect((await desk.post(`${path}/aside`, { reason: ' ' })).statusCode).toBe(422);
    expect((await desk.post(`${path}/aside`, { reason: 'x'.repeat(2001) })).statusCode).toBe(422);
    const asked = await desk.post(`${path}/aside`, { reason: `Advertising ${HOSTILE}` });
    expect(asked.statusCode).toBe(200);
    expect(asked.body).toContain('Yes, put it aside');
    expect(await kept()).toEqual([{ outcome: 'held', why: 'unproved' }]);
    const sure = { reason: `Advertising ${HOSTILE}`, sure: 'yes' };
    expect((await desk.post(`${path}/aside`, sure)).headers.location).toBe(`${LIST}?done=aside`);
    expect((await desk.post(`${path}/aside`, sure)).headers.location).toBe(`${LIST}?done=aside`);
    const { body } = await desk.get(path);
    expect(body).toContain('put it aside: Advertising &lt;b&gt;');
    expect(body).not.toContain('<script>alert');
    expect((await desk.post(`${path}/open`, CHOSEN)).statusCode).toBe(409);
    expect(await cases()).toEqual([]);
  });

  test('of two at once one opens it, and the other is told so', async () => {
    await ask(`insert into person (contract_id, person_id, name, email)
      values ('sample', 'desk2', 'Second desk', 'desk2@ladder.example')`);
    await ask(`insert into role values ('sample', 'desk2', 'desk')`);
    const second = await as('desk2');
    const answers = await Promise.all([
      desk.post(`${path}/open`, CHOSEN),
      second.post(`${path}/open`, CHOSEN),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 409]);
    const late = answers.find(({ statusCode }) => statusCode === 409);
    expect(late?.body).toContain('this does not wait any more');
    expect(late?.body).toMatch(/opened case \d+ for it/);
    expect(await cases()).toHaveLength(1);
  });

  test('alone sees them', async () => {
    for (const who of ['dana', 'ana', 'olga']) {
      const browser = await as(who);
      expect((await browser.get(LIST)).statusCode).toBe(404);
      expect((await browser.post(`${path}/open`, CHOSEN)).statusCode).toBe(404);
    }
    expect((await desk.get(`${LIST}/nothing`)).statusCode).toBe(404);
    expect((await desk.get(`${LIST}?after=nothing`)).headers.location).toBe(LIST);
  });
});

test('who may open a case is told the addresses where they begin one', async () => {
  const dana = await as('dana');
  expect((await dana.get('/contracts/sample/start')).body).toContain(`mailto:${ADDRESS}`);
  expect((await dana.get('/plans/sample')).body).toContain(`mailto:${ADDRESS}`);
  const olga = await as('olga');
  expect((await olga.get('/plans/sample')).body).not.toContain('mailto:open.');
});
