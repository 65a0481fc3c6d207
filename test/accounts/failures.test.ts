import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { machineNow } from '../../src/clock/machine.ts';
import { type AnswersWorld, answersWorld } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { textOf } from '../build/case-page-world.ts';
import { askForLink, browserAt, pathIn, signInByLink } from './door.ts';

let here: AnswersWorld;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  // The whole of a window is before whoever tries.
  vi.setSystemTime(Math.ceil(machineNow() / HOUR_MS) * HOUR_MS);
  here = await answersWorld(NOW);
});
afterEach(async () => {
  vi.useRealTimers();
  await here.close();
});

const NOW = on('Tue 09:00');
const HOUR_MS = 3_600_000;
const DANA = 'dana@ladder.example';

/** What happened at the door of the installation or of a contract, as it happened. */
async function lines(contract?: string) {
  const found = await here.accountKeeping.happened(contract, { before: undefined, max: 200 });
  return [...found].reverse();
}
const often = async (contract?: string) =>
  (await lines(contract)).filter(({ kind }) => kind === 'triedTooOften');
const dead = async (contract?: string) => (await lines(contract)).filter(({ kind }) => kind === 'linkFailed');

/** Until `times` passwords for an address are tried from one place. */
async function guess(address: string, times: number, from = '198.51.100.7') {
  const guesser = browserAt(here, from);
  for (let tried = 0; tried < times; tried++)
    await guesser.post('/sign-in/password', { address, password: `guess ${tried}` });
}

describe('a password that is tried too often', () => {
  test('is written down with whose it is, at first and each time it has doubled', async () => {
    await guess(DANA, 26);
    const failed = (await lines(here.contract)).filter(({ kind }) => kind === 'signInFailed');
    // As nobody has an account yet under the address, these name nobody.
    expect(failed).toHaveLength(0);
    expect(await often(here.contract)).toMatchObject(
      [11, 12, 14, 18, 26].map((times) => ({
        ...{ times, name: 'dana', method: 'password', address: '198.51.100.7', agent: 'Test browser' },
      })),
    );
  });

  test('from one place for many addresses is a few lines too, and names nobody where nobody is known', async () => {
    for (let one = 0; one < 30; one++) await guess(`a${one}@nowhere.example`, 3);
    const found = await often();
    expect(found.map(({ times }) => times)).toEqual([61, 62, 64, 68, 76]);
    expect(found.every(({ name, email }) => name === undefined && email === undefined)).toBe(true);
    expect(await often(here.contract)).toEqual([]);
  });

  test('is counted anew in the next quarter of an hour', async () => {
    await guess(DANA, 11);
    vi.setSystemTime(machineNow() + HOUR_MS / 4);
    await guess(DANA, 11);
    expect((await often()).map(({ times }) => times)).toEqual([11, 11]);
  });
});

test('passkeys that prove nothing are written down, and that they were too many', async () => {
  const guesser = browserAt(here);
  for (let tried = 0; tried < 61; tried++)
    await guesser.post('/sign-in/passkey', { credential: '{"id":"made up"}' });
  const kinds = (await lines()).filter(({ method }) => method === 'passkey').map(({ kind }) => kind);
  expect(kinds).toEqual([...Array(60).fill('signInFailed'), 'triedTooOften']);
});

describe('a link to sign in that lets nobody in', () => {
  test('is written down with whose it was and why, on the page of whoever administers the contract too', async () => {
    const browser = browserAt(here, '192.0.2.5');
    const { mails } = await askForLink(here, browser, DANA);
    expect((await browser.post(pathIn(mails[0]))).statusCode).toBe(303);
    expect((await browserAt(here, '192.0.2.6').get(pathIn(mails[0]))).statusCode).toBe(410);
    expect((await browserAt(here, '192.0.2.6').post(pathIn(mails[0]))).statusCode).toBe(410);
    const slow = await askForLink(here, browser, 'ana@ladder.example');
    await here.setClock(on('Tue 09:11'));
    expect((await browserAt(here).get(pathIn(slow.mails[0]))).statusCode).toBe(410);
    expect(await dead(here.contract)).toMatchObject([
      { name: 'dana', method: 'used', times: 1, address: '192.0.2.6' },
      { name: 'dana', method: 'used', times: 2 },
      { name: 'ana', method: 'expired', times: 1 },
    ]);
    const { db } = here.connection;
    await sql`insert into person (contract_id, person_id, name, email)
      values ('sample', 'adam', 'adam', 'adam@ladder.example')`.execute(db);
    await sql`insert into role values ('sample', 'adam', 'administrator', null)`.execute(db);
    const adam = browserAt(here);
    await signInByLink(here, adam, 'adam@ladder.example');
    const text = textOf((await adam.get(`/contracts/${here.contract}/admin/sign-ins`)).body);
    expect(text).toContain('Came with a link to sign in that had been used already.');
    expect(text).toContain('Came with a link to sign in that had been used already, 2 times by then.');
    expect(text).toContain('Came with a link to sign in that was too old.');
  });

  test('too often keeps the name and address that were typed with it', async () => {
    const browser = browserAt(here);
    const path = `/sign-in/link/${'x'.repeat(43)}`;
    for (let one = 0; one < 90; one++) await browser.get(path);
    const { statusCode, body } = await browser.post(path, { name: 'Ysolde "Y" Park', email: DANA });
    expect(statusCode).toBe(429);
    expect(body).toContain('name="name" value="Ysolde &#34;Y&#34; Park"');
    expect(body).toContain(`name="email" value="${DANA}"`);
    expect(textOf(body)).toContain('Send it again');
  });

  test('and is none of ours is a few lines, from however many places', async () => {
    for (let one = 0; one < 20; one++)
      await browserAt(here, `198.51.100.${one}`).get(`/sign-in/link/${'x'.repeat(40)}${100 + one}`);
    expect((await dead()).map(({ times, method }) => [times, method])).toEqual(
      [1, 2, 4, 8, 16].map((times) => [times, 'unknown']),
    );
    expect(await dead(here.contract)).toEqual([]);
  });
});
