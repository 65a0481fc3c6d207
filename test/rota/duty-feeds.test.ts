import { sql } from 'kysely';
import ical, { type VEvent } from 'node-ical';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Caller } from '../../src/app/authorise.ts';
import { giveLive } from '../../src/app/rota/give-live.ts';
import { asInstant } from '../../src/core/instant.ts';
import { openContracts } from '../../src/store/contracts/open-contracts.ts';
import { type AnswersWorld, answersWorld } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { revisionWith } from '../build/revision.ts';

const NOW = on('Tue 09:00');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const PAGE = '/contracts/sample/rota/calendars';
const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Ana and Bo hand over each day at noon. */
const revision = revisionWith({
  rotas: {
    engineers: {
      layers: [{ turns: ['ana', 'bo'], every: '1 day', from: dateOf(NOW - 200 * DAY), handOver: '12:00' }],
    },
  },
  levels: [
    { title: 'Engineer', reach: ['engineers'], otherwise: ['desk'] },
    { title: 'Senior', reach: ['bo'] },
    { title: 'Director', reach: ['cy'] },
  ],
});

let here: AnswersWorld;
const cookies = new Map<string, Awaited<ReturnType<AnswersWorld['stepIn']>>>();

beforeEach(async () => {
  cookies.clear();
  here = await answersWorld(NOW, { revision });
  const { db } = here.connection;
  await sql`insert into person (contract_id, person_id, name, email)
    values ('sample', 'petra', 'Petra Example', 'petra@ladder.example')`.execute(db);
  await sql`insert into role values ('sample', 'petra', 'programManager', null)`.execute(db);
  await sql`update person set name = 'Ana Aldous' where person_id = 'ana'`.execute(db);
  await sql`update person set name = 'Bo; Brandt, jr' where person_id = 'bo'`.execute(db);
});
afterEach(() => here.close());

const ask = async (method: 'GET' | 'POST', person: string, url: string, form: Record<string, string> = {}) =>
  here.server.inject({
    ...{ method, url },
    headers: {
      cookie: await cookieOf(person),
      ...(method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    ...(method === 'POST' && { payload: new URLSearchParams(form).toString() }),
  });

async function cookieOf(person: string): Promise<string> {
  const known = cookies.get(person) ?? (await here.stepIn(person));
  cookies.set(person, known);
  return typeof known === 'string' ? known : String(known);
}

/** Makes an address as its page does; the path of it. */
async function made(person: string, what: string): Promise<string> {
  const { statusCode, body } = await ask('POST', person, PAGE, { what });
  expect(statusCode).toBe(200);
  return /\/duty\/[\w-]{43}\/duty\.ics/.exec(body)?.[0] ?? 'none';
}

const fetched = (path: string, headers: Record<string, string> = {}) =>
  here.server.inject({ method: 'GET', url: path, headers });

async function events(path: string): Promise<readonly VEvent[]> {
  const { statusCode, body } = await fetched(path);
  expect(statusCode).toBe(200);
  return Object.values(ical.sync.parseICS(body)).filter((one): one is VEvent => one?.type === 'VEVENT');
}

const PETRA: Caller = {
  ...{ contract: 'sample', personId: 'petra', over: 'portal', seats: [] },
  grants: [{ role: 'programManager' }],
};
const overrideToday = () =>
  giveLive(openContracts(here.store), PETRA, {
    ...{ type: 'setOverride', rota: 'engineers', kind: 'only', people: ['ana'] },
    ...{ from: asInstant(NOW + HOUR), until: asInstant(NOW + 2 * HOUR) },
  });

describe('a calendar of duty', () => {
  test('of a level names everybody, eight weeks back and a year ahead, without a gap', async () => {
    const found = await events(await made('petra', 'level-1'));
    const sorted = [...found].sort((a, b) => Number(a.start) - Number(b.start));
    expect(Number(sorted[0]?.start)).toBeLessThanOrEqual(NOW - 55 * DAY);
    expect(Number(sorted.at(-1)?.end)).toBeGreaterThanOrEqual(NOW + 365 * DAY);
    for (const [index, one] of sorted.slice(1).entries()) expect(one.start).toEqual(sorted[index]?.end);
    expect(new Set(found.map(({ summary }) => summary))).toEqual(
      new Set(['Ana Aldous on duty: engineers', 'Bo; Brandt, jr on duty: engineers']),
    );
    expect(new Set(found.map(({ uid }) => uid)).size).toBe(found.length);
  });

  test('of one’s own shows nobody else, and every second day', async () => {
    const path = await made('ana', 'own');
    const { body, headers } = await fetched(path);
    expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(body).not.toContain('Bo');
    expect(body.split('\r\n').filter((line) => line.includes('\n') || Buffer.byteLength(line) > 75)).toEqual(
      [],
    );
    expect(body).toMatch(/DTSTART:\d{8}T\d{6}Z\r\n/);
    const all = await events(await made('ana', 'level-1'));
    const own = await events(path);
    expect(own.map(({ uid }) => uid)).toEqual(
      all.filter(({ summary }) => String(summary).startsWith('Ana')).map(({ uid }) => uid),
    );
  });

  test('follows an override at once: what stays keeps its name, and everything a higher sequence', async () => {
    const path = await made('petra', 'level-1');
    const before = await events(path);
    const tag = String((await fetched(path)).headers.etag);
    expect((await fetched(path, { 'if-none-match': tag })).statusCode).toBe(304);
    await here.setClock(asInstant(NOW + 60_000));
    expect((await fetched(path, { 'if-none-match': tag })).statusCode).toBe(304);
    expect(await overrideToday()).toMatchObject({ accepted: true });
    const after = await events(path);
    expect((await fetched(path, { 'if-none-match': tag })).statusCode).toBe(200);
    const starts = after.map(({ start }) => Number(start));
    expect(starts).toEqual(expect.arrayContaining([NOW + HOUR, NOW + 2 * HOUR]));
    const names = new Set(after.map(({ uid }) => uid));
    expect(before.filter(({ uid }) => !names.has(uid))).toEqual([]);
    const [first, later] = [before[0], after[0]] as unknown as readonly { sequence: string }[];
    expect(Number(later?.sequence)).toBe(Number(first?.sequence) + 1);
  });
});

describe('an address', () => {
  test('is shown once, kept as a digest only, and gone once its owner has ended it; nobody else can', async () => {
    const path = await made('ana', 'own');
    const list = (await ask('GET', 'ana', PAGE)).body;
    expect(list).not.toContain(path);
    const { rows } = await sql<{ row: string }>`select duty_feed::text as row from duty_feed`.execute(
      here.connection.db,
    );
    expect(JSON.stringify(rows)).not.toContain(path.split('/')[2]);
    const end = /\/contracts\/sample\/rota\/calendars\/[0-9a-f-]{36}\/end/.exec(list)?.[0] ?? 'none';
    expect((await ask('POST', 'petra', end)).headers.location).toBe(PAGE);
    expect((await fetched(path)).statusCode).toBe(200);
    expect((await ask('POST', 'ana', end)).headers.location).toBe(`${PAGE}?ended=1`);
    expect((await fetched(path)).statusCode).toBe(410);
    expect((await ask('POST', 'ana', end)).headers.location).toBe(PAGE);
    expect((await ask('GET', 'ana', PAGE)).body).not.toContain('/end"');
  });

  test('that nobody was given is not there', async () => {
    for (const token of ['A'.repeat(43), 'short', '%00'])
      expect([token, (await fetched(`/duty/${token}/duty.ics`)).statusCode]).toEqual([token, 404]);
  });

  test('of one’s own duty is gone while its owner fills no seat, and of a level while they may not look', async () => {
    const [own, level] = [await made('ana', 'own'), await made('petra', 'level-1')];
    await sql`update seat set person_id = null where person_id = 'ana'`.execute(here.connection.db);
    expect((await fetched(own)).statusCode).toBe(410);
    expect((await fetched(level)).statusCode).toBe(200);
    await sql`delete from role where person_id = 'petra'`.execute(here.connection.db);
    expect((await fetched(level)).statusCode).toBe(410);
  });

  test('wants to be told what it shows, and one person has twenty at most', async () => {
    for (const what of ['', 'own', 'level-2', 'level-9', '<b>"'])
      expect([what, (await ask('POST', 'petra', PAGE, { what })).statusCode]).toEqual([what, 422]);
    for (let count = 0; count < 20; count++) await made('petra', 'level-1');
    const { statusCode, body } = await ask('POST', 'petra', PAGE, { what: 'level-1' });
    expect([statusCode, body.includes('as many addresses as one person may have')]).toEqual([422, true]);
  });
});
