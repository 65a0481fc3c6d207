import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { counterAt, timeCode } from '../../src/accounts/time-code.ts';
import { machineNow } from '../../src/clock/machine.ts';
import { type AnswersWorld, answersWorld } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { browserAt, goOn, noted, signInByLink, type TestBrowser } from './door.ts';

let here: AnswersWorld;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(async () => {
  vi.useRealTimers();
  await here.close();
});

const NOW = on('Tue 09:00');
const DANA = 'dana@ladder.example';
const PASSWORD = 'a gate made of rain';

const pass = (ms: number) => vi.setSystemTime(machineNow() + ms);
const MINUTE_MS = 60_000;

async function signedIn(address?: string): Promise<TestBrowser> {
  const browser = browserAt(here, address);
  await signInByLink(here, browser, DANA);
  return browser;
}

const setPassword = (browser: TestBrowser, password = PASSWORD, repeated = password) =>
  browser.post('/account/password', { password, repeated });

const byPassword = (browser: TestBrowser, password = PASSWORD, address = DANA) =>
  browser.post('/sign-in/password', { address, password, ...goOn('/account') });

const sessionOf = (browser: TestBrowser) => here.sessions.of(browser.cookie());

describe('a password', () => {
  test('is set by who has just proved who they are, and signs in from then on', async () => {
    here = await answersWorld(NOW);
    const owner = await signedIn();
    expect((await owner.get('/account')).body).toContain('Set a password');
    expect((await setPassword(owner)).headers.location).toBe('/account?done=1');
    const other = browserAt(here);
    const answer = await byPassword(other);
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/account']);
    expect(await sessionOf(other)).toMatchObject({ email: DANA, people: [{ personId: 'dana' }] });
  });

  test('that is changed ends every other session', async () => {
    here = await answersWorld(NOW);
    const [owner, thief] = [await signedIn(), await signedIn()];
    await setPassword(owner);
    expect(await sessionOf(owner)).toBeDefined();
    expect(await sessionOf(thief)).toBeUndefined();
  });

  test.each([
    ['', '', 'Enter a password'],
    [PASSWORD, 'a gate made of reign', 'The two are not the same'],
    ['short', 'short', 'too short'],
    ['dana@ladder.example', 'dana@ladder.example', 'your name or your address'],
  ])('of "%s" and "%s" is refused, and not sent back', async (password, repeated, says) => {
    here = await answersWorld(NOW);
    const answer = await setPassword(await signedIn(), password, repeated);
    expect([answer.statusCode, answer.body]).toEqual([422, expect.stringContaining(says)]);
    expect(answer.body).not.toContain(`value="${PASSWORD}"`);
  });

  test('that is wrong, and an address without one or without anybody, are one answer', async () => {
    here = await answersWorld(NOW);
    await setPassword(await signedIn());
    const bodies = await Promise.all(
      [DANA, 'ana@ladder.example', 'nobody@elsewhere.example'].map(async (address) => {
        const { statusCode, body } = await byPassword(browserAt(here), 'not the password', address);
        return [statusCode, body.replaceAll(address, 'ADDRESS')];
      }),
    );
    expect(bodies[0]?.[0]).toBe(403);
    expect(bodies[1]).toEqual(bodies[0]);
    expect(bodies[2]).toEqual(bodies[0]);
  });

  test('guessed from one place is slowed down there, and nobody is kept out', async () => {
    here = await answersWorld(NOW);
    await setPassword(await signedIn());
    const guesser = browserAt(here, '192.0.2.1');
    for (let times = 0; times < 10; times++)
      expect((await byPassword(guesser, `guess ${times}`)).statusCode).toBe(403);
    expect((await byPassword(guesser)).statusCode).toBe(429);
    expect((await byPassword(browserAt(here, '192.0.2.2'))).statusCode).toBe(303);
    await expect(signedIn('192.0.2.1')).resolves.toBeDefined();
    pass(15 * MINUTE_MS);
    expect((await byPassword(guesser)).statusCode).toBe(303);
  });

  test('guessed from many places keeps nobody out of the browser at which they have signed in before', async () => {
    here = await answersWorld(NOW);
    const owner = await signedIn('192.0.2.250');
    await setPassword(owner);
    await owner.post('/sign-out');
    const ana = browserAt(here, '192.0.2.251');
    await signInByLink(here, ana, 'ana@ladder.example');
    for (let place = 0; place < 201; place++)
      await byPassword(browserAt(here, `198.51.100.${place}`), 'x'.repeat(129));
    expect((await byPassword(browserAt(here, '192.0.2.3'))).statusCode).toBe(429);
    expect((await byPassword(ana)).statusCode).toBe(429);
    expect((await byPassword(owner, 'not the password')).statusCode).toBe(403);
    expect((await byPassword(owner)).statusCode).toBe(303);
    expect(await sessionOf(owner)).toMatchObject({ email: DANA });
  });

  test('can be taken away again', async () => {
    here = await answersWorld(NOW);
    const owner = await signedIn();
    await setPassword(owner);
    expect((await owner.post('/account/password/remove')).body).toContain('Remove your password?');
    expect((await byPassword(browserAt(here))).statusCode).toBe(303);
    await owner.post('/account/password/remove', { sure: 'yes' });
    expect((await byPassword(browserAt(here))).statusCode).toBe(403);
    expect(await noted(here)).toEqual(
      expect.arrayContaining(['passwordSet', 'passwordRemoved', 'signInFailed']),
    );
  });

  test('is kept as a slow digest', async () => {
    here = await answersWorld(NOW);
    await setPassword(await signedIn());
    const { rows } = await sql<{ password: string }>`select password from sign_in_identity`.execute(
      here.connection.db,
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.password).toMatch(/^[0-9a-f]{32}:[0-9a-f]{128}$/);
  });
});

/** Turns the second factor on; its secret, and the recovery codes. */
async function turnOn(browser: TestBrowser): Promise<{ readonly secret: string; readonly codes: string[] }> {
  const page = await browser.get('/account/second-factor');
  expect(page.body).toMatch(
    /<svg class="qr" role="img" aria-label="QR code with the key that stands below it"/,
  );
  const secret = /<code>([A-Z2-7 ]+)<\/code>/.exec(page.body)?.[1]?.replaceAll(' ', '') ?? '';
  const shown = await browser.post('/account/second-factor', { code: codeNow(secret) });
  const codes = [...shown.body.matchAll(/<code>([0-9A-Z-]{14})<\/code>/g)].map(([, code = '']) => code);
  return { secret, codes };
}

const codeNow = (secret: string): string => timeCode(secret, counterAt(machineNow()));

describe('a second factor', () => {
  test('is asked for after a link and after a password, and nothing is open before', async () => {
    here = await answersWorld(NOW);
    const owner = await signedIn();
    await setPassword(owner);
    const { secret, codes } = await turnOn(owner);
    expect(new Set(codes).size).toBe(10);
    for (const begin of [
      async (browser: TestBrowser) => signInByLink(here, browser, DANA, '/account'),
      async (browser: TestBrowser) => byPassword(browser),
    ]) {
      pass(MINUTE_MS);
      const browser = browserAt(here);
      expect((await begin(browser)).headers.location).toBe('/sign-in/code');
      expect(await sessionOf(browser)).toBeUndefined();
      expect((await browser.get('/account')).statusCode).toBe(303);
      const wrong = await browser.post('/sign-in/code', { code: '000000' });
      expect([wrong.statusCode, wrong.body]).toEqual([403, expect.stringContaining('href="#code"')]);
      const shown = await browser.post('/sign-in/code', {
        code: ` ${codeNow(secret).replace(/^.../, '$& ')}`,
      });
      expect([shown.statusCode, shown.headers.location]).toEqual([303, '/account']);
      expect(await sessionOf(browser)).toMatchObject({ email: DANA });
    }
  });

  test('is not on before a first code has shown that the authenticator has the secret', async () => {
    here = await answersWorld(NOW);
    const owner = await signedIn();
    await owner.get('/account/second-factor');
    const wrong = await owner.post('/account/second-factor', { code: '12345' });
    expect([wrong.statusCode, wrong.body]).toEqual([422, expect.stringContaining('This code was not taken')]);
    expect((await noted(here)).at(-1)).toBe('secondFactorFailed');
    expect(await sessionOf(await signedIn())).toBeDefined();
  });

  test('takes each code once, also where two use it at the same moment', async () => {
    here = await answersWorld(NOW);
    const { secret } = await turnOn(await signedIn());
    const again = await signedIn();
    expect((await again.post('/sign-in/code', { code: codeNow(secret) })).statusCode).toBe(403);
    pass(MINUTE_MS);
    const both = [await signedIn(), await signedIn()];
    const code = codeNow(secret);
    const answers = await Promise.all(both.map((browser) => browser.post('/sign-in/code', { code })));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 403]);
  });

  test('is over after five wrong codes or ten minutes: then the first is shown again', async () => {
    here = await answersWorld(NOW);
    const { secret } = await turnOn(await signedIn());
    pass(MINUTE_MS);
    const guesser = await signedIn();
    for (let times = 0; times < 5; times++) await guesser.post('/sign-in/code', { code: `00000${times}` });
    const sixth = await guesser.post('/sign-in/code', { code: codeNow(secret) });
    expect([sixth.statusCode, sixth.body]).toEqual([403, expect.stringContaining('This sign-in is over')]);
    const slow = await signedIn();
    pass(10 * MINUTE_MS);
    expect((await slow.post('/sign-in/code', { code: codeNow(secret) })).body).toContain('is over');
    expect(await sessionOf(slow)).toBeUndefined();
  });

  test('guessed by somebody who has the first keeps its owner out neither of a known browser nor by a recovery code', async () => {
    here = await answersWorld(NOW);
    const owner = await signedIn('192.0.2.250');
    const { secret, codes } = await turnOn(owner);
    await owner.post('/sign-out');
    pass(MINUTE_MS);
    for (let times = 0; times < 6; times++) {
      const guesser = browserAt(here, `198.51.100.${times}`);
      await signInByLink(here, guesser, DANA);
      for (let code = 0; code < 5; code++) await guesser.post('/sign-in/code', { code: `11111${code}` });
    }
    const elsewhere = browserAt(here, '192.0.2.4');
    await signInByLink(here, elsewhere, DANA);
    expect((await elsewhere.post('/sign-in/code', { code: codeNow(secret) })).statusCode).toBe(429);
    expect((await noted(here)).at(-1)).toBe('triedTooOften');
    expect((await elsewhere.post('/sign-in/code', { code: codes[0]! })).statusCode).toBe(303);
    await signInByLink(here, owner, DANA);
    expect((await owner.post('/sign-in/code', { code: codeNow(secret) })).statusCode).toBe(303);
  });

  test('belongs to the browser that showed the first, and to nobody who makes one up', async () => {
    here = await answersWorld(NOW);
    const { secret } = await turnOn(await signedIn());
    pass(MINUTE_MS);
    await signedIn();
    const stranger = browserAt(here);
    stranger.plant('ladder.second_factor=made-up.c2lnbmVk; Path=/');
    const tried = await stranger.post('/sign-in/code', { code: codeNow(secret) });
    expect([tried.statusCode, await sessionOf(stranger)]).toEqual([403, undefined]);
  });

  test('may be shown by a recovery code, each once; new ones make the old ones worthless', async () => {
    here = await answersWorld(NOW);
    const owner = await signedIn();
    const { codes } = await turnOn(owner);
    const lost = await signedIn();
    expect((await lost.post('/sign-in/code', { code: codes[0]!.toLowerCase() })).statusCode).toBe(303);
    const again = await signedIn();
    expect((await again.post('/sign-in/code', { code: codes[0]! })).statusCode).toBe(403);
    expect((await lost.get('/account')).body).toContain('9 recovery codes are left');
    expect((await lost.post('/account/second-factor/codes')).body).toContain('The 9 that are left');
    const fresh = await lost.post('/account/second-factor/codes', { sure: 'yes' });
    const [next = ''] = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(fresh.body) ?? [];
    expect((await again.post('/sign-in/code', { code: codes[1]! })).statusCode).toBe(403);
    expect((await again.post('/sign-in/code', { code: next })).statusCode).toBe(303);
  });

  test('is turned off by who has just proved who they are', async () => {
    here = await answersWorld(NOW);
    const owner = await signedIn();
    await turnOn(owner);
    expect((await owner.post('/account/second-factor/remove')).body).toContain(
      'whoever reads the mail of dana@ladder.example can sign in as you',
    );
    expect(await sessionOf(await signedIn())).toBeUndefined();
    await owner.post('/account/second-factor/remove', { sure: 'yes' });
    expect(await sessionOf(await signedIn())).toBeDefined();
  });

  test('keeps its secret encrypted and its recovery codes as digests', async () => {
    here = await answersWorld(NOW);
    const { secret, codes } = await turnOn(await signedIn());
    const { rows } = await sql<{ kept: string }>`
      select (select string_agg(f::text, ' ') from sign_in_second_factor f)
        || (select string_agg(c::text, ' ') from sign_in_recovery_code c) as kept`.execute(
      here.connection.db,
    );
    for (const plain of [secret, codes[0]!, codes[0]!.replaceAll('-', '')]) {
      expect(rows[0]?.kept).not.toContain(plain);
    }
  });
});

describe('what is dangerous', () => {
  const PATHS = ['/account/password', '/account/second-factor'];

  test.each(PATHS)('%s wants a proof younger than a quarter of an hour, and comes back', async (path) => {
    here = await answersWorld(NOW);
    const owner = await signedIn();
    expect((await owner.get(path)).statusCode).toBe(200);
    pass(15 * MINUTE_MS);
    const led = await owner.get(path);
    expect(led.headers.location).toBe(`/sign-in?${new URLSearchParams(goOn(path))}`);
    expect((await owner.get(led.headers.location!)).body).toContain('Prove once more who you are');
    const sent = await owner.post(path, { password: PASSWORD, repeated: PASSWORD, code: '1' });
    expect([sent.statusCode, sent.headers.location]).toEqual([303, '/sign-in?then=%2Faccount']);
    expect((await signInByLink(here, owner, DANA, path)).headers.location).toBe(path);
    expect((await owner.get(path)).statusCode).toBe(200);
  });

  test('is open to nobody who is not signed in', async () => {
    here = await answersWorld(NOW);
    for (const path of [...PATHS, '/account', '/account/details']) {
      expect((await browserAt(here).get(path)).headers.location).toMatch(/^\/sign-in\?then=/);
    }
    // What is secret is begun again; of anything else the form is kept.
    const begunAgain = [303, '/sign-in?then=%2Faccount'] as const;
    const kept = [401, undefined] as const;
    for (const [path, ...no] of [
      ...PATHS.map((path) => [path, ...begunAgain] as const),
      ['/account/password/remove', ...kept],
      ['/account/second-factor/codes', ...kept],
      ['/account/second-factor/remove', ...kept],
      ['/account/sessions/end', ...kept],
      ['/account/details', ...kept],
    ] as const) {
      const sent = await browserAt(here).post(path, { name: 'x' });
      expect([path, sent.statusCode, sent.headers.location]).toEqual([path, ...no]);
      const foreign = await (await signedIn()).post(path, {}, { origin: 'https://elsewhere.example' });
      expect([path, foreign.statusCode]).toEqual([path, 403]);
    }
  });
});

describe('one’s account', () => {
  test('lists one’s sessions, and ends one of them or all others', async () => {
    here = await answersWorld(NOW);
    const [one, two, three] = [await signedIn(), await signedIn('192.0.2.3'), await signedIn()];
    const page = await one.get('/account');
    expect(page.body).toContain('192.0.2.3');
    const { sessionId = '' } = (await sessionOf(two)) ?? {};
    expect((await one.post('/account/sessions/end', { session: sessionId })).body).toContain(
      'is signed out at once',
    );
    expect(await sessionOf(two)).toBeDefined();
    await one.post('/account/sessions/end', { session: sessionId, sure: 'yes' });
    expect([await sessionOf(two), await sessionOf(three)]).toEqual([undefined, expect.anything()]);
    expect((await one.post('/account/sessions/end')).body).toContain('One other browser is signed out');
    await one.post('/account/sessions/end', { sure: 'yes' });
    expect([await sessionOf(one), await sessionOf(three)]).toEqual([expect.anything(), undefined]);
  });

  test('ends no session of anybody else', async () => {
    here = await answersWorld(NOW);
    const [dana, ana] = [await signedIn(), browserAt(here)];
    await signInByLink(here, ana, 'ana@ladder.example');
    const { sessionId = '' } = (await sessionOf(ana)) ?? {};
    await dana.post('/account/sessions/end', { session: sessionId, sure: 'yes' });
    expect(await sessionOf(ana)).toBeDefined();
  });

  test('has a name, a language and a zone, which pages heed', async () => {
    here = await answersWorld(NOW);
    const owner = await signedIn();
    const said = { name: `D. <b>"'&`, language: 'es', timeZone: 'America/Los_Angeles' };
    expect((await owner.post('/account/details', said)).statusCode).toBe(303);
    const page = await owner.get('/account');
    expect(page.body).toContain('<html lang="es"');
    expect(page.body).toContain('D. &lt;b&gt;&#34;&#39;&amp;');
    expect(await sessionOf(owner)).toMatchObject({
      language: 'es',
      people: [{ timeZone: 'America/Los_Angeles' }],
    });
    for (const wrong of [
      { ...said, name: ' ' },
      { ...said, name: 'a\nb' },
      { ...said, name: 'a\0b' },
      { ...said, timeZone: 'Mars/Olympus' },
    ]) {
      expect((await owner.post('/account/details', wrong)).statusCode).toBe(422);
    }
    expect((await owner.post('/account/details', { ...said, language: 'xx' })).statusCode).toBe(303);
  });
});
