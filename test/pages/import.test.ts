import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse } from '../../src/core/plan/reading/parse.ts';
import { type AnswersWorld, answersWorld } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { ROOT } from '../check/source.ts';

const PAGE = '/contracts/sample/import';
const TWIN = readFileSync(`${ROOT}docs/source/calnet-3-category-9.1.md`);

let here: AnswersWorld;
beforeEach(async () => {
  here = await answersWorld(on('Tue 09:00'));
  const { db } = here.connection;
  await sql`insert into person (contract_id, person_id, name, email)
    values ('sample', 'pia', 'pia', 'pia@ladder.example')`.execute(db);
  await sql`insert into role values ('sample', 'pia', 'programManager', null)`.execute(db);
});
afterEach(() => here.close());

const BOUNDARY = 'ladder-test';

const part = (about: string, bytes: string | Uint8Array): Buffer =>
  Buffer.concat([
    Buffer.from(`--${BOUNDARY}\r\ncontent-disposition: form-data; ${about}\r\n\r\n`),
    Buffer.from(bytes),
    Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
  ]);

async function send(who: string, url: string, payload: Buffer) {
  const headers = {
    cookie: await here.stepIn(who),
    'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
  };
  return here.server.inject({ method: 'POST', url, headers, payload });
}

/** A machine that does other things as well shows how far it has read, and then what it read. */
async function upload(who: string, name: string, bytes: Uint8Array) {
  let answer = await send(who, PAGE, part(`name="file"; filename="${name.replaceAll('"', '%22')}"`, bytes));
  const url = answer.headers.location;
  const headers = { cookie: await here.stepIn(who) };
  while (answer.statusCode === 303 || answer.body.includes('http-equiv="refresh"'))
    answer = await here.server.inject({ method: 'GET', url: String(url), headers });
  return answer;
}

const ask = async (who: string) =>
  here.server.inject({ method: 'GET', url: PAGE, headers: { cookie: await here.stepIn(who) } });
const textOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const draftIn = (html: string): string =>
  (/<textarea[^>]*>([\s\S]*?)<\/textarea>/.exec(html)?.[1] ?? '')
    .replaceAll('&#34;', '"')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll('&gt;', '>')
    .replaceAll('&lt;', '<')
    .trimStart();

test('a program manager chooses a document; nobody else finds the page', async () => {
  const { statusCode, body } = await ask('pia');
  expect(statusCode).toBe(200);
  expect(textOf(body)).toContain('at most 16 MiB');
  for (const who of ['dana', 'ana', 'desk', 'olga'])
    expect([who, (await ask(who)).statusCode]).toEqual([who, 404]);
  expect((await upload('dana', 'plan.md', TWIN)).statusCode).toBe(404);
});

test('what was read stands beside the draft, with the words and their places', async () => {
  const { statusCode, body } = await upload('pia', 'plan.md', TWIN);
  expect(statusCode).toBe(200);
  const said = textOf(body);
  expect(said).toContain('9 open questions, 13 findings');
  expect(said).toContain('A "not" seems to be missing'.replaceAll('"', '&#34;'));
  expect(said).toContain('3rd level, Jory Pellinger (line 58)');
  const draft = parse(draftIn(body));
  expect(draft.findings).toEqual([]);
  expect(draft.value.contract?.title).toBe('CALNET 3, Category 9.1');
});

test('the draft is handed over as a file', async () => {
  const draft = draftIn((await upload('pia', 'plan.md', TWIN)).body);
  const given = await send('pia', `${PAGE}/draft`, part('name="draft"', draft.replaceAll('\n', '\r\n')));
  expect([given.statusCode, given.body]).toEqual([200, draft]);
  expect(given.headers['content-disposition']).toContain('sample-draft.plan.yaml');
  expect(given.headers['content-type']).toContain('application/yaml');
});

test('what a document says is text on the page, whatever it looks like', async () => {
  const evil =
    '# Escalation Plan\n\nContract: <img src=x onerror=alert(1)> SD-1\n\nCustomer calls level 1. </textarea><script>alert(2)</script> is odd.\n';
  const { statusCode, body } = await upload('pia', '"><b>.md', Buffer.from(evil));
  expect(statusCode).toBe(200);
  expect(body).not.toContain('<img src=x');
  expect(body).not.toContain('<script>alert');
});

test.each([
  ['no file', '', new Uint8Array(), 422, 'Choose a document.'],
  ['an empty file', 'plan.txt', new Uint8Array(), 422, 'The file holds no text.'],
  ['a damaged PDF', 'plan.pdf', Buffer.from('%PDF-1.4 and no more'), 422, 'The file is damaged'],
  ['a file too large', 'plan.txt', Buffer.alloc(16 * 1024 * 1024 + 1, 'a'), 413, 'larger than 16 MiB'],
])('%s is answered with what to do', async (_what, name, bytes, status, said) => {
  const { statusCode, body } = await upload('pia', name, bytes);
  expect(statusCode).toBe(status);
  expect(textOf(body)).toContain(said);
});
