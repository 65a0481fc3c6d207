import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CaseKey } from '../../src/app/ports/store.ts';
import { type AnswersWorld, answersWorld } from '../build/answers-world.ts';
import { on } from '../build/case.ts';

const HOSTILE = `<b>"'&</b><script>alert(1)</script>`;
const PAGE = '/contracts/sample/overview';

let here: AnswersWorld;
beforeEach(async () => {
  here = await answersWorld(on('Tue 09:00'));
  const { db } = here.connection;
  await sql`insert into customer values (${here.contract}, 'other', 'Another agency')`.execute(db);
  for (const [person, role, customer = null] of [
    ['alan', 'auditor'],
    ['petra', 'programManager'],
    ['adam', 'administrator'],
    ['mia', 'customerManager', 'agency'],
  ]) {
    await sql`insert into person (contract_id, person_id, name, email)
      values (${here.contract}, ${person}, ${person}, ${`${person}@ladder.example`})`.execute(db);
    await sql`insert into role values (${here.contract}, ${person}, ${role}, ${customer})`.execute(db);
  }
});
afterEach(() => here.close());

async function get(who: string | undefined, url = PAGE) {
  const cookie = who === undefined ? {} : { cookie: await here.stepIn(who) };
  return here.server.inject({ method: 'GET', url, headers: cookie });
}

async function responds(key: CaseKey, text = 'Looking into it'): Promise<void> {
  const [answer] = await here.send({
    key,
    caller: undefined,
    actor: 'contractor',
    command: { type: 'respond', by: 'ana', text },
  });
  if (!answer?.accepted) throw new Error('not answered');
}

/** The text of a page, without its marks. */
const textOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('who may look', () => {
  test('those who watch over the contract, and a customer’s manager; nobody else knows of it', async () => {
    for (const who of ['olga', 'alan', 'petra', 'adam', 'mia']) {
      expect([who, (await get(who)).statusCode]).toEqual([who, 200]);
    }
    for (const who of ['dana', 'ana', 'desk']) {
      expect([who, (await get(who)).statusCode]).toEqual([who, 404]);
      expect([who, (await get(who, `${PAGE}/cases.csv`)).statusCode]).toEqual([who, 404]);
    }
    const signedOut = await get(undefined);
    expect([signedOut.statusCode, signedOut.headers.location]).toEqual([
      303,
      `/sign-in?then=${encodeURIComponent(PAGE)}`,
    ]);
  });

  test('a customer’s manager has the numbers of that customer alone', async () => {
    await here.open({ customer: 'other', track: 'billing' });
    await here.open({ track: 'billing' });
    expect(textOf((await get('olga')).body)).toContain('2 cases opened from');
    const own = textOf((await get('mia')).body);
    expect(own).toContain('1 case opened from');
    expect(own).toContain('Only your own organization’s cases are counted.');
    expect((await get('mia', `${PAGE}/cases.csv`)).body).not.toContain('other');
    expect((await get('mia', `${PAGE}/events.json`)).json().events).not.toHaveLength(0);
  });
});

describe('the numbers', () => {
  test('of an answer stand in the table, in the description of each picture and in the tables below them', async () => {
    const key = await here.open({ track: 'billing' });
    await here.setClock(on('Tue 09:40'));
    await responds(key);
    const html = (await get('olga', `${PAGE}?answer=responded&clock=open`)).body;
    expect(textOf(html)).toContain('First response 40 min 40 min 1 0 0');
    expect(html).toContain('Of 1 answer, half came within 40 min and nine in ten within 40 min.');
    expect(html).toContain('Slowest for cases opened on Tue from 9 am: half within 40 min.');
    expect(textOf(html)).toContain('up to 1 h (half, 9 in 10) 1');
    expect(textOf(html)).toContain('Mon 16 Nov 2026 1 40 min 40 min');
    expect(html.match(/<svg[^>]*role="img"/g)).toHaveLength(3);
  });

  test('without cases the page says so and draws nothing', async () => {
    const html = (await get('olga')).body;
    expect(html).toContain('No case is open.');
    expect(html).toContain('No case was opened in these days.');
    expect(html).not.toMatch(/class="chart"/);
  });

  test('a case whose step is due and untaken is late; each number leads to the cases it counts', async () => {
    const late = await here.open();
    await here.setClock(on('Tue 13:30'));
    await here.settle();
    const today = await here.open();
    await here.open({ practice: true });
    const html = (await get('alan')).body;
    const text = textOf(html);
    expect(text).toMatch(/Due today 1 Something of theirs falls due .* Late now 1 Something was due/);
    const leadsTo = async (name: string): Promise<readonly string[]> => {
      const [, link = ''] =
        new RegExp(`<dt>${name}</dt><dd><strong class="figure"><a href="([^"]*)">`).exec(html) ?? [];
      const list = await get('alan', link.replaceAll('&amp;', '&'));
      return [...list.body.matchAll(/\/cases\/(\d+)"/g)].map(([, caseId = '']) => caseId);
    };
    expect(new Set(await leadsTo('Late now'))).toEqual(new Set([late.caseId]));
    expect(new Set(await leadsTo('Due today'))).toEqual(new Set([today.caseId]));
    expect(new Set(await leadsTo('Open cases'))).toEqual(new Set([late.caseId, today.caseId]));
    expect(text).toContain('A step is due: the customer may contact the next level 1');
  });

  test('what an address asks for and cannot have is refused by name, and the usual is shown', async () => {
    await here.open();
    for (const [query, said] of [
      ['from=yesterday', '“yesterday” is no date.'],
      ['from=2026-02-30', '“2026-02-30” is no date.'],
      ['from=2026-12-01&until=2026-11-01', 'Tue 1 Dec 2026 comes after Sun 1 Nov 2026.'],
      ['from=1950-01-01&until=2026-11-01', 'More than 20 years are not shown at once.'],
      ['answer=king', '“king” is nothing to choose for “answer”.'],
      [`clock=${encodeURIComponent(HOSTILE)}`, 'is nothing to choose for “clock”'],
    ]) {
      const { statusCode, body } = await get('olga', `${PAGE}?${query}`);
      expect([query, statusCode]).toEqual([query, 422]);
      expect(body).toContain(said);
      expect(body).not.toContain('<script>alert');
      expect(body).toContain('1 case opened from');
    }
  });

  test('in Spanish the page says the same', async () => {
    const key = await here.open({ track: 'billing' });
    await responds(key);
    const { body } = await here.server.inject({
      method: 'GET',
      url: PAGE,
      headers: { cookie: await here.stepIn('olga'), 'accept-language': 'es' },
    });
    expect(body).toContain('<html lang="es"');
    expect(textOf(body)).toContain('Primera respuesta');
  });
});

describe('exports', () => {
  test('hold the cases and events of the days that were asked for, in the contract’s zone', async () => {
    const key = await here.open({ track: 'billing', references: ['INC-7'], text: 'No dial tone' });
    await here.setClock(on('Tue 09:40'));
    await responds(key);
    await here.open({ practice: true });
    const cases = (await get('alan', `${PAGE}/cases.json?from=2026-11-17&until=2026-11-17`)).json();
    expect(cases).toMatchObject({
      format: 'ladder-cases-1',
      contract: 'sample',
      timeZone: 'America/Los_Angeles',
      from: '2026-11-17T00:00:00.000-08:00',
      until: '2026-11-18T00:00:00.000-08:00',
    });
    expect(cases.cases).toHaveLength(1);
    expect(cases.cases[0]).toMatchObject({
      case: key.caseId,
      customerName: 'An agency',
      openedAt: '2026-11-17T09:00:00.000-08:00',
      respondedMinutes: 40,
      respondedOpenMinutes: 40,
      satisfiedMinutes: null,
      references: ['INC-7'],
    });
    const events = (await get('alan', `${PAGE}/events.json`)).json().events;
    expect(events.map((one: { type: string }) => one.type)).toEqual([
      'CaseOpened',
      'LevelContacted',
      'Responded',
    ]);
    expect(events[0]).toMatchObject({ text: 'No dial tone', case: key.caseId, number: 1 });
    expect((await get('alan', `${PAGE}/cases.json?from=2026-11-10&until=2026-11-16`)).json().cases).toEqual(
      [],
    );
  });

  test('as CSV have as many columns in every row as headings, and no cell that is a formula', async () => {
    const key = await here.open({
      track: 'billing',
      references: ['=1+1', '@x'],
      text: '=cmd|"/c calc"!A1\r\n"quoted"',
    });
    await responds(key, '-2+3');
    const reply = await get('olga', `${PAGE}/events.csv`);
    expect(reply.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(reply.headers['content-disposition']).toContain(
      'attachment; filename="sample-events-2026-08-26-2026-11-17.csv"',
    );
    const rows = csvRows(reply.body.replace(/^\ufeff/, ''));
    expect(rows[0]?.slice(0, 3)).toEqual([
      'at (America/Los_Angeles)',
      'occurredAt (America/Los_Angeles)',
      'case',
    ]);
    for (const row of rows) expect(row).toHaveLength(rows[0]?.length ?? 0);
    expect(rows[1]).toContain(`'=cmd|"/c calc"!A1\r\n"quoted"`);
    expect(rows.flat()).toContain(`'-2+3`);
    const cases = csvRows((await get('olga', `${PAGE}/cases.csv`)).body.replace(/^\ufeff/, ''));
    expect(cases[1]).toContain(`'=1+1; @x`);
  });

  test('go through more cases and events than fit one piece, each once', async () => {
    const { db } = here.connection;
    const key = await here.open({ track: 'billing' });
    await sql`insert into "case" (contract_id, case_id, customer_id, revision, track, status, level, waiting_kind,
        practice, opened_by, opened_at, changed_at, events, said, head, state, deadlines)
      select contract_id, 'c' || n, customer_id, revision, track, status, level, waiting_kind, practice, opened_by,
        opened_at + (n / 3) * interval '1 second', changed_at, 0, 0, head, state, '{}'
      from "case", generate_series(1, 1204) n where case_id = ${key.caseId}`.execute(db);
    await sql`insert into event (contract_id, case_id, number, type, at, body, digest)
      select contract_id, 'c' || n, 1, type, at + (n / 7) * interval '1 minute',
        jsonb_set(body::jsonb, '{at}', to_jsonb(to_char((at + (n / 7) * interval '1 minute') at time zone 'UTC',
          'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))::json, digest
      from event, generate_series(1, 1204) n where case_id = ${key.caseId} and number = 1`.execute(db);
    await here.setClock(on('Fri 09:00'));
    const cases = (await get('alan', `${PAGE}/cases.json`)).json().cases as { case: string }[];
    expect(new Set(cases.map((one) => one.case)).size).toBe(1205);
    expect(cases).toHaveLength(1205);
    const events = (await get('alan', `${PAGE}/events.json`)).json().events as { case: string; at: string }[];
    expect(events).toHaveLength(1206);
    expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).sort());
  });

  test('of nothing known, or of days that are none, are not made', async () => {
    expect((await get('alan', `${PAGE}/secrets.csv`)).statusCode).toBe(404);
    const refused = await get('alan', `${PAGE}/cases.csv?from=x`);
    expect([refused.statusCode, refused.headers['content-disposition']]).toEqual([422, undefined]);
  });
});

/** The cells of a text of CSV, by its quotes. */
function csvRows(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
    if (end === '') break;
  }
  return rows.slice(0, -1);
}
