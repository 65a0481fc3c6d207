import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { asInstant } from '../../src/core/instant.ts';
import { type AnswersWorld, answersWorld } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { askForLink, browserAt, goOn, noted, pathIn, signInByLink } from './door.ts';

let here: AnswersWorld;
afterEach(() => here.close());

const NOW = on('Tue 09:00');
const DANA = 'dana@ladder.example';
const MINUTE_MS = 60_000;
/** More than are let through, also where a new quarter of an hour begins meanwhile. */
const GUESSES_MAX = 200;

const accountsOf = async () => {
  const { rows } = await sql<{ email: string; person: string | null }>`
    select email, person_id as person from sign_in_account left join account_person on account_id = id
    order by email`.execute(here.connection.db);
  return rows;
};

describe('a link by mail', () => {
  test('signs in whoever the address is recorded of, and leads on', async () => {
    here = await answersWorld(NOW);
    const browser = browserAt(here);
    const { asked, mails } = await askForLink(here, browser, 'Dana@Ladder.Example', '/contracts/x?a=b');
    expect([asked.statusCode, asked.headers.location]).toEqual([
      303,
      '/sign-in/sent?then=%2Fcontracts%2Fx%3Fa%3Db',
    ]);
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({
      to: { name: 'dana', address: DANA },
      subject: 'Your link to sign in',
      replyTo: undefined,
    });
    const page = await browser.get(pathIn(mails[0]));
    expect([page.statusCode, page.body]).toEqual([200, expect.stringContaining(`signs in ${DANA}`)]);
    expect(await accountsOf()).toEqual([]);
    const used = await browser.post(pathIn(mails[0]));
    expect([used.statusCode, used.headers.location]).toEqual([303, '/contracts/x?a=b']);
    expect(await here.sessions.of(browser.cookie())).toMatchObject({
      email: DANA,
      name: 'dana',
      isFresh: true,
      isInstallationAdministrator: false,
      people: [{ personId: 'dana', grants: [{ role: 'customer', customerId: 'agency' }] }],
    });
    expect(await noted(here)).toEqual(['linkSent', 'personJoined', 'signedIn']);
  });

  test('opens as the mail names it, under the address of every link of ours', async () => {
    here = await answersWorld(NOW);
    const browser = browserAt(here);
    const { mails } = await askForLink(here, browser, DANA);
    const path = pathIn(mails[0]);
    const short = await browser.get(path.replace('/sign-in/link/', '/l/'));
    expect([short.statusCode, short.headers.location]).toEqual([303, path]);
  });

  test('counts once: whoever comes second is told so', async () => {
    here = await answersWorld(NOW);
    const { mails } = await askForLink(here, browserAt(here), DANA);
    const path = pathIn(mails[0]);
    expect((await browserAt(here).post(path)).statusCode).toBe(303);
    const thief = browserAt(here, '192.0.2.7');
    const replayed = await thief.post(path);
    expect([replayed.statusCode, thief.cookie()]).toEqual([410, '']);
    expect(replayed.body).toContain('This link has been used');
    expect((await thief.get(path)).statusCode).toBe(410);
  });

  test('used by two at the same moment signs one of them in', async () => {
    here = await answersWorld(NOW);
    const { mails } = await askForLink(here, browserAt(here), DANA);
    const path = pathIn(mails[0]);
    const both = await Promise.all([1, 2, 3, 4].map((n) => browserAt(here, `192.0.2.${n}`).post(path)));
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([303, 410, 410, 410]);
  });

  test('is not spent by programs that open links', async () => {
    here = await answersWorld(NOW);
    const { mails } = await askForLink(here, browserAt(here), DANA);
    const path = pathIn(mails[0]);
    for (let times = 0; times < 3; times++) await browserAt(here).get(path);
    await here.server.inject({ method: 'HEAD', url: path });
    expect((await browserAt(here).post(path)).statusCode).toBe(303);
  });

  test('runs out after ten minutes', async () => {
    here = await answersWorld(NOW);
    const browser = browserAt(here);
    const { mails } = await askForLink(here, browser, DANA);
    await here.setClock(asInstant(NOW + 10 * MINUTE_MS - 1));
    expect((await browser.get(pathIn(mails[0]))).statusCode).toBe(200);
    await here.setClock(asInstant(NOW + 10 * MINUTE_MS));
    const late = await browser.post(pathIn(mails[0]));
    expect([late.statusCode, browser.cookie()]).toEqual([410, '']);
    expect(late.body).toContain('This link has run out');
  });

  test.each([
    ['of another site', { origin: 'https://elsewhere.example' }],
    ['of nowhere', { origin: 'null' }],
    ['that a browser says is of another site', { 'sec-fetch-site': 'cross-site' }],
    ['that a browser says is of a neighbour', { 'sec-fetch-site': 'same-site' }],
  ])('is not used by a form %s, and stays good', async (_, headers) => {
    here = await answersWorld(NOW);
    const browser = browserAt(here);
    const { mails } = await askForLink(here, browser, DANA);
    expect((await browser.post(pathIn(mails[0]), {}, headers)).statusCode).toBe(403);
    expect(browser.cookie()).toBe('');
    expect((await browser.post(pathIn(mails[0]))).statusCode).toBe(303);
  });

  test('that is guessed leads nowhere, and guessing ends soon', async () => {
    here = await answersWorld(NOW);
    const browser = browserAt(here, '192.0.2.9');
    const guess = (n: number) => `/sign-in/link/${String(n).padStart(43, 'A')}`;
    expect((await browser.get(guess(1))).statusCode).toBe(404);
    expect((await browser.get('/sign-in/link/short')).statusCode).toBe(404);
    expect((await browser.get('/sign-in/link/%00')).statusCode).toBe(404);
    expect((await browser.post(guess(2))).statusCode).toBe(404);
    const { mails } = await askForLink(here, browserAt(here), DANA);
    const path = pathIn(mails[0]);
    for (const [way, address] of [
      ['get', '192.0.2.9'],
      ['post', '192.0.2.10'],
    ] as const) {
      const guesser = browserAt(here, address);
      let [guesses, status] = [0, 404];
      while (status === 404 && guesses < GUESSES_MAX)
        status = (await guesser[way](guess(++guesses))).statusCode;
      expect([way, status]).toEqual([way, 429]);
      // What was guessed after all is of no use from there.
      const found = [await guesser.get(path), await guesser.post(path)].map(({ statusCode }) => statusCode);
      expect([...found, guesser.cookie()]).toEqual([429, 429, '']);
    }
    // Whoever was written to comes in from where they are.
    expect((await browserAt(here).post(path)).statusCode).toBe(303);
  });

  test('keeps neither its token in the database nor in the log', async () => {
    here = await answersWorld(NOW);
    const { mails } = await askForLink(here, browserAt(here), DANA);
    const path = pathIn(mails[0]);
    await browserAt(here).get(path);
    const token = path.split('/').at(-1)!;
    const { rows } = await sql<{ found: number }>`
      select (select count(*) from sign_in_link l where l::text like ${`%${token}%`})
        + (select count(*) from delivery_body b where b::text like ${`%${token}%`}) as found`.execute(
      here.connection.db,
    );
    expect(rows).toEqual([{ found: 0 }]);
    expect(here.logged.join('\n')).not.toContain(token);
  });
});

describe('asking for a link', () => {
  test('answers the same for an address nobody has, and mails nothing', async () => {
    here = await answersWorld(NOW);
    const known = await askForLink(here, browserAt(here), DANA);
    const unknown = await askForLink(here, browserAt(here, '192.0.2.8'), 'nobody@elsewhere.example');
    expect(unknown.mails).toEqual([]);
    const shown = ({ statusCode, headers, body }: typeof known.asked) => {
      const { 'x-request-id': _, date: __, ...rest } = headers;
      return { statusCode, body, headers: rest };
    };
    expect(shown(unknown.asked)).toEqual(shown(known.asked));
  });

  test('is answered before anything is looked up, so that the time says nothing', async () => {
    here = await answersWorld(NOW);
    const order: string[] = [];
    const asked = browserAt(here)
      .post('/sign-in/link', { email: DANA })
      .then(() => order.push('answered'));
    // Whoever holds the addresses holds up the mail, and not the answer.
    await here.connection.db.transaction().execute(async (tx) => {
      await sql`lock table person in access exclusive mode`.execute(tx);
      await asked;
      order.push('looked up');
    });
    await here.accounts.idle();
    expect(order).toEqual(['answered', 'looked up']);
    expect(await here.settle()).toHaveLength(1);
  });

  test.each(['', 'dana', 'dana@', `${'a'.repeat(250)}@ladder.example`, 'dana@ladder.example\0', '<b>"\'&'])(
    'with "%s" says what is missing, and keeps what was typed',
    async (email) => {
      here = await answersWorld(NOW);
      const answer = await browserAt(here).post('/sign-in/link', { email });
      expect(answer.statusCode).toBe(422);
      expect(answer.body).toContain('href="#email"');
      expect(answer.body).not.toContain('<b>"');
    },
  );

  test('again and again fills no mailbox, and each link of them works', async () => {
    here = await answersWorld(NOW);
    const first = await askForLink(here, browserAt(here, '192.0.2.1'), DANA);
    const counts: number[] = [];
    for (let times = 2; times <= 8; times++) {
      const { mails } = await askForLink(here, browserAt(here, `192.0.2.${times}`), DANA);
      counts.push(mails.length);
    }
    expect(counts).toEqual([1, 1, 1, 1, 0, 0, 0]);
    expect((await browserAt(here).post(pathIn(first.mails[0]))).statusCode).toBe(303);
  });

  test('too often from one place has to wait, and elsewhere nobody waits', async () => {
    here = await answersWorld(NOW);
    const here1 = browserAt(here, '192.0.2.1');
    let last = await here1.post('/sign-in/link', { email: 'a@elsewhere.example' });
    for (let times = 0; times < 40 && last.statusCode === 303; times++) {
      last = await here1.post('/sign-in/link', { email: `a${times}@elsewhere.example` });
    }
    expect([last.statusCode, last.body]).toEqual([429, expect.stringContaining('Too many tries from here')]);
    await here.accounts.idle();
    expect((await askForLink(here, browserAt(here, '192.0.2.2'), DANA)).mails).toHaveLength(1);
  });

  test.each([
    'https://elsewhere.example',
    '//elsewhere.example/x',
    '/\\elsewhere.example',
    'javascript:alert(1)',
  ])('goes on home where it was to go on to "%s"', async (named) => {
    here = await answersWorld(NOW);
    const browser = browserAt(here);
    const { asked, mails } = await askForLink(here, browser, DANA, named);
    expect(asked.headers.location).toBe('/sign-in/sent');
    expect((await browser.post(pathIn(mails[0]), goOn(named))).headers.location).toBe('/');
  });
});

describe('whose account it is', () => {
  test('is one account however often and wherever the address is proved', async () => {
    here = await answersWorld(NOW);
    await signInByLink(here, browserAt(here), DANA);
    await signInByLink(here, browserAt(here), DANA.toUpperCase());
    expect(await accountsOf()).toEqual([{ email: DANA, person: 'dana' }]);
  });

  test('is decided when the link is used: an address that is recorded no more is nobody’s', async () => {
    here = await answersWorld(NOW);
    const browser = browserAt(here);
    const { mails } = await askForLink(here, browser, DANA);
    const { db } = here.connection;
    await sql`update person set email = 'other@ladder.example' where person_id = 'dana'`.execute(db);
    await browser.post(pathIn(mails[0]));
    expect(await here.sessions.of(browser.cookie())).toMatchObject({ email: DANA, people: [] });
    const home = await browser.get('/');
    expect([home.statusCode, home.body]).toEqual([200, expect.stringContaining('You are nobody here yet')]);
  });

  test('goes with the recorded address: the new mailbox is the person, the old one no more', async () => {
    here = await answersWorld(NOW);
    const [before, after] = [browserAt(here), browserAt(here)];
    await signInByLink(here, before, DANA);
    await sql`update person set email = 'Dana.New@ladder.example' where person_id = 'dana'`.execute(
      here.connection.db,
    );
    expect(await here.sessions.of(before.cookie())).toMatchObject({ people: [] });
    await signInByLink(here, after, 'dana.new@ladder.example');
    expect(await here.sessions.of(after.cookie())).toMatchObject({ people: [{ personId: 'dana' }] });
    expect(await here.sessions.of(before.cookie())).toMatchObject({ people: [] });
  });

  test('is nobody where two people who have a role share the mailbox', async () => {
    here = await answersWorld(NOW);
    const browser = browserAt(here);
    await sql`update person set email = ${DANA} where person_id = 'ana'`.execute(here.connection.db);
    await signInByLink(here, browser, DANA);
    expect(await here.sessions.of(browser.cookie())).toMatchObject({ people: [] });
  });

  test('is several people, each of a contract of its own', async () => {
    here = await answersWorld(NOW);
    const { db } = here.connection;
    await sql`insert into contract values ('other', 'B contract', 'UTC', '2026-01-01T00:00:00Z')`.execute(db);
    await sql`insert into person (contract_id, person_id, name, email) values ('other', 'd', 'Dana Q', ${DANA})`.execute(
      db,
    );
    await sql`insert into role values ('other', 'd', 'auditor', null)`.execute(db);
    const browser = browserAt(here);
    await signInByLink(here, browser, DANA);
    expect((await here.sessions.of(browser.cookie()))?.people.map((one) => one.personId)).toEqual([
      'dana',
      'd',
    ]);
  });
});

describe('a session', () => {
  test('begins under a token that nobody knew before, and ends the one before it', async () => {
    here = await answersWorld(NOW);
    const browser = browserAt(here);
    browser.plant('ladder.session_token=planted.c2lnbmF0dXJl; Path=/');
    await signInByLink(here, browser, DANA);
    const first = browser.cookie();
    expect(first).not.toContain('planted');
    await signInByLink(here, browser, DANA);
    expect(browser.cookie()).not.toBe(first);
    expect(await here.sessions.of(first)).toBeUndefined();
    expect(await here.sessions.of(browser.cookie())).toBeDefined();
  });

  test('that has ended leads from a page to signing in, and from there back to that page', async () => {
    here = await answersWorld(NOW);
    const browser = browserAt(here);
    await signInByLink(here, browser, DANA);
    await sql`delete from sign_in_session`.execute(here.connection.db);
    const led = await browser.get(`/contracts/${here.contract}`);
    expect(led.headers.location).toBe(`/sign-in?then=%2Fcontracts%2F${here.contract}`);
    const then =
      new URL(String(led.headers.location), 'http://ladder.example').searchParams.get('then') ?? '';
    const back = await signInByLink(here, browser, DANA, then);
    expect(back.headers.location).toBe(`/contracts/${here.contract}`);
    expect((await browser.get(`/contracts/${here.contract}/cases`)).statusCode).toBe(200);
  });
});

describe('a session that a stream asks after', () => {
  test('is no longer for that; only who uses it carries it on', async () => {
    here = await answersWorld(NOW);
    const browser = browserAt(here);
    await signInByLink(here, browser, DANA);
    const { db } = here.connection;
    await sql`update sign_in_session set expires_at = now() + interval '1 hour'`.execute(db);
    const expiry = async () =>
      (
        await sql<{ at: Date }>`select expires_at as at from sign_in_session`.execute(db)
      ).rows[0]!.at.getTime();
    const before = await expiry();
    expect(await here.sessions.unused(browser.cookie())).toMatchObject({ email: DANA });
    expect(await expiry()).toBe(before);
    await here.sessions.of(browser.cookie());
    expect(await expiry()).toBeGreaterThan(before);
    await sql`delete from sign_in_session`.execute(db);
    expect(await here.sessions.unused(browser.cookie())).toBeUndefined();
  });
});

describe('coming by a customer’s domain', () => {
  const allow = (domain: string) =>
    sql`insert into customer_domain values (${here.contract}, 'agency', ${domain}, '2026-01-01T00:00Z')`.execute(
      here.connection.db,
    );

  test('asks for a name, and makes a customer of exactly that domain', async () => {
    here = await answersWorld(NOW);
    await allow('agency.example');
    const browser = browserAt(here);
    const { mails } = await askForLink(here, browser, 'new.colleague@agency.example');
    expect(mails[0]?.subject).toBe('Your link to come in');
    const path = pathIn(mails[0]);
    expect((await browser.get(path)).body).toContain('for An agency');
    const unnamed = await browser.post(path, { name: ' ' });
    expect([unnamed.statusCode, unnamed.body]).toEqual([422, expect.stringContaining('href="#name"')]);
    expect((await browser.post(path, { name: 'New Colleague' })).statusCode).toBe(303);
    expect(await here.sessions.of(browser.cookie())).toMatchObject({
      name: 'New Colleague',
      people: [{ name: 'New Colleague', grants: [{ role: 'customer', customerId: 'agency' }], seats: [] }],
    });
    await signInByLink(here, browser, 'new.colleague@agency.example');
    expect((await accountsOf()).length).toBe(1);
  });

  test.each(['who@sub.agency.example', 'who@agency.example.elsewhere.example', 'who@notagency.example'])(
    'is not for %s',
    async (email) => {
      here = await answersWorld(NOW);
      await allow('agency.example');
      expect((await askForLink(here, browserAt(here), email)).mails).toEqual([]);
    },
  );

  test('ends after ninety days, until the mailbox is proved again', async () => {
    here = await answersWorld(NOW);
    await allow('agency.example');
    const browser = browserAt(here);
    const { mails } = await askForLink(here, browser, 'who@agency.example');
    await browser.post(pathIn(mails[0]), { name: 'Who' });
    const { db } = here.connection;
    await sql`update account_person set proved_at = proved_at - interval '91 days'`.execute(db);
    expect(await here.sessions.of(browser.cookie())).toMatchObject({ people: [] });
    await signInByLink(here, browser, 'who@agency.example');
    expect(await here.sessions.of(browser.cookie())).toMatchObject({ people: [{ name: 'Who' }] });
  });
});
