import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CaseKey } from '../../src/app/ports/store.ts';
import { deliver } from '../../src/engine/deliver.ts';
import { startEngine } from '../../src/engine/engine.ts';
import { makeLetters } from '../../src/engine/make-letters.ts';
import { readHeld } from '../../src/store/meter-readings.ts';
import { type AnswersWorld, answersWorld } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { textOf } from '../build/case-page-world.ts';

const MINUTE_MS = 60_000;

let here: AnswersWorld;
let time: ReturnType<typeof on>;
let ill: CaseKey;
let well: CaseKey;
/** Cases of which no letter can be written. */
const broken = new Set<string>();

beforeEach(async () => {
  time = on('Tue 09:00');
  here = await answersWorld(time, { isDemonstration: true });
  [well, ill] = [await here.open(), await here.open()];
  broken.clear();
  broken.add(ill.caseId);
});
afterEach(() => here.close());

const parts = (): AnswersWorld['parts'] => {
  const { letters } = here.parts;
  const { writer } = letters;
  const notice: typeof writer.notice = (given) => {
    if (broken.has(given.caseId)) throw new TypeError('no such word');
    return writer.notice(given);
  };
  return { ...here.parts, letters: { ...letters, writer: { ...writer, notice } } };
};
const write = async (): Promise<void> => {
  while ((await here.store.untilNext('notice')) === 0) await makeLetters(parts());
};
const later = async (minutes: number): Promise<void> => {
  time = (time + minutes * MINUTE_MS) as typeof time;
  await here.setClock(time);
};
const failed = async () => {
  const { rows } = await sql<{ id: string; times: number; minutes: number; error: string }>`
    select case_id as id, times, (extract(epoch from next_at) * 1000)::int8 as minutes, error from failed_letter`.execute(
    here.connection.db,
  );
  return rows.map(({ id, times, minutes }) => [id, times, (minutes - time) / MINUTE_MS]);
};
const told = async ({ caseId }: CaseKey): Promise<number> => {
  await deliver(parts());
  const { rows } = await sql`select from delivery where case_id = ${caseId} and kind = 'notice'`.execute(
    here.connection.db,
  );
  return rows.length;
};

test('a letter that a bug keeps from being written waits longer each time, up to an hour, and the others go out', async () => {
  await write();
  expect([await told(well), await told(ill)]).toEqual([2, 0]);
  expect(await failed()).toEqual([[ill.caseId, 1, 1]]);
  expect(await readHeld(here.connection.db)).toMatchObject({ failedLetters: 1 });
  const waits: unknown[] = [];
  for (const minutes of [1, 2, 4, 8, 16, 32, 60, 60]) {
    await later(minutes);
    await write();
    waits.push((await failed()).map(([, times, next]) => [times, next]));
  }
  expect(waits.flat()).toEqual([...[2, 4, 8, 16, 32, 60, 60, 60].map((next, index) => [index + 2, next])]);
  expect(here.parts.log.lines.filter((line) => line.startsWith('letter-failed'))).toHaveLength(9);
  broken.clear();
  await write();
  expect(await told(ill)).toBe(0);
  await later(60);
  await write();
  // Whoever is told next, for nobody has acknowledged in these hours, is told with them.
  expect(await told(ill)).toBeGreaterThanOrEqual(2);
  expect(await failed()).toEqual([]);
  expect(await readHeld(here.connection.db)).toMatchObject({ failedLetters: 0 });
});

test('operators see it, with what is wrong, and have it tried again at once', async () => {
  await write();
  const ask = (method: 'GET' | 'POST', url: string, headers: Record<string, string> = {}) =>
    here.server.inject({ method, url, headers: { host: 'localhost', ...headers } });
  const page = textOf((await ask('GET', '/problems')).body);
  expect(page).toContain('Letters that cannot be written');
  expect(page).toContain(`sample/${ill.caseId}`);
  expect(page).toContain('TypeError: no such word');
  broken.clear();
  expect((await ask('POST', '/problems/letters', { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
  await write();
  expect(await told(ill)).toBe(0);
  const pressed = await ask('POST', '/problems/letters');
  expect([pressed.statusCode, pressed.headers.location]).toEqual([303, '/problems']);
  await write();
  expect(await told(ill)).toBe(2);
  expect(textOf((await ask('GET', '/problems')).body)).not.toContain('Try these letters again now');
});

test('a start tries it at once, so that a release with the repair sends it', async () => {
  await write();
  broken.clear();
  const engine = startEngine(parts());
  await expect
    .poll(() => here.parts.mail.sent.filter(({ thread }) => thread.includes(ill.caseId)).length)
    .toBe(2);
  await engine.stop();
  expect(await failed()).toEqual([]);
});

test('of several notices in one job only the one at fault waits', async () => {
  await sql`delete from jobs.job where name = 'notice'`.execute(here.connection.db);
  await here.store.transaction((tx) =>
    tx.addNotices([well, ill].map((key) => ({ ...key, from: 1, to: 2, round: 0 }))),
  );
  await write();
  expect([await told(well), await told(ill)]).toEqual([2, 0]);
  expect(await failed()).toEqual([[ill.caseId, 1, 1]]);
});
