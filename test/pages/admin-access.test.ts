import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { signingKey } from '../../src/app/secret.ts';
import { askForLink, browserAt, pathIn, signInByLink, type TestBrowser } from '../accounts/door.ts';
import { type AnswersWorld, answersWorld } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { TEST_SECRET } from '../build/engine-parts.ts';
import { checkpointIn } from '../record/record-world.ts';

const BASE = '/contracts/sample/admin';

let here: AnswersWorld;
let adam: TestBrowser;
beforeEach(async () => {
  here = await answersWorld(on('Tue 09:00'));
  const { db } = here.connection;
  await sql`insert into person (contract_id, person_id, name, email) values
    ('sample', 'adam', 'Adam Example', 'adam@ladder.example'), ('sample', 'zoe', 'Zoe Example', null)`.execute(
    db,
  );
  await sql`insert into role values ('sample', 'adam', 'administrator', null)`.execute(db);
  await sql`insert into customer (contract_id, customer_id, name) values ('sample', 'court', 'Court')`.execute(
    db,
  );
  adam = browserAt(here);
  await signInByLink(here, adam, 'adam@ladder.example');
});
afterEach(() => here.close());

const textOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

/** Does what a form asks for, and what the page it leads to says. */
async function done(path: string, form: Record<string, string> = {}): Promise<string> {
  const sent = await adam.post(BASE + path, form);
  expect([path, sent.statusCode]).toEqual([path, 303]);
  const led = await adam.get(String(sent.headers.location));
  expect(led.statusCode).toBe(200);
  return textOf(led.body);
}

const FORMS = [
  '/people/dana/invite',
  '/people/dana/sign-out',
  '/customers/agency/domains',
  '/customers/agency/domains/agency.example/withdraw',
];

describe('letting people in', () => {
  test('is for administrators: to everybody else there is no such page', async () => {
    await done('/customers/agency/domains', { domain: 'agency.example' });
    const dana = browserAt(here);
    await signInByLink(here, dana, 'dana@ladder.example');
    for (const path of FORMS) {
      const sent = await dana.post(BASE + path, { domain: 'board.example' });
      expect([path, sent.statusCode]).toEqual([path, 404]);
    }
    expect(await here.settle()).toEqual([]);
    expect(await here.sessions.of(dana.cookie())).toBeDefined();
    expect((await here.accountKeeping.domains('sample')).map(({ domain }) => domain)).toEqual([
      'agency.example',
    ]);
  });

  test('wants a proof that is not old', async () => {
    await done('/customers/agency/domains', { domain: 'agency.example' });
    await sql`update sign_in_session set authenticated_at = now() - interval '1 hour'`.execute(
      here.connection.db,
    );
    for (const path of FORMS) expect((await adam.post(BASE + path)).statusCode).toBe(401);
    for (const path of [FORMS[1], FORMS[3]]) {
      expect((await adam.get(`${BASE}${path}`)).headers.location).toContain('/sign-in?then=');
    }
    expect(await here.settle()).toEqual([]);
  });

  test('of whoever or whatever is not there is not there', async () => {
    await done('/customers/agency/domains', { domain: 'agency.example' });
    for (const path of [
      ...['/people/nobody/invite', '/people/nobody/sign-out', '/people/zoe/invite'],
      ...['/customers/nobody/domains', '/customers/agency/domains/board.example/withdraw'],
      '/customers/court/domains/agency.example/withdraw',
    ]) {
      expect([path, (await adam.post(BASE + path, { domain: 'a.example' })).statusCode]).toEqual([path, 404]);
    }
    expect((await adam.get(`${BASE}/people/nobody/sign-out`)).statusCode).toBe(404);
    expect(await here.accountKeeping.domains('sample')).toHaveLength(1);
  });
});

describe('an invitation', () => {
  test('goes to the person’s own address, in the language that is said of them, and the page says so', async () => {
    expect(await done('/people/dana/language', { language: 'es' })).toContain('The language has been saved.');
    const page = await adam.get(`${BASE}/people/dana`);
    expect(textOf(page.body)).toContain('A mail to dana@ladder.example says what this contract is');
    expect(await done('/people/dana/invite')).toContain(
      'An invitation is on its way to dana@ladder.example.',
    );
    const [mail, ...more] = await here.settle();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ to: { name: 'dana' }, subject: 'Invitación a A contract' });
    const dana = browserAt(here);
    expect((await dana.post(pathIn(mail))).headers.location).toBe('/contracts/sample');
  });

  test('is in the contract’s language where none is said, and is offered to nobody without an address', async () => {
    await done('/people/dana/invite');
    expect((await here.settle())[0]?.subject).toBe('You are invited to A contract');
    expect(await done('/language', { language: 'es' })).toContain('The language has been saved.');
    await done('/people/dana/invite');
    expect((await here.settle())[0]?.subject).toBe('Invitación a A contract');
    await adam.post(`${BASE}/language`, { language: 'tlh' });
    expect((await adam.get(BASE)).body).toMatch(/<option value="es" selected/);
    const { body } = await adam.get(`${BASE}/people/zoe`);
    expect(textOf(body)).toContain('they cannot be invited');
    expect(body).not.toContain('/invite"');
  });
});

describe('somebody’s sessions', () => {
  test('are ended at every browser, after a question, and the page says whether there were any', async () => {
    const dana = browserAt(here);
    await signInByLink(here, dana, 'dana@ladder.example');
    const asked = await adam.get(`${BASE}/people/dana/sign-out`);
    expect(textOf(asked.body)).toContain('Sign dana out everywhere?');
    expect(await here.sessions.of(dana.cookie())).toBeDefined();
    expect(await done('/people/dana/sign-out')).toContain('They have been signed out everywhere.');
    expect(await here.sessions.of(dana.cookie())).toBeUndefined();
    expect(await done('/people/dana/sign-out')).toContain('They were signed in nowhere.');
    expect(await here.sessions.of(adam.cookie())).toBeDefined();
  });
});

describe('the language of a person', () => {
  test('is that of their pages and mails, until they choose another themselves', async () => {
    await done('/people/dana/language', { language: 'es' });
    const dana = browserAt(here);
    await signInByLink(here, dana, 'dana@ladder.example');
    const page = async () => /<html lang="(..)"/.exec((await dana.get('/contracts/sample/cases')).body)?.[1];
    expect(await page()).toBe('es');
    await here.open();
    const mail = async () => (await here.settle()).find(({ to: { name } }) => name === 'dana')?.text ?? '';
    expect(await mail()).toContain('Usted');
    await dana.post('/account/details', { name: 'Dana', language: 'en', timeZone: '' });
    expect(await page()).toBe('en');
    await here.open();
    expect(await mail()).not.toContain('Usted');
    await done('/people/dana/language', { language: 'tlh' });
    expect((await adam.get(`${BASE}/people/dana`)).body).toContain('The contract’s: English');
  });

  test('is said with somebody new, and a form that was refused keeps it', async () => {
    const fay = { personId: 'fay', name: 'Fay Example', email: 'fay@', role: 'auditor', language: 'es' };
    const refused = await adam.post(`${BASE}/people/new`, fay);
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toMatch(/<option value="es" selected/);
    await done('/people/new', { ...fay, email: 'fay@ladder.example' });
    await done('/people/fay/invite');
    expect((await here.settle())[0]?.subject).toBe('Invitación a A contract');
    const unknown = await adam.post(`${BASE}/people/new`, {
      ...fay,
      email: 'f@ladder.example',
      language: 'tlh',
    });
    expect(textOf(unknown.body)).toContain('“tlh” is no language that Ladder speaks.');
  });
});

describe('the domains of a customer', () => {
  test('are allowed, shown at that customer alone, and no longer allowed after a question', async () => {
    expect(textOf((await adam.get(`${BASE}/customers/agency`)).body)).toContain('No domain is allowed.');
    expect(await done('/customers/agency/domains', { domain: ' @Agency.Example ' })).toContain(
      'The domain is allowed.',
    );
    expect(textOf((await adam.get(`${BASE}/customers/court`)).body)).not.toContain('No longer allow it');
    const path = '/customers/agency/domains/agency.example/withdraw';
    expect(textOf((await adam.get(BASE + path)).body)).toContain('No longer let people of agency.example');
    expect(await here.accountKeeping.domains('sample')).toHaveLength(1);
    expect(textOf((await adam.get(`${BASE}/customers/agency`)).body)).toMatch(
      /agency\.example allowed since Tue 17 Nov 2026, 9:00 am Pacific , by Adam Example/,
    );
    expect(await done(path)).toContain('The domain is no longer allowed.');
    expect(await here.accountKeeping.domains('sample')).toEqual([]);
    const changes = textOf((await adam.get(`${BASE}/rights`)).body);
    for (const said of [
      'People with a mailbox at agency.example may come by themselves, for the customer agency. Adam Example',
      'People with a mailbox at agency.example no longer come by themselves, for the customer agency. Adam Example',
    ]) {
      expect(changes).toContain(said);
    }
  });

  test('let in whoever comes by one, which is recorded as their own doing', async () => {
    await done('/customers/agency/domains', { domain: 'agency.example' });
    const fay = browserAt(here);
    const { mails } = await askForLink(here, fay, 'fay@agency.example');
    await fay.post(pathIn(mails[0]), { name: 'Fay Example' });
    expect(textOf((await adam.get(`${BASE}/rights`)).body)).toContain(
      'Fay Example came by a mailbox at agency.example, for the customer agency. themselves',
    );
  });

  test.each([
    ['gmail.com', 'Anybody gets a mailbox at gmail.com'],
    ['', 'No domain was written.'],
    ['<script>alert(1)</script>', 'is no domain that mail has'],
    ['a\0.example', 'is no domain that mail has'],
    ['court.example', 'court.example is another customer’s of this contract already.'],
  ])('%j is refused at its field, and stays there to be mended', async (domain, said) => {
    await done('/customers/court/domains', { domain: 'court.example' });
    const { statusCode, body } = await adam.post(`${BASE}/customers/agency/domains`, { domain });
    expect(statusCode).toBe(422);
    expect(textOf(body)).toContain(said);
    expect(body).toContain('<a href="#domain">');
    expect(body).not.toContain('<script>alert');
    expect(await here.accountKeeping.domains('sample')).toHaveLength(1);
  });
});

describe('what happened at the door', () => {
  test('says who came, from where, and who did it where that was somebody else', async () => {
    const dana = browserAt(here, '192.0.2.5');
    await signInByLink(here, dana, 'dana@ladder.example');
    await done('/people/dana/invite');
    await done('/people/dana/sign-out');
    await dana.post('/sign-in/password', { address: 'dana@ladder.example', password: 'wrong one' });
    const text = textOf((await adam.get(`${BASE}/sign-ins`)).body);
    for (const said of [
      'dana dana@ladder.example Signed in by a link by e-mail. 192.0.2.5',
      'Was sent a link to sign in by.',
      'Came to the contract for the first time.',
      'Tried to sign in by a password, and was not let in.',
    ]) {
      expect(text).toContain(said);
    }
    expect(text).toMatch(/Was invited by \S+/);
    expect(text).toMatch(/Was signed out everywhere by \S+/);
  });

  test('goes on page by page, the newest first, and shows each line once', async () => {
    await sql`insert into sign_in_log (at, kind, contract_id, ip_address)
      select now(), 'linkSent', 'sample', '192.0.2.' || n from generate_series(1, 120) n`.execute(
      here.connection.db,
    );
    const seen: string[] = [];
    let path: string | undefined = `${BASE}/sign-ins`;
    for (let pages = 0; path !== undefined && pages < 10; pages++) {
      const { body } = await adam.get(path);
      seen.push(...[...body.matchAll(/192\.0\.2\.(\d+)/g)].map(([, n]) => n!));
      path = /href="([^"]*\/sign-ins\?before=[^"]+)" rel="next"/.exec(body)?.[1];
    }
    expect(seen).toEqual(Array.from({ length: 120 }, (_, index) => String(120 - index)));
  });

  test('of another contract is shown to nobody of this one, even of the same account', async () => {
    await sql`insert into sign_in_log (at, kind, contract_id, account_id)
      select now(), 'recoveryCodeUsed', 'other', id from sign_in_account`.execute(here.connection.db);
    expect((await adam.get(`${BASE}/sign-ins`)).body).not.toContain('Used a recovery code.');
  });

  test('is shown as it was noted where its kind is not known, and stays text', async () => {
    await sql`insert into sign_in_log (at, kind, contract_id, user_agent, method)
      values (now(), 'toString', 'sample', '<script>alert(1)</script>', null)`.execute(here.connection.db);
    const { body, statusCode } = await adam.get(`${BASE}/sign-ins`);
    expect(statusCode).toBe(200);
    expect(textOf(body)).toContain('nobody that is known toString');
    expect(body).not.toContain('<script>alert');
  });

  test('is read of the whole installation by who keeps it, and by nobody else', async () => {
    expect((await adam.get('/admin/sign-ins')).statusCode).toBe(404);
    expect((await browserAt(here).get('/admin/sign-ins')).headers.location).toContain('/sign-in?then=');
    await sql`update sign_in_account set keeps_installation = true`.execute(here.connection.db);
    await browserAt(here).post('/sign-in/password', { address: 'x@y.example', password: 'wrong one' });
    expect((await adam.get('/admin')).body).toContain('href="/admin/sign-ins"');
    const text = textOf((await adam.get('/admin/sign-ins')).body);
    expect(text).toContain('nobody that is known Tried to sign in by a password');
    expect(text).toContain('Came to the contract for the first time.');
  });
});

describe('the checkpoints of the installation', () => {
  const signed = (at: string) =>
    here.connection.db.transaction().execute((trx) => checkpointIn(trx, on(at), signingKey(TEST_SECRET)));

  test('are listed for who keeps it, the newest first, with their digests, and for nobody else', async () => {
    await here.open();
    await signed('Tue 09:30');
    await signed('Tue 10:30');
    expect((await adam.get('/admin/checkpoints')).statusCode).toBe(404);
    expect((await browserAt(here).get('/admin/checkpoints')).headers.location).toContain('/sign-in?then=');
    await sql`update sign_in_account set keeps_installation = true`.execute(here.connection.db);
    expect((await adam.get('/admin')).body).toContain('href="/admin/checkpoints"');
    const { rows } = await sql<{ digest: string }>`
      select encode(digest, 'hex') as digest from checkpoint order by number desc`.execute(
      here.connection.db,
    );
    expect(rows).toHaveLength(2);
    const { body } = await adam.get('/admin/checkpoints');
    expect([...body.matchAll(/\b[0-9a-f]{64}\b/g)].map(([digest]) => digest)).toEqual(
      rows.map(({ digest }) => digest),
    );
    const older = textOf((await adam.get('/admin/checkpoints?before=2')).body);
    expect(older).toContain(rows[1]!.digest);
    expect(older).not.toContain(rows[0]!.digest);
    for (const list of ['/admin/checkpoints', '/admin/sign-ins', `${BASE}/sign-ins`]) {
      expect((await adam.get(`${list}?before=999999999999999`)).statusCode).toBe(200);
    }
  });

  test('are said to be none yet where none was signed', async () => {
    await sql`update sign_in_account set keeps_installation = true`.execute(here.connection.db);
    const { body } = await adam.get('/admin/checkpoints?before=%00');
    expect(textOf(body)).toContain('No checkpoint has been signed yet.');
  });
});
