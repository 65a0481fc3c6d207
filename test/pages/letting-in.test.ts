import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { browserAt, pathIn, type TestBrowser } from '../accounts/door.ts';
import { type AnswersWorld, answersWorld } from '../build/answers-world.ts';
import { on } from '../build/case.ts';

const BASE = '/contracts/sample/people';
const HOSTILE = `<b>"'&</b><script>alert(1)</script>`;

let here: AnswersWorld;
beforeEach(async () => {
  here = await answersWorld(on('Tue 09:00'));
  await ask(`insert into customer (contract_id, customer_id, name) values ('sample', 'court', 'Court')`);
  for (const [id, role, customer] of [
    ['mia', 'customerManager', 'agency'],
    ['cora', 'customer', 'court'],
    ['petra', 'programManager', undefined],
    ['alan', 'auditor', undefined],
    ['adam', 'administrator', undefined],
  ] as const) {
    await ask(`insert into person (contract_id, person_id, name, email)
      values ('sample', '${id}', '${id}', '${id}@ladder.example')`);
    await ask(
      `insert into role values ('sample', '${id}', '${role}', ${customer ? `'${customer}'` : 'null'})`,
    );
  }
});
afterEach(() => here.close());

const ask = <T>(text: string) => sql.raw<T>(text).execute(here.connection.db);
const textOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

async function as(who: string): Promise<TestBrowser> {
  const browser = browserAt(here);
  for (const pair of (await here.stepIn(who)).split('; ')) browser.plant(pair);
  return browser;
}

const fay = { name: 'Fay Example', email: 'Fay@agency.example', role: 'customer', language: '' };

/** Does what a form asks for, and what the page it leads to says. */
async function done(browser: TestBrowser, path: string, form: Record<string, string> = {}): Promise<string> {
  const sent = await browser.post(BASE + path, form);
  expect([path, sent.statusCode]).toEqual([path, 303]);
  const led = await browser.get(String(sent.headers.location));
  expect(led.statusCode).toBe(200);
  return textOf(led.body);
}

const rolesAt = async (email: string): Promise<readonly string[]> =>
  (
    await ask<{ held: string }>(`select role || coalesce(' ' || customer_id, '') as held
      from role join person using (contract_id, person_id) where lower(email) = lower('${email}') order by role`)
  ).rows.map(({ held }) => held);

const pathOf = async (email: string): Promise<string> =>
  `/${(await ask<{ id: string }>(`select person_id as id from person where lower(email) = lower('${email}')`)).rows[0]?.id}`;

describe('who lets people in', () => {
  const OF: Readonly<Record<string, readonly string[]>> = {
    mia: ['customer', 'customerManager'],
    petra: ['desk', 'accountManager', 'contact'],
    olga: ['oversight', 'auditor'],
  };

  test.each(Object.entries(OF))('%s gives the roles %o and no other', async (who, given) => {
    const browser = await as(who);
    const { body } = await browser.get(`${BASE}/new`);
    const offered = [...body.matchAll(/<option value="(\w+)"/g)].map(([, value]) => value);
    expect(offered.filter((one) => one !== 'en' && one !== 'es')).toEqual(given);
    const all = ['customer', 'customerManager', 'desk', 'accountManager', 'contact', 'programManager'];
    for (const role of [...all, 'oversight', 'auditor', 'administrator', 'toString', '', HOSTILE]) {
      if (given.includes(role)) continue;
      const { statusCode, body: page } = await browser.post(`${BASE}/new`, { ...fay, role });
      expect([who, role, statusCode]).toEqual([who, role, 422]);
      expect(textOf(page)).toContain('No role was chosen.');
    }
    expect(await rolesAt(fay.email)).toEqual([]);
    expect(await here.settle()).toEqual([]);
  });

  test('to everybody else there is no such page', async () => {
    for (const who of ['dana', 'ana', 'desk', 'alan', 'adam']) {
      const browser = await as(who);
      for (const path of ['', '/new', '/dana', '/dana/roles/customer/withdraw']) {
        expect([who, path, (await browser.get(BASE + path)).statusCode]).toEqual([who, path, 404]);
      }
      for (const path of ['/new', '/dana/invite', '/dana/roles/customer/withdraw']) {
        expect([who, path, (await browser.post(BASE + path, fay)).statusCode]).toEqual([who, path, 404]);
      }
      expect((await browser.get('/contracts/sample/cases')).body).not.toContain(`href="${BASE}"`);
    }
    expect((await (await as('mia')).get('/contracts/sample/cases')).body).toContain(`href="${BASE}"`);
    expect(await rolesAt('dana@ladder.example')).toEqual(['customer agency']);
  });

  test('whoever proved who they are too long ago proves it again', async () => {
    const mia = await as('mia');
    await ask(`update sign_in_session set authenticated_at = now() - interval '1 hour'`);
    expect((await mia.get(BASE)).statusCode).toBe(200);
    expect((await mia.get(`${BASE}/new`)).headers.location).toContain('/sign-in?then=');
    const kept = await mia.post(`${BASE}/new`, fay);
    expect([kept.statusCode, kept.body.includes('Fay Example')]).toEqual([401, true]);
    expect((await mia.post(`${BASE}/dana/roles/customer/withdraw`)).statusCode).toBe(401);
    expect(await rolesAt(fay.email)).toEqual([]);
  });

  test('sees those they let in alone, and nobody of another customer or party', async () => {
    const listed = async (who: string) =>
      [...(await (await as(who)).get(BASE)).body.matchAll(/href="\/contracts\/sample\/people\/(\w+)"/g)]
        .map(([, id]) => id)
        .filter((id) => id !== 'new');
    // `mia` and `olga` are on their own lists, without a page: nobody takes their own role.
    expect(await listed('mia')).toEqual(['dana']);
    expect(await listed('petra')).toEqual(['ana', 'bo', 'cy', 'desk']);
    expect(await listed('olga')).toEqual(['alan']);
    const mia = await as('mia');
    for (const id of ['cora', 'ana', 'olga', 'mia', 'nobody', '%00', '%3Cb%3E']) {
      expect([id, (await mia.get(`${BASE}/${id}`)).statusCode]).toEqual([id, 404]);
      expect([id, (await mia.post(`${BASE}/${id}/invite`)).statusCode]).toEqual([id, 404]);
      const path = `${BASE}/${id}/roles/customer/withdraw`;
      expect([id, (await mia.post(path)).statusCode]).toEqual([id, 404]);
    }
    expect(await rolesAt('cora@ladder.example')).toEqual(['customer court']);
    expect((await mia.post(`${BASE}/dana/roles/customerManager/withdraw`)).statusCode).toBe(404);
    expect((await mia.get('/contracts/elsewhere/people')).statusCode).toBe(404);
  });
});

describe('somebody who is invited', () => {
  test('comes by the mail, as what their manager made them, in the language chosen; all of it is recorded', async () => {
    const mia = await as('mia');
    expect(await done(mia, '/new', { ...fay, language: 'es' })).toContain(
      'Fay Example is invited: a mail is on its way to Fay@agency.example.',
    );
    expect(textOf((await mia.get(BASE)).body)).toContain(
      'Fay Example Fay@agency.example customer (agency) not yet',
    );
    const [mail, ...more] = await here.settle();
    expect([mail?.subject, mail?.to.address, more]).toEqual([
      'Invitación a A contract',
      'fay@agency.example',
      [],
    ]);
    const browser = browserAt(here);
    expect((await browser.post(pathIn(mail))).headers.location).toBe('/contracts/sample');
    expect((await browser.get('/contracts/sample/cases')).body).toContain('<html lang="es"');
    expect((await here.sessions.of(browser.cookie()))?.people).toMatchObject([
      { grants: [{ role: 'customer', customerId: 'agency' }] },
    ]);
    expect(textOf((await mia.get(BASE)).body)).toContain('Fay@agency.example customer (agency) yes');
    const changes = textOf((await (await as('adam')).get('/contracts/sample/admin/rights')).body);
    expect(changes).toContain('Fay Example was added. mia');
    expect(changes).toContain('Fay Example was given the role “customer” of the customer agency. mia');
    expect(textOf((await (await as('adam')).get('/contracts/sample/admin/sign-ins')).body)).toContain(
      'Fay Example Fay@agency.example Was invited by mia',
    );
  });

  test('may be invited again, in another language', async () => {
    const mia = await as('mia');
    expect(await done(mia, '/dana/invite', { language: 'es' })).toContain('dana is invited');
    expect((await here.settle()).map(({ subject }) => subject)).toEqual(['Invitación a A contract']);
    await done(mia, '/dana/invite', { language: 'tlh' });
    expect((await here.settle()).map(({ subject }) => subject)).toEqual(['You are invited to A contract']);
  });

  test.each([
    ['no name', { name: ' ' }, 'The name is missing.', '#name'],
    ['a name of two lines', { name: 'a\nb' }, 'Write one line', '#name'],
    ['a name that cannot be kept', { name: 'a\0b' }, 'Write one line', '#name'],
    ['no address', { email: '' }, 'is no address that mail can be sent to', '#email'],
    [
      'an address that cannot be kept',
      { email: 'fay\0@agency.example' },
      'is no address that mail',
      '#email',
    ],
    ['markup for an address', { email: HOSTILE }, 'is no address that mail', '#email'],
  ])('with %s is refused at its field, and what was typed stays', async (_what, wrong, said, field) => {
    const { statusCode, body } = await (await as('mia')).post(`${BASE}/new`, { ...fay, ...wrong });
    expect(statusCode).toBe(422);
    expect(textOf(body)).toContain(said);
    expect(body).toContain(`<a href="${field}">`);
    expect(body).not.toContain('<script>alert');
    expect(body).toContain('email' in wrong ? 'value="Fay Example"' : 'value="Fay@agency.example"');
    expect(await here.settle()).toEqual([]);
  });

  test('by an address of somebody else’s is refused, for neither could sign in; of one’s own list the page is offered', async () => {
    const mia = await as('mia');
    const theirs = await mia.post(`${BASE}/new`, { ...fay, email: 'DANA@ladder.example' });
    expect(textOf(theirs.body)).toContain('Somebody with this address is on your list already.');
    expect(theirs.body).toContain(`href="${BASE}/dana"`);
    for (const email of [
      'ana@ladder.example',
      'cora@ladder.example',
      'olga@ladder.example',
      'mia@ladder.example',
    ]) {
      const { statusCode, body } = await mia.post(`${BASE}/new`, { ...fay, email });
      expect([email, statusCode]).toEqual([email, 422]);
      expect(textOf(body)).toContain('This address is somebody’s in this contract already.');
    }
    expect((await ask(`select from person where name = 'Fay Example'`)).rows).toHaveLength(0);
  });

  test('twice at once is one person', async () => {
    const [mia, again] = [await as('mia'), await as('mia')];
    const sent = await Promise.all([mia, again].map((one) => one.post(`${BASE}/new`, fay)));
    expect(sent.map(({ statusCode }) => statusCode).sort()).toEqual([303, 422]);
    expect(await rolesAt(fay.email)).toEqual(['customer agency']);
  });
});

describe('somebody who is let go', () => {
  test('loses the role from their next request on, after a question, and their invitation with the last', async () => {
    const [mia, dana] = [await as('mia'), await as('dana')];
    await done(mia, '/new', fay);
    const [mail] = await here.settle();
    const path = `${await pathOf(fay.email)}/roles/customer/withdraw`;
    const asked = textOf((await mia.get(BASE + path)).body);
    expect(asked).toContain('Take the role “customer (agency)” from Fay Example?');
    expect(asked).toContain('an invitation that they have not used ends with it');
    expect(await rolesAt(fay.email)).toEqual(['customer agency']);
    expect(await done(mia, path)).toContain('They no longer have any role that is yours to give.');
    expect(await rolesAt(fay.email)).toEqual([]);
    expect((await browserAt(here).post(pathIn(mail))).statusCode).toBe(410);
    expect((await dana.get('/contracts/sample/start')).statusCode).toBe(200);
    await done(mia, '/dana/roles/customer/withdraw');
    expect((await dana.get('/contracts/sample/start')).statusCode).toBe(404);
    expect(textOf((await (await as('adam')).get('/contracts/sample/admin/rights')).body)).toContain(
      'The role “customer” was taken from dana. mia',
    );
  });

  test('is taken in again as who they were', async () => {
    const mia = await as('mia');
    await done(mia, '/dana/roles/customer/withdraw');
    await done(mia, '/new', {
      ...fay,
      name: 'Somebody',
      email: 'dana@ladder.example',
      role: 'customerManager',
    });
    expect(await rolesAt('dana@ladder.example')).toEqual(['customerManager agency']);
    expect((await ask(`select name from person where person_id = 'dana'`)).rows).toEqual([{ name: 'dana' }]);
  });

  test('goes on filling a seat, and is nobody’s to invite by another manager then', async () => {
    const petra = await as('petra');
    await done(petra, '/bo/roles/contact/withdraw');
    const { body } = await (await as('mia')).post(`${BASE}/new`, { ...fay, email: 'bo@ladder.example' });
    expect(textOf(body)).toContain('This address is somebody’s in this contract already.');
  });

  test('keeps a role that others need them for, and the page says why', async () => {
    await ask(`insert into role values ('sample', 'ana', 'accountManager', null)`);
    await ask(`insert into account values ('sample', 'agency', 'account', 'ana')`);
    const { statusCode, body } = await (await as('petra')).post(`${BASE}/ana/roles/accountManager/withdraw`);
    expect(statusCode).toBe(422);
    expect(textOf(body)).toContain('is the account manager of agency');
    expect(await rolesAt('ana@ladder.example')).toEqual(['accountManager', 'contact']);
  });

  test('is never oneself', async () => {
    const olga = await as('olga');
    expect((await olga.post(`${BASE}/olga/roles/oversight/withdraw`)).statusCode).toBe(404);
    expect(await rolesAt('olga@ladder.example')).toEqual(['oversight']);
  });
});
