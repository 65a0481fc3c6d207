import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { chainStart } from '../../src/app/ports/chain-start.ts';
import { chained } from '../../src/app/record.ts';
import { signingKey } from '../../src/app/secret.ts';
import { ASSETS } from '../../src/http/pages/static-files.ts';
import { recordPage } from '../../src/portal/record/record-pages.tsx';
import { type AnswersWorld, answersWorld } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { TEST_SECRET } from '../build/engine-parts.ts';
import { checkpointIn, tamper } from '../record/record-world.ts';

const PAGE = '/contracts/sample/record';

let here: AnswersWorld;
beforeEach(async () => {
  here = await answersWorld(on('Tue 09:00'));
  const { db } = here.connection;
  await sql`insert into person (contract_id, person_id, name, email)
    values ('sample', 'alan', 'alan', 'alan@ladder.example')`.execute(db);
  await sql`insert into role values ('sample', 'alan', 'auditor', null)`.execute(db);
});
afterEach(() => here.close());

async function ask(who: string, url = PAGE, method: 'GET' | 'POST' = 'GET') {
  return here.server.inject({ method, url, headers: { cookie: await here.stepIn(who) } });
}
const textOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

const signed = () =>
  here.connection.db
    .transaction()
    .execute((trx) => checkpointIn(trx, on('Tue 09:30'), signingKey(TEST_SECRET)));

/** Asks again until the verification has ended. */
async function verified(who: string): Promise<string> {
  expect((await ask(who, `${PAGE}/verify`, 'POST')).statusCode).toBe(303);
  for (let tries = 0; tries < 200; tries++) {
    const text = textOf((await ask(who)).body);
    if (!text.includes('Look again')) return text;
  }
  throw new Error('the verification does not end');
}

test('oversight and auditors see the record; to everybody else there is none', async () => {
  const { caseId } = await here.open();
  for (const path of [PAGE, `${PAGE}/${caseId}`, `${PAGE}/${caseId}/events.json`]) {
    for (const who of ['olga', 'alan'])
      expect([path, who, (await ask(who, path)).statusCode]).toEqual([path, who, 200]);
    for (const who of ['dana', 'ana', 'desk']) {
      expect([path, who, (await ask(who, path)).statusCode]).toEqual([path, who, 404]);
    }
  }
  expect((await ask('dana', `${PAGE}/verify`, 'POST')).statusCode).toBe(404);
});

test('the whole record is verified, and the page says that it holds, with what was looked at', async () => {
  await here.open({ text: 'No dial tone' });
  expect(textOf((await ask('alan')).body)).toContain('No checkpoint has been signed yet.');
  await signed();
  expect(textOf((await ask('alan')).body)).toContain(
    'Checkpoint 1 of Tue 17 Nov 2026, 9:30 am Pacific covers 1 case with',
  );
  const text = await verified('alan');
  expect(text).toContain('The record holds');
  expect(text).toContain('Looked at: 1 case, 2 events, 1 text.');
});

test('the first thing that does not hold is named, on both pages', async () => {
  const key = await here.open({ text: 'No dial tone' });
  await here.open();
  await signed();
  await tamper(here.connection.db, (db) =>
    sql`update event set body = jsonb_set(body::jsonb, '{by}', '"zed"')::json
      where case_id = ${key.caseId} and number = 1`.execute(db),
  );
  expect(await verified('olga')).toContain(`The record does not hold`);
  const one = textOf((await ask('olga', `${PAGE}/${key.caseId}`)).body);
  expect(one).toContain('The record does not hold');
  expect(one).toContain(key.caseId);
});

test('of another contract only that something does not hold is said', async () => {
  const { db } = here.connection;
  await here.open();
  await sql`insert into contract values ('elsewhere', 'Other', 'UTC', now())`.execute(db);
  await sql`insert into customer values ('elsewhere', 'agency', 'Agency')`.execute(db);
  await sql`insert into revision select 'elsewhere', number, state, digest, jsonb_set(rules, '{contract}', '"sample"'),
    agreed_by, loaded_at, published_at, loaded_by from revision`.execute(db);
  const text = await verified('alan');
  expect(text).toContain('outside this contract');
  expect(text).not.toContain('elsewhere');
});

test('one case has its chain, which can be counted again from the file', async () => {
  const key = await here.open({ text: 'No dial tone' });
  await signed();
  const page = textOf((await ask('alan', `${PAGE}/${key.caseId}`)).body);
  expect(page).toContain('The record holds');
  expect(page).toContain('Checkpoint 1 of');
  const file = (await ask('alan', `${PAGE}/${key.caseId}/events.json`)).json();
  expect(file).toMatchObject({ format: 'ladder-case-events-1', contract: 'sample', caseId: key.caseId });
  expect(file.events.map((one: { number: number }) => one.number)).toEqual([1, 2]);
  expect(file.events[0].text).toBe('No dial tone');
  for (const { digest } of file.events) expect(page).toContain(digest);
  const again = chained(chainStart(key), 1, (await here.events(key)).slice(1));
  expect(again[0]?.digest).not.toBe(file.events[1].digest);
  const bound = chained(file.events[0].digest, 1, (await here.events(key)).slice(1));
  expect(bound[0]?.digest).toBe(file.events[1].digest);
});

test('a case is found by its number, and what is none is said back as text', async () => {
  const { caseId } = await here.open();
  const found = await ask('alan', `${PAGE}?case=${caseId}`);
  expect([found.statusCode, found.headers.location]).toEqual([303, `${PAGE}/${caseId}`]);
  for (const wanted of ['999999', '<script>alert(1)</script>', '\0', 'a'.repeat(500)]) {
    const { statusCode, body } = await ask('alan', `${PAGE}?case=${encodeURIComponent(wanted)}`);
    expect(statusCode).toBe(404);
    expect(body).toContain('There is no case');
    expect(body).not.toContain('<script>alert');
  }
});

test('while a verification goes on the page says how far it is and renews itself, also without script', () => {
  const shown = (run: Parameters<typeof recordPage>[0]['run']): string =>
    recordPage({
      ...{ language: 'en', isDemonstration: false, places: [], assets: ASSETS, base: PAGE, timeZone: 'UTC' },
      ...{ checkpoint: undefined, missing: undefined, run },
    });
  const begun = { begunAt: on('Tue 09:00'), done: 40, total: 100, hasFailed: false, proof: undefined };
  const renewed = /<noscript><meta http-equiv="refresh" content="\d+"><\/noscript>/;
  expect(shown(begun)).toMatch(renewed);
  expect(shown(begun)).toMatch(/<progress[^>]* value="40" max="100"/);
  expect(shown(undefined)).not.toMatch(renewed);
  expect(shown({ ...begun, hasFailed: true })).not.toMatch(renewed);
});
