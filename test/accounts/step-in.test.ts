import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { type AnswersWorld, answersWorld } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { cookieFrom } from '../build/sign-in.ts';

let here: AnswersWorld;
afterEach(() => here.close());

const HOST = { host: 'localhost:8080' };
const get = (url: string, headers: Record<string, string> = {}) =>
  here.server.inject({ method: 'GET', url, headers: { ...HOST, ...headers } });
const post = (url: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
  here.server.inject({
    method: 'POST',
    url,
    headers: { ...HOST, 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(form).toString(),
  });
const goOn = (to: string) => Object.fromEntries([['then', to]]);
const setCookies = (answer: Awaited<ReturnType<typeof post>>): readonly string[] =>
  [answer.headers['set-cookie'] ?? []].flat();

describe('stepping in', () => {
  test('shows everybody with a role once, and signs in as who was chosen', async () => {
    here = await answersWorld(on('Tue 09:00'), { isDemonstration: true });
    const page = await get('/step-in');
    expect(page.statusCode).toBe(200);
    for (const name of ['ana', 'dana', 'olga']) {
      expect(page.body.split(`Step in as ${name}<`)).toHaveLength(2);
    }
    expect(page.body).not.toContain('Step in as bea');
    const stepped = await post('/step-in', { contract: here.contract, person: 'dana', ...goOn('/clock') });
    expect([stepped.statusCode, stepped.headers.location]).toEqual([303, '/clock']);
    const [cookie] = setCookies(stepped);
    expect(cookie).toMatch(/^ladder\.session_token=[^;]+;.*HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    const session = await sessionBy(cookieFrom(setCookies(stepped)));
    expect(session).toMatchObject({
      name: 'dana',
      isFresh: true,
      isInstallationAdministrator: false,
      people: [{ personId: 'dana', grants: [{ role: 'customer', customerId: 'agency' }] }],
    });
  });

  test('as another ends the session before it', async () => {
    here = await answersWorld(on('Tue 09:00'), { isDemonstration: true });
    const dana = await here.stepIn('dana');
    const stepped = await post('/step-in', { contract: here.contract, person: 'ana' }, { cookie: dana });
    expect(stepped.statusCode).toBe(303);
    expect(await sessionBy(dana)).toBeUndefined();
    expect(await sessionBy(cookieFrom(setCookies(stepped)))).toMatchObject({
      name: 'ana',
      people: [{ seats: ['ana'] }],
    });
  });

  test('into one person from two browsers at once is one account', async () => {
    here = await answersWorld(on('Tue 09:00'), { isDemonstration: true });
    const [one, two] = await Promise.all([here.stepIn('olga'), here.stepIn('olga')]);
    const [first, second] = [await sessionBy(one), await sessionBy(two)];
    expect(first?.accountId).toBe(second?.accountId);
    expect(first?.sessionId).not.toBe(second?.sessionId);
  });

  test.each([
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'clock',
    '',
    '/a\tb',
  ])('goes nowhere but home when it is told to go to "%s"', async (named) => {
    here = await answersWorld(on('Tue 09:00'), { isDemonstration: true });
    const stepped = await post('/step-in', { contract: here.contract, person: 'dana', ...goOn(named) });
    expect(stepped.headers.location).toBe('/');
  });

  test('is in no other installation', async () => {
    here = await answersWorld(on('Tue 09:00'));
    expect((await get('/step-in')).statusCode).toBe(404);
    const tried = await post('/step-in', { contract: here.contract, person: 'dana' });
    expect([tried.statusCode, setCookies(tried)]).toEqual([404, []]);
  });

  test('into somebody who is not there, or by a form of somebody else, signs nobody in', async () => {
    here = await answersWorld(on('Tue 09:00'), { isDemonstration: true });
    const form = { contract: here.contract, person: 'dana' };
    for (const tried of [
      await post('/step-in', { ...form, person: 'nobody' }),
      await post('/step-in', { person: 'dana\0' }),
      await post('/step-in', form, { origin: 'https://elsewhere.example' }),
      await post('/step-in', form, { origin: 'null' }),
      await post('/step-in', form, { 'sec-fetch-site': 'cross-site' }),
      await post('/step-in', form, { host: 'rebound.elsewhere.example' }),
    ]) {
      expect([403, 404]).toContain(tried.statusCode);
      expect(setCookies(tried)).toEqual([]);
    }
  });
});

describe('a session', () => {
  test('is nobody’s with a changed cookie, one that is not signed, or one that is no text', async () => {
    here = await answersWorld(on('Tue 09:00'), { isDemonstration: true });
    const cookie = await here.stepIn('dana');
    const [name, value = ''] = (cookie.split('; ')[0] ?? '').split('=');
    const [token, signature] = decodeURIComponent(value).split('.');
    for (const other of [
      `${name}=${encodeURIComponent(`${token}x.${signature}`)}`,
      `${name}=${encodeURIComponent(`${token}.${signature?.slice(0, -4)}AAA=`)}`,
      `${name}=${token}`,
      `${name}=%E0%A4%A`,
      `${name}=`,
      `other.session_token=${value}`,
    ]) {
      expect(await sessionBy(other)).toBeUndefined();
    }
    expect(await sessionBy(`a=b; ${cookie}; c`)).toBeDefined();
  });

  test('is over once its time has come, and goes on while it is used', async () => {
    here = await answersWorld(on('Tue 09:00'), { isDemonstration: true });
    const cookie = await here.stepIn('dana');
    const { db } = here.connection;
    await sql`update sign_in_session set expires_at = expires_at - interval '2 hours'`.execute(db);
    await sessionBy(cookie);
    const { rows } = await sql<{ hours: number }>`
      select round(extract(epoch from expires_at - created_at) / 3600)::int as hours from sign_in_session`.execute(
      db,
    );
    expect(rows).toEqual([{ hours: 12 }]);
    await sql`update sign_in_session set expires_at = now() - interval '1 second'`.execute(db);
    expect(await sessionBy(cookie)).toBeUndefined();
  });

  test('is a week old at most', async () => {
    here = await answersWorld(on('Tue 09:00'), { isDemonstration: true });
    const cookie = await here.stepIn('dana');
    const { db } = here.connection;
    await sql`update sign_in_session set created_at = now() - interval '167 hours', expires_at = now() + interval '1 minute'`.execute(
      db,
    );
    await sessionBy(cookie);
    const { rows } = await sql<{ hours: number }>`
      select round(extract(epoch from expires_at - created_at) / 3600)::int as hours from sign_in_session`.execute(
      db,
    );
    expect(rows).toEqual([{ hours: 167 }]);
  });

  test('proves nothing fresh after a quarter of an hour', async () => {
    here = await answersWorld(on('Tue 09:00'), { isDemonstration: true });
    const cookie = await here.stepIn('dana');
    await sql`update sign_in_session set authenticated_at = now() - interval '15 minutes 1 second'`.execute(
      here.connection.db,
    );
    expect(await sessionBy(cookie)).toMatchObject({ isFresh: false });
  });

  test('is who its account is at this moment', async () => {
    here = await answersWorld(on('Tue 09:00'), { isDemonstration: true });
    const cookie = await here.stepIn('dana');
    const { db } = here.connection;
    await sql`delete from role where person_id = 'dana'`.execute(db);
    expect(await sessionBy(cookie)).toMatchObject({ people: [{ grants: [] }] });
    await sql`update account_person set address = 'dana@elsewhere.example'`.execute(db);
    expect(await sessionBy(cookie)).toMatchObject({ people: [] });
    await sql`update account_person set address = 'dana@ladder.example'`.execute(db);
    expect(await sessionBy(cookie)).toMatchObject({ people: [{ personId: 'dana' }] });
    await sql`update account_person set by_domain = true, proved_at = now() - interval '90 days 1 minute'`.execute(
      db,
    );
    expect(await sessionBy(cookie)).toMatchObject({ people: [] });
  });
});

describe('home', () => {
  test('is the first of one’s places; in a demonstration the choice of who to be', async () => {
    here = await answersWorld(on('Tue 09:00'), { isDemonstration: true });
    expect((await get('/')).headers.location).toBe('/step-in');
    const signedIn = await get('/', { cookie: await here.stepIn('dana') });
    expect(signedIn.headers.location).toBe(`/contracts/${here.contract}`);
  });

  test('is shown nobody who has signed out', async () => {
    here = await answersWorld(on('Tue 09:00'), { isDemonstration: true });
    const cookie = await here.stepIn('dana');
    const left = await post('/sign-out', {}, { cookie });
    expect([left.statusCode, left.body]).toEqual([200, expect.stringContaining('You are signed out')]);
    expect(setCookies(left)[0]).toMatch(/^ladder\.session_token=;.*Max-Age=0/);
    expect(left.headers['clear-site-data']).toBe('"storage"');
    expect(await sessionBy(cookie)).toBeUndefined();
    expect((await get('/', { cookie })).headers.location).toBe('/step-in');
  });
});

const sessionBy = (cookie: string) => here.sessions.of(cookie);
