import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import ical, { type VEvent } from 'node-ical';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readTimeOffDue } from '../../src/app/rota/read-time-off.ts';
import { verifyRecord } from '../../src/app/verify.ts';
import { askCalendar } from '../../src/channels/calendar/ask-calendar.ts';
import { asInstant, formatInstant } from '../../src/core/instant.ts';
import { timeOffPath } from '../../src/http/pages/places.ts';
import { composeTimeOff } from '../../src/render/mail/compose-time-off.ts';
import { openContracts } from '../../src/store/contracts/open-contracts.ts';
import { readRecord } from '../../src/store/record/read-record.ts';
import { openRetention } from '../../src/store/record/retention.ts';
import { type AnswersWorld, answersWorld } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { TEST_SECRET } from '../build/engine-parts.ts';
import { revisionWith } from '../build/revision.ts';

const NOW = on('Tue 09:00');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const PAGE = '/contracts/sample/rota/time-off';
const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Ana and Bo hand over each day at noon; at nine it is Bo's. */
const revision = revisionWith({
  rotas: {
    crew: {
      layers: [{ turns: ['ana', 'bo'], every: '1 day', from: dateOf(NOW - 2 * DAY), handOver: '12:00' }],
    },
  },
  levels: [
    { title: 'Engineer', reach: ['crew'], otherwise: ['desk'] },
    { title: 'Senior', reach: ['bo'] },
    { title: 'Director', reach: ['cy'] },
  ],
});

/** Calendars as somebody's program has them, each at a path of its own. */
interface Outside {
  readonly url: (path: string) => string;
  readonly calendars: Map<string, string | number>;
  readonly asked: string[];
  close(): void;
}

async function outside(): Promise<Outside> {
  const calendars = new Map<string, string | number>();
  const asked: string[] = [];
  const server = createServer(({ url = '' }, reply) => {
    asked.push(url);
    const found = calendars.get(url) ?? 404;
    reply.writeHead(typeof found === 'number' ? found : 200).end(typeof found === 'number' ? '' : found);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { url: (path) => `http://127.0.0.1:${port}${path}`, calendars, asked, close: () => server.close() };
}

const compact = (at: number): string => formatInstant(asInstant(at)).replaceAll(/[-:]|\.000/g, '');
const away = (...times: readonly (readonly [from: number, until: number])[]): string =>
  [
    'BEGIN:VCALENDAR',
    ...times.flatMap(([from, until], at) => [
      ...['BEGIN:VEVENT', `UID:${at}`, `DTSTART:${compact(from)}`, `DTEND:${compact(until)}`],
      ...['SUMMARY:Surgery at St Example', 'END:VEVENT'],
    ]),
    'END:VCALENDAR',
  ].join('\r\n');

let here: AnswersWorld;
let there: Outside;
const cookies = new Map<string, string>();
beforeEach(async () => {
  cookies.clear();
  here = await answersWorld(NOW, { revision });
  there = await outside();
});
afterEach(async () => {
  there.close();
  await here.close();
});

async function ask(method: 'GET' | 'POST', person: string, url: string, form: Record<string, string> = {}) {
  const cookie = cookies.get(person) ?? (await here.stepIn(person));
  cookies.set(person, cookie);
  return here.server.inject({
    ...{ method, url },
    headers: { cookie, ...(method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded' }) },
    ...(method === 'POST' && { payload: new URLSearchParams(form).toString() }),
  });
}
const give = (person: string, path: string, timeZone = 'Europe/Berlin') =>
  ask('POST', person, PAGE, { url: there.url(path), timeZone });
const textOf = async (person: string, url: string): Promise<string> =>
  (await ask('GET', person, url)).body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const at = (instant: number) => here.setClock(asInstant(instant));
const read = () =>
  readTimeOffDue({
    ...{ contracts: openContracts(here.store), secret: TEST_SECRET, newId: crypto.randomUUID.bind(crypto) },
    ...{ read: askCalendar({ allowed: ['127.0.0.1'] }), compose: composeTimeOff, timeOffPath },
    isDemonstration: false,
  });
/** Whom a case reaches that is opened now. */
async function reachedNow(): Promise<readonly string[]> {
  const inForce = await here.store.transaction((tx) => tx.publishedRevision('sample'));
  const events = await here.events(await here.open(inForce && { revision: inForce }));
  return events.flatMap((event) => (event.type === 'LevelContacted' ? event.contacts : []));
}
const rows = async (what: string): Promise<string> => {
  const found = await sql<{
    row: string;
  }>`select ${sql.ref(what)}::text as row from ${sql.table(what)}`.execute(here.connection.db);
  return JSON.stringify(found.rows);
};

describe('whoever is away by their calendar', () => {
  beforeEach(() => there.calendars.set('/a.ics', away([NOW - HOUR, NOW + 2 * DAY])));

  test('is off duty from the moment it is given, the level falls back, and everybody who looks sees it', async () => {
    expect(await reachedNow()).toEqual(['bo']);
    const given = await give('bo', '/a.ics');
    expect([given.statusCode, given.headers.location]).toEqual([303, expect.stringContaining('?given=')]);
    expect(await textOf('bo', String(given.headers.location))).toContain('was read: 1 absence within');
    // With nobody on duty whoever is named otherwise is reached; at noon Ana comes on as ever.
    expect(await reachedNow()).toEqual(['desk']);
    await at(NOW + 4 * HOUR);
    expect(await reachedNow()).toEqual(['ana']);
    await at(NOW + 2 * DAY + HOUR);
    expect(await reachedNow()).toEqual(['bo']);
    await at(NOW);
    const rota = await textOf('olga', '/contracts/sample/rota');
    expect(rota).toContain('Nobody: those whom the level names otherwise are reached.');
    expect(rota).toContain('away: bo');
    expect(await textOf('olga', '/contracts/sample/rota?view=month')).toContain('away: bo');
    expect(await textOf('bo', PAGE)).toContain('crew: nobody instead of you');
  });

  test('has no duty in calendars of duty in that time', async () => {
    const made = await ask('POST', 'olga', '/contracts/sample/rota/calendars', { what: 'level-1' });
    const path = /\/duty\/[\w-]{43}\/duty\.ics/.exec(made.body)?.[0] ?? 'none';
    const ofBo = async () => {
      const { body } = await here.server.inject({ url: path });
      const all = Object.values(ical.sync.parseICS(body)).filter(
        (one): one is VEvent => one?.type === 'VEVENT',
      );
      return all
        .filter(({ summary, end }) => String(summary).startsWith('bo') && Number(end) >= NOW)
        .map(({ start, end }) => [Number(start), Number(end)] as const)
        .toSorted((one, other) => one[0] - other[0]);
    };
    expect((await ofBo())[0]?.[0]).toBeLessThan(NOW);
    await give('bo', '/a.ics');
    const after = await ofBo();
    expect(after[0]?.[1]).toBe(NOW);
    expect(after[1]?.[0]).toBe(NOW + 2 * DAY);
  });

  test('gives that duty away in a swap all the same', async () => {
    there.calendars.set('/later.ics', away([NOW + DAY, NOW + 2 * DAY]));
    await give('bo', '/later.ics');
    const page = (await ask('GET', 'bo', '/contracts/sample/rota/swap')).body;
    const [own, other] = ['own', 'other'].map((name) => {
      const field = page.slice(page.indexOf(`name="${name}"`));
      return /value="(crew\/[^"]+)"/.exec(field)?.[1] ?? 'none';
    }) as [string, string];
    expect(own).toBe(`crew/bo/${NOW + DAY + 3 * HOUR}`);
    expect((await ask('POST', 'bo', '/contracts/sample/rota/swap', { own, other })).statusCode).toBe(303);
  });

  test('is on the record by times alone, and the record holds', async () => {
    await give('bo', '/a.ics');
    const events = await rows('rota_event');
    expect(events).toContain('TimeOffRead');
    for (const table of ['rota_event', 'time_off_feed']) expect(await rows(table)).not.toContain('Surgery');
    const found = await readRecord(here.connection.db, async (record) => {
      const { broken } = await verifyRecord(record, { against: [], publicKey: '' });
      return broken?.code;
    });
    expect(found).toBeUndefined();
  });

  test('is on duty again once they end the calendar, and nobody else can', async () => {
    await give('bo', '/a.ics');
    const end = /\/contracts\/sample\/rota\/time-off\/[0-9a-f-]{36}\/end/.exec(
      (await ask('GET', 'bo', PAGE)).body,
    )?.[0] as string;
    expect((await ask('POST', 'ana', end)).headers.location).toBe(PAGE);
    expect(await reachedNow()).toEqual(['desk']);
    expect((await ask('POST', 'bo', end)).headers.location).toBe(`${PAGE}?ended=1`);
    expect(await reachedNow()).toEqual(['bo']);
    expect(await rows('time_off_feed')).toBe('[]');
  });

  test('takes it with them when they leave the seat, and whoever comes brings their own', async () => {
    there.calendars.set('/c.ics', away([NOW, NOW + HOUR]));
    await give('bo', '/a.ics');
    await give('cy', '/c.ics');
    await sql`update seat set person_id = 'cy' where seat_id = 'bo'`.execute(here.connection.db);
    await read();
    expect(await reachedNow()).toEqual(['desk']);
    await at(NOW + HOUR);
    expect(await reachedNow()).toEqual(['bo']);
  });

  test('is forgotten when they are erased', async () => {
    await give('bo', '/a.ics');
    const { db } = here.connection;
    await openRetention(db).erase(
      { scope: 'person', contract: 'sample', personId: 'bo' },
      false,
      asInstant(NOW),
    );
    expect(await rows('time_off_feed')).toBe('[]');
    await read();
    const { state } = await openContracts(here.store).transaction((tx) => tx.liveRotas('sample'));
    expect(state.timeOff).toEqual([]);
  });
});

describe('a calendar', () => {
  test('is read again every half hour, by one node, and what has changed in it counts', async () => {
    there.calendars.set('/a.ics', away());
    await give('bo', '/a.ics');
    there.calendars.set('/a.ics', away([NOW, NOW + DAY]));
    await at(NOW + 29 * MINUTE);
    await read();
    expect(await reachedNow()).toEqual(['bo']);
    await at(NOW + 30 * MINUTE);
    await Promise.all([read(), read(), read()]);
    expect(there.asked).toHaveLength(2);
    expect(await reachedNow()).toEqual(['desk']);
  });

  test('that cannot be read keeps what it said, says so, and its owner is told after a day, once', async () => {
    there.calendars.set('/a.ics', away([NOW, NOW + 9 * DAY]));
    await give('bo', '/a.ics');
    there.calendars.set('/a.ics', 503);
    const told = [];
    for (let half = 1; half <= 60; half++) {
      await at(NOW + half * 30 * MINUTE);
      await read();
      told.push(...(await here.settle()).map((mail) => ({ mail, half })));
    }
    expect(told.map(({ mail, half }) => [mail.to.address, half])).toEqual([['bo@ladder.example', 49]]);
    expect(told[0]!.mail.text).toMatchInlineSnapshot(`
      "The calendar of your absences at 127.0.0.1 cannot be read since Tue 17
      Nov 2026, 9:30 am Pacific.

      Its server answered with status 503. Try again later.

      What it said on Tue 17 Nov 2026, 9:00 am Pacific still holds. What you
      have changed in it since is not known here: you may be on duty while
      you are away.

      Look whether the calendar is still at its address, and give it anew on
      the page where it is not. You are told this once, until it could be
      read again.

      * See your time off. Shows when it was read, and takes another address.
        http://ladder.example/contracts/sample/rota/time-off

      -- 
      You get this mail because you gave a calendar of your absences for A
      contract. It cannot be answered.
      "
    `);
    expect(await textOf('bo', PAGE)).toMatch(/It cannot be read since .* answered with status 503/);
    expect(await textOf('desk', '/contracts/sample/readiness')).toContain(
      'Calendar of absences not read since',
    );
    // It is Bo's duty, and he is away.
    expect(await reachedNow()).toEqual(['desk']);
    there.calendars.set('/a.ics', away([NOW, NOW + 9 * DAY]));
    await at(NOW + 31 * HOUR);
    await read();
    expect(await textOf('bo', PAGE)).not.toContain('It cannot be read');
    expect(await textOf('desk', '/contracts/sample/readiness')).not.toContain('not read since');
  });

  test('has an address that is shown and kept by its host alone, and stands in no log', async () => {
    there.calendars.set('/private-7c3f9a.ics', away());
    await give('bo', '/private-7c3f9a.ics');
    const refused = await give('bo', '/private-7c3f9b.ics');
    expect(refused.statusCode).toBe(422);
    const pages = [refused.body, (await ask('GET', 'bo', PAGE)).body];
    expect(pages[1]).toContain('127.0.0.1');
    const kept = [await rows('time_off_feed'), await rows('rota_event'), here.logged.join()];
    for (const text of [...pages, ...kept]) expect(text).not.toContain('7c3f9');
  });

  test('is taken three times from one person, and each once', async () => {
    for (const name of ['/a.ics', '/b.ics', '/c.ics', '/d.ics']) there.calendars.set(name, away());
    expect((await give('bo', '/a.ics')).statusCode).toBe(303);
    expect((await give('bo', '/a.ics')).body).toContain('This calendar is read already.');
    await give('bo', '/b.ics');
    await give('bo', '/c.ics');
    expect((await give('bo', '/d.ics')).body).toContain('You have as many calendars as are taken.');
  });

  test.each<[string, Record<string, string>, string]>([
    ['without an address', { url: '' }, 'This is not the address of a calendar.'],
    ['in plain text over the internet', { url: 'http://calendar.example/a.ics' }, 'This is not the address'],
    ['with a password in it', { url: 'https://bo:hush@calendar.example/a.ics' }, 'This is not the address'],
    ['that is a script', { url: 'javascript:alert(1)' }, 'This is not the address'],
    ['at a private address', { url: 'https://10.0.0.1/a.ics' }, 'It is at a private address'],
    ['of a cloud', { url: 'webcal://169.254.169.254/a.ics' }, 'It is at a private address'],
    [
      'on the clocks of nowhere',
      { url: 'https://calendar.example/a', timeZone: 'Nowhere/Land' },
      'no such time zone',
    ],
  ])('is refused %s', async (_, form, why) => {
    const refused = await ask('POST', 'bo', PAGE, { timeZone: 'UTC', ...form });
    expect([refused.statusCode, refused.body.includes(why)]).toEqual([422, true]);
    expect(await rows('time_off_feed')).toBe('[]');
  });

  test.each([
    ['that is not there', 404, 'The address may be old'],
    ['that is a page', '<!doctype html>', 'What is there is no calendar'],
    [
      'of what comes by the hour',
      away([NOW, NOW + HOUR]).replace('UID:0', 'UID:0\r\nRRULE:FREQ=HOURLY'),
      'several times a day',
    ],
    ['that sends on', 302, 'It sends on to another address'],
    ['that is too long', 'BEGIN:VCALENDAR\r\n'.padEnd(1024 * 1024 + 1, ' '), 'longer than a megabyte'],
  ])('is refused where there is one %s, with what to do', async (_, answer, why) => {
    there.calendars.set('/a.ics', answer);
    const refused = await give('bo', '/a.ics');
    expect([refused.statusCode, refused.body.includes(why)]).toEqual([422, true]);
  });

  test('is for those who fill a seat of the contractor, and not there for customers', async () => {
    there.calendars.set('/a.ics', away());
    expect((await give('olga', '/a.ics')).statusCode).toBe(404);
    expect(await textOf('olga', PAGE)).toContain('You fill no seat of the plan for the contractor');
    expect((await ask('GET', 'dana', PAGE)).statusCode).toBe(404);
  });
});
