import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { administratorLink } from '../../src/accounts/administrator-link.ts';
import { asInstant } from '../../src/core/instant.ts';
import { accountBook } from '../../src/store/accounts/account-book.ts';
import { type AnswersWorld, answersWorld } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { TEST_SECRET } from '../build/engine-parts.ts';
import { browserAt, pathIn, signInByLink } from './door.ts';

let here: AnswersWorld;
afterEach(() => here.close());

const NOW = on('Tue 09:00');
const DAY_MS = 86_400_000;
const KEEPER = {
  accountId: undefined,
  browser: { cookies: undefined, address: '127.0.0.1', agent: undefined },
};

const person = (personId: string) => ({ contract: here.contract, personId });

const linkOfAdministrator = async (): Promise<string> => {
  const url = await administratorLink({
    book: accountBook(here.store, here.connection.db),
    secret: TEST_SECRET,
    newId: randomUUID,
    baseUrl: 'http://ladder.example',
  });
  return url.replace('http://ladder.example', '');
};

describe('the administrator’s link', () => {
  test('makes whoever opens it the administrator, once, and nobody of any contract', async () => {
    here = await answersWorld(NOW);
    const path = await linkOfAdministrator();
    const browser = browserAt(here);
    expect((await browser.get('/problems')).statusCode).toBe(401);
    expect((await browser.get(path)).body).toContain('Become the administrator');
    const missing = await browser.post(path, { name: '', email: 'x' });
    expect(missing.statusCode).toBe(422);
    for (const field of ['name', 'email']) expect(missing.body).toContain(`href="#${field}"`);
    const said = { name: 'Ysolde Park', email: 'Dana@ladder.example' };
    expect((await browser.post(path, said)).headers.location).toBe('/account');
    expect(await here.sessions.of(browser.cookie())).toMatchObject({
      name: 'Ysolde Park',
      email: 'dana@ladder.example',
      isInstallationAdministrator: true,
      // The address came by no mail, so it proves nothing about a contract.
      people: [],
    });
    expect((await browser.get('/')).headers.location).toBe('/admin');
    const account = (await browser.get('/account')).body;
    expect(account).toContain('you keep it, with its contracts');
    expect(account).not.toContain('You are nobody of any contract');
    for (const path of ['/admin', '/outbox', '/problems', '/account']) {
      const page = await browser.get(path);
      expect(page.statusCode).toBe(200);
      for (const place of ['/admin', '/outbox', '/problems', '/api'])
        expect(page.body).toContain(`href="${place}"`);
    }
    expect((await browserAt(here).post(path, said)).statusCode).toBe(410);
  });

  test('is one at a time: making another ends the one before, and both are recorded', async () => {
    here = await answersWorld(NOW);
    const lost = await linkOfAdministrator();
    const path = await linkOfAdministrator();
    const said = { name: 'Ysolde Park', email: 'ysolde@ladder.example' };
    expect((await browserAt(here).post(lost, said)).statusCode).toBe(410);
    const browser = browserAt(here);
    expect((await browser.post(path, said)).headers.location).toBe('/account');
    // Whoever is administrator stays so when a further link is made.
    await linkOfAdministrator();
    const { body, statusCode } = await browser.get('/admin/rights');
    expect(statusCode).toBe(200);
    const text = body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    expect(text.match(/A link was made by which somebody becomes administrator/g)).toHaveLength(3);
    expect(text).toContain('at the terminal of the installation');
    expect(text).toContain('Somebody became administrator of the installation by the link of its terminal.');
    const olga = browserAt(here);
    await signInByLink(here, olga, 'olga@ladder.example');
    expect((await olga.get('/admin/rights')).statusCode).toBe(404);
    expect((await browserAt(here).get('/admin/rights')).headers.location).toContain('/sign-in?then=');
  });

  test('runs out after three days', async () => {
    here = await answersWorld(NOW);
    const path = await linkOfAdministrator();
    await here.setClock(asInstant(NOW + 3 * DAY_MS));
    const late = await browserAt(here).post(path, { name: 'Y', email: 'y@ladder.example' });
    expect(late.statusCode).toBe(410);
  });

  test('lets nobody else look at what is the installation’s', async () => {
    here = await answersWorld(NOW);
    const browser = browserAt(here);
    await signInByLink(here, browser, 'olga@ladder.example');
    for (const path of ['/problems', '/outbox']) expect((await browser.get(path)).statusCode).toBe(401);
  });
});

describe('an invitation', () => {
  test('signs in whoever is invited, within seven days', async () => {
    here = await answersWorld(NOW);
    expect(await here.accountKeeping.invite(person('olga'), 'es', KEEPER)).toBe('invited');
    const [mail] = await here.settle();
    expect(mail).toMatchObject({ to: { name: 'olga' }, subject: 'Invitación a A contract' });
    await here.setClock(asInstant(NOW + 7 * DAY_MS - 1));
    const browser = browserAt(here);
    expect((await browser.get(pathIn(mail))).body).toContain('for A contract');
    expect((await browser.post(pathIn(mail))).headers.location).toBe(`/contracts/${here.contract}`);
    expect(await here.sessions.of(browser.cookie())).toMatchObject({ people: [{ personId: 'olga' }] });
  });

  test('is over after that, and is sent to nobody who is not there', async () => {
    here = await answersWorld(NOW);
    await here.accountKeeping.invite(person('olga'), 'en', KEEPER);
    const [mail] = await here.settle();
    await here.setClock(asInstant(NOW + 7 * DAY_MS));
    expect((await browserAt(here).post(pathIn(mail))).statusCode).toBe(410);
    expect(await here.accountKeeping.invite(person('zoe'), 'en', KEEPER)).toBe('personUnknown');
    expect(await here.settle()).toEqual([]);
  });
});

describe('what happened at the door', () => {
  test('is read contract by contract, the newest first, with who and from where', async () => {
    here = await answersWorld(NOW);
    await signInByLink(here, browserAt(here, '192.0.2.5'), 'dana@ladder.example');
    await browserAt(here).post('/sign-in/password', { address: 'dana@ladder.example', password: 'no' });
    const [failed, signedIn, ...before] = await here.accountKeeping.happened(here.contract, {
      before: undefined,
      max: 10,
    });
    expect(failed).toMatchObject({ kind: 'signInFailed', name: 'dana', method: 'password' });
    expect(signedIn).toMatchObject({ kind: 'signedIn', method: 'link', address: '192.0.2.5' });
    expect(before.map(({ kind }) => kind)).toEqual(['personJoined', 'linkSent']);
    const page = { before: signedIn!.lineId, max: 1 };
    expect((await here.accountKeeping.happened(undefined, page)).map(({ kind }) => kind)).toEqual([
      'personJoined',
    ]);
    expect(await here.accountKeeping.happened('other', { before: undefined, max: 10 })).toEqual([]);
  });

  test('includes that an administrator ended somebody’s sessions', async () => {
    here = await answersWorld(NOW);
    const browser = browserAt(here);
    await signInByLink(here, browser, 'dana@ladder.example');
    expect(await here.accountKeeping.endSessionsOf(person('dana'), KEEPER)).toBe(1);
    expect(await here.sessions.of(browser.cookie())).toBeUndefined();
    expect(await here.accountKeeping.endSessionsOf(person('ana'), KEEPER)).toBe(0);
    const [line] = await here.accountKeeping.happened(here.contract, { before: undefined, max: 1 });
    expect(line).toMatchObject({ kind: 'sessionsEnded', personId: 'dana' });
  });
});

describe('a domain to come by', () => {
  const allow = (domain: string, customerId = 'agency') =>
    here.accountKeeping.allowDomain({ contract: here.contract, customerId, domain }, { kind: 'terminal' });

  test.each([
    ['gmail.com', 'public'],
    ['Yahoo.co.uk', 'public'],
    ['hotmail.fr', 'public'],
    ['localhost', 'malformed'],
    ['a@b.example', 'malformed'],
    ['192.0.2.1', 'malformed'],
    ['*.agency.example', 'malformed'],
    ['agency..example', 'malformed'],
    ['agency.example\0', 'malformed'],
    [`${'a'.repeat(64)}.example`, 'malformed'],
  ])('is not "%s": %s', async (domain, problem) => {
    here = await answersWorld(NOW);
    expect(await allow(domain)).toBe(problem);
    expect(await here.accountKeeping.domains(here.contract)).toEqual([]);
  });

  test('is one customer’s, as often as it is asked for, until it is withdrawn', async () => {
    here = await answersWorld(NOW);
    expect(await allow('@Agency.Example')).toBeUndefined();
    expect(await allow('agency.example')).toBeUndefined();
    expect(await allow('agency.example', 'nobody')).toBe('taken');
    expect(await allow('board.example', 'nobody')).toBe('customerUnknown');
    expect(await here.accountKeeping.domains(here.contract)).toEqual([
      {
        ...{ contract: here.contract, customerId: 'agency', domain: 'agency.example' },
        ...{ since: NOW, by: { kind: 'terminal', name: '' } },
      },
    ]);
    await here.accountKeeping.withdrawDomain(here.contract, 'agency.example', { kind: 'terminal' });
    expect(await here.accountKeeping.domains(here.contract)).toEqual([]);
  });
});
