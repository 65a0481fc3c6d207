import { generateKeyPairSync, sign } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { readIdToken } from '../../src/accounts/id-token.ts';
import { askOutside } from '../../src/channels/outgoing/ask-outside.ts';
import { type AnswersWorld, answersWorld } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { browserAt, goOn, noted, type TestBrowser } from './door.ts';
import { CLIENT, type TestDirectory, testDirectory } from './test-directory.ts';

const NOW = on('Tue 09:00');
const BACK = 'http://ladder.example/sign-in/organisation/back';

let directory: TestDirectory;
let here: AnswersWorld;
beforeAll(async () => {
  directory = await testDirectory(BACK);
});
afterAll(() => directory.close());
afterEach(() => here?.close());

async function open(issuer = directory.issuer): Promise<void> {
  here = await answersWorld(NOW, {
    organisation: {
      directory: { name: 'the county', issuer, ...CLIENT, domains: ['ladder.example', 'agency.example'] },
      ask: askOutside(['127.0.0.1']),
    },
  });
}

/** Sets out from our page and comes back as the directory sends it; the path and query it comes back to. */
async function setOut(browser: TestBrowser, to = '/account'): Promise<string> {
  const begun = await browser.get(`/sign-in/organisation?${new URLSearchParams(goOn(to))}`);
  expect(begun.statusCode).toBe(303);
  const back = await directory.follow(begun.headers.location!);
  expect(back).toContain(BACK);
  return back.replace('http://ladder.example', '');
}

describe('signing in with one’s organisation', () => {
  test('takes the directory’s word for an address of its domains, and leads on', async () => {
    await open();
    directory.says({ email: 'Dana@Ladder.example', email_verified: true, name: 'Dana Quill' });
    const browser = browserAt(here);
    expect((await browser.get('/sign-in')).body).toContain('Sign in with the county');
    const answer = await browser.get(await setOut(browser));
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/account']);
    expect(await here.sessions.of(browser.cookie())).toMatchObject({
      email: 'dana@ladder.example',
      people: [{ personId: 'dana' }],
    });
    expect(await noted(here)).toEqual(['personJoined', 'signedIn']);
  });

  test.each([
    ['of a domain that is not its own', { email: 'cmo@contract-office.example', email_verified: true }],
    ['that it says is not proved', { email: 'dana@ladder.example', email_verified: false }],
    ['that nobody here has', { email: 'nobody@ladder.example', email_verified: true }],
  ])('lets nobody in by an address %s', async (_, claims) => {
    await open();
    directory.says(claims);
    const browser = browserAt(here);
    const answer = await browser.get(await setOut(browser));
    expect([answer.statusCode, answer.body]).toEqual([403, expect.stringContaining('did not let you in')]);
    expect(await here.sessions.of(browser.cookie())).toBeUndefined();
    expect(await noted(here)).toEqual(['signInFailed']);
  });

  test('is finished by the browser that set out, with the state it was given, once', async () => {
    await open();
    directory.says({ email: 'dana@ladder.example', email_verified: true });
    const [victim, thief] = [browserAt(here), browserAt(here)];
    const back = await setOut(thief);
    expect((await victim.get(back)).statusCode).toBe(403);
    expect((await thief.get(back.replace(/state=[^&]*/, 'state=other'))).statusCode).toBe(403);
    expect((await thief.get(back)).statusCode).toBe(303);
    expect((await thief.get(back)).statusCode).toBe(403);
    expect(await here.sessions.of(victim.cookie())).toBeUndefined();
  });

  test('says so where the directory sends an error, or cannot be asked', async () => {
    await open();
    const browser = browserAt(here);
    await setOut(browser);
    expect((await browser.get('/sign-in/organisation/back?error=access_denied&state=x')).statusCode).toBe(
      403,
    );
    await here.close();
    await open('http://127.0.0.1:1');
    expect((await browserAt(here).get('/sign-in/organisation')).statusCode).toBe(403);
  });

  test('leads nowhere but to a path of ours', async () => {
    await open();
    directory.says({ email: 'dana@ladder.example', email_verified: true });
    const browser = browserAt(here);
    const answer = await browser.get(await setOut(browser, 'https://elsewhere.example/'));
    expect(answer.headers.location).toBe('/');
  });

  test('is there for nobody where no directory is set', async () => {
    here = await answersWorld(NOW);
    expect((await browserAt(here).get('/sign-in')).body).not.toContain('organisation');
    expect((await browserAt(here).get('/sign-in/organisation')).statusCode).toBe(404);
    expect((await browserAt(here).get('/sign-in/organisation/back?code=a&state=b')).statusCode).toBe(404);
  });
});

describe('an id token', () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const keys = { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one' }] };
  const AT = 1_800_000_000_000;
  const expected = { issuer: 'https://directory.example', audience: 'ladder', nonce: 'n', at: AT };
  const GOOD = {
    iss: 'https://directory.example',
    aud: 'ladder',
    exp: AT / 1000 + 60,
    iat: AT / 1000,
    nonce: 'n',
    email: 'Dana@ladder.example',
  };
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const token = (claims: object, head: object = { alg: 'RS256', kid: 'one' }, key = privateKey) => {
    const data = `${part(head)}.${part(claims)}`;
    return `${data}.${sign('sha256', Buffer.from(data), key).toString('base64url')}`;
  };

  test('is believed where everything about it is right', () => {
    expect(readIdToken(token(GOOD), keys, expected)).toEqual({
      email: 'dana@ladder.example',
      name: undefined,
    });
  });

  test.each([
    ['of another issuer', token({ ...GOOD, iss: 'https://elsewhere.example' })],
    ['for another program', token({ ...GOOD, aud: 'other' })],
    ['for several, of which another asked', token({ ...GOOD, aud: ['ladder', 'other'], azp: 'other' })],
    ['for another sign-in', token({ ...GOOD, nonce: 'm' })],
    ['that has run out', token({ ...GOOD, exp: AT / 1000 - 61 })],
    ['of long ago', token({ ...GOOD, iat: AT / 1000 - 601 })],
    ['of later', token({ ...GOOD, iat: AT / 1000 + 61 })],
    ['without an address', token({ ...GOOD, email: undefined })],
    ['signed by somebody else', token(GOOD, { alg: 'RS256', kid: 'one' }, other.privateKey)],
    ['signed with a key that is not there', token(GOOD, { alg: 'RS256', kid: 'two' })],
    ['that says it needs no signature', `${part({ alg: 'none' })}.${part(GOOD)}.`],
    ['signed with what both sides know', token(GOOD, { alg: 'HS256', kid: 'one' })],
    ['that is none', 'a.b.c'],
    ['with a part too many', `${token(GOOD)}.x`],
  ])('%s is not', (_, given) => {
    expect(readIdToken(given, keys, expected)).toBeUndefined();
  });
});
