import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type AnswersWorld, answersWorld } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { revisionWith } from '../build/revision.ts';

const HOSTILE = `<b>"'&</b><script>alert(1)</script>`;
const BASE = '/contracts/sample/admin';

/** A plan with a place that differs by customer. */
const withKeeper = revisionWith({
  contacts: {
    keeper: { kind: 'directory', title: 'Account manager' },
    desk: { kind: 'desk', title: 'Service desk' },
    ana: { kind: 'person', title: 'Service manager' },
    bo: { kind: 'person', title: 'Senior service manager' },
    cy: { kind: 'person', title: 'Director' },
  },
});

let here: AnswersWorld;
beforeEach(async () => {
  here = await answersWorld(on('Tue 09:00'), { revision: withKeeper });
  await person('adam', 'administrator');
  await person('alan', 'auditor');
});
afterEach(() => here.close());

const ask = <T>(text: string) => sql.raw<T>(text).execute(here.connection.db);

async function person(id: string, role: string): Promise<void> {
  await ask(`insert into person (contract_id, person_id, name, email)
    values ('sample', '${id}', '${id}', '${id}@ladder.example')`);
  await ask(`insert into role values ('sample', '${id}', '${role}', null)`);
}

async function get(path: string, who: string | undefined = 'adam') {
  const headers = who === undefined ? {} : { cookie: await here.stepIn(who) };
  return here.server.inject({ method: 'GET', url: `${BASE}${path}`, headers });
}

type Form = Readonly<Record<string, string | readonly string[]>>;

async function post(path: string, form: Form = {}, who: string | undefined = 'adam') {
  const cookie = who === undefined ? {} : { cookie: await here.stepIn(who) };
  const pairs = Object.entries(form).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, one] as const),
  );
  return here.server.inject({
    method: 'POST',
    url: `${BASE}${path}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...cookie },
    payload: new URLSearchParams(pairs.map(([name, one]) => [name, String(one)])).toString(),
  });
}

/** Does what a form asks for, and the page it leads to. */
async function done(path: string, form: Form = {}) {
  const sent = await post(path, form);
  expect([path, sent.statusCode]).toEqual([path, 303]);
  const { statusCode, body } = await get(String(sent.headers.location).slice(BASE.length));
  expect(statusCode).toBe(200);
  return textOf(body);
}

const textOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

const rolesOf = async (id: string): Promise<readonly string[]> =>
  (await ask<{ role: string }>(`select role from role where person_id = '${id}' order by role`)).rows.map(
    ({ role }) => role,
  );

const fay = {
  personId: 'fay',
  name: 'Fay Example',
  email: 'fay@agency.example',
  role: 'customer',
  customer: 'agency',
};

describe('who may administer', () => {
  const PATHS = [
    '',
    '/people',
    '/people/new',
    '/people/ana',
    '/customers',
    '/customers/new',
    '/customers/agency',
  ];
  const MORE = [
    '/tokens',
    '/tokens/new',
    '/rights',
    '/stuck',
    '/sign-ins',
    '/people/ana/roles/contact/withdraw',
  ];

  test('an administrator of the contract, on every page; to everybody else there is none', async () => {
    for (const path of [...PATHS, ...MORE]) {
      expect([path, (await get(path)).statusCode]).toEqual([path, 200]);
      for (const who of ['olga', 'alan', 'dana', 'ana', 'desk']) {
        expect([path, who, (await get(path, who)).statusCode]).toEqual([path, who, 404]);
      }
    }
  });

  test('nobody else changes anything', async () => {
    const forms: readonly (readonly [string, Form])[] = [
      ['/people/new', fay],
      ['/people/ana/roles', { role: 'auditor' }],
      ['/people/ana/names', { name: 'Zed', title: '' }],
      ['/people/ana/roles/contact/withdraw', {}],
      ['/customers/new', { customerId: 'court', name: 'Court' }],
      ['/customers/agency/name', { name: 'Zed' }],
      ['/customers/agency/account', { accountManager: 'ana' }],
      ['/tokens/new', { name: 'x', owner: 'ana', scopes: 'read' }],
    ];
    for (const [path, form] of forms) {
      for (const who of ['olga', 'alan', 'dana', 'ana']) {
        expect([path, who, (await post(path, form, who)).statusCode]).toEqual([path, who, 404]);
      }
    }
    expect((await ask('select from rights_change')).rows).toHaveLength(0);
  });

  test('whoever keeps the installation may too, is recorded as that, and has a page of all contracts', async () => {
    const cookie = await here.stepIn('olga');
    await ask('update sign_in_account set keeps_installation = true');
    const url = `${BASE}/customers/new`;
    const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' };
    const sent = await here.server.inject({
      method: 'POST',
      url,
      headers,
      payload: 'customerId=court&name=Court',
    });
    expect(sent.statusCode).toBe(303);
    const home = await here.server.inject({ method: 'GET', url: '/admin', headers: { cookie } });
    expect(home.statusCode).toBe(200);
    expect(textOf(home.body)).toContain('Administer A contract');
    expect(
      textOf((await here.server.inject({ method: 'GET', url: `${BASE}/rights`, headers: { cookie } })).body),
    ).toContain('The customer court was added. who keeps the installation');
    const other = await here.server.inject({
      method: 'GET',
      url: '/admin',
      headers: { cookie: await here.stepIn('alan') },
    });
    expect(other.statusCode).toBe(404);
  });

  test('who is not signed in is led there, and what they typed is kept', async () => {
    const led = await here.server.inject({ method: 'GET', url: `${BASE}/people` });
    expect([led.statusCode, led.headers.location]).toEqual([
      303,
      `/sign-in?then=${encodeURIComponent(`${BASE}/people`)}`,
    ]);
    const kept = await here.server.inject({
      method: 'POST',
      url: `${BASE}/people/new`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'name=Fay+Example',
    });
    expect(kept.statusCode).toBe(401);
    expect(kept.body).toContain('Fay Example');
  });

  test('who proved who they are too long ago proves it again, and what they typed is kept', async () => {
    const cookie = await here.stepIn('adam');
    await ask(`update sign_in_session set authenticated_at = now() - interval '1 hour'`);
    const url = `${BASE}/customers/new`;
    const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' };
    const kept = await here.server.inject({
      method: 'POST',
      url,
      headers,
      payload: 'customerId=court&name=Court',
    });
    expect(kept.statusCode).toBe(401);
    expect(kept.body).toContain('value="court"');
    expect((await ask(`select from customer where customer_id = 'court'`)).rows).toHaveLength(0);
    const form = await here.server.inject({ method: 'GET', url: `${BASE}/tokens/new`, headers: { cookie } });
    expect([form.statusCode, form.headers.location]).toEqual([
      303,
      `/sign-in?then=${encodeURIComponent(`${BASE}/tokens/new`)}`,
    ]);
    const look = await here.server.inject({ method: 'GET', url: `${BASE}/people`, headers: { cookie } });
    expect(look.statusCode).toBe(200);
  });

  test('a form from elsewhere does nothing', async () => {
    const sent = await here.server.inject({
      method: 'POST',
      url: `${BASE}/customers/new`,
      headers: {
        cookie: await here.stepIn('adam'),
        origin: 'https://elsewhere.example',
        'sec-fetch-site': 'cross-site',
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: 'customerId=court&name=Court',
    });
    expect(sent.statusCode).toBe(403);
    expect((await ask(`select from customer where customer_id = 'court'`)).rows).toHaveLength(0);
  });
});

describe('people', () => {
  test('somebody is added, is given another role, is renamed, and loses a role again', async () => {
    expect(await done('/people/new', fay)).toContain('Fay Example has been added.');
    expect(await done('/people/fay/roles', { role: 'auditor' })).toContain(
      'They have the role “auditor” now.',
    );
    expect(await done('/people/fay/roles', { role: 'auditor' })).toContain('nothing has changed');
    expect(await done('/people/fay/names', { name: 'Fay Else', title: 'Auditor' })).toContain('Fay Else');
    const asked = textOf((await get('/people/fay/roles/customer/withdraw')).body);
    expect(asked).toContain('Take the role “customer (agency)” from Fay Else?');
    expect(await done('/people/fay/roles/customer/withdraw')).toContain('no longer have the role “customer”');
    expect(await rolesOf('fay')).toEqual(['auditor']);
    expect(textOf((await get('/people')).body)).toContain('Fay Else fay auditor fay@agency.example');
  });

  test('what was typed stays in the form that was refused, with the reason at its field', async () => {
    const { statusCode, body } = await post('/people/new', {
      ...fay,
      email: 'fay@',
      office: '+1 916-555-0177',
    });
    expect(statusCode).toBe(422);
    expect(body).toContain('“fay@” is no address that mail can be sent to.');
    expect(body).toContain('<a href="#email">');
    expect(body).toContain('value="Fay Example"');
    expect(body).toContain('value="+1 916-555-0177"');
    expect(await rolesOf('fay')).toEqual([]);
  });

  test.each([
    [
      'a role beside one of the other side',
      '/people/ana/roles',
      { role: 'oversight' },
      'stands on another side',
    ],
    ['a customer’s role without a customer', '/people/adam/roles', { role: 'customer' }, 'none was chosen'],
    [
      'a customer with another role',
      '/people/adam/roles',
      { role: 'auditor', customer: 'agency' },
      'whole contract',
    ],
    ['no role', '/people/adam/roles', { role: '' }, 'No role was chosen.'],
    ['a role that is none', '/people/adam/roles', { role: HOSTILE }, 'is no role'],
    [
      'an unknown customer',
      '/people/adam/roles',
      { role: 'customer', customer: '\0' },
      'There is no customer',
    ],
    ['no name', '/people/ana/names', { name: '', title: '' }, 'The name is missing.'],
    ['a name of two lines', '/people/ana/names', { name: 'a\nb', title: '' }, 'Write one line'],
    ['a name that cannot be kept', '/people/ana/names', { name: 'a\0b', title: '' }, 'Write one line'],
    [
      'somebody who is there already',
      '/people/new',
      { ...fay, personId: 'ana' },
      'There is a person “ana” already',
    ],
    ['Ladder’s own name', '/people/new', { ...fay, personId: 'ladder' }, 'Ladder acts by itself'],
    [
      'a short name that is none',
      '/people/new',
      { ...fay, personId: HOSTILE },
      'cannot be a person’s short name',
    ],
    ['the last administrator', '/people/adam/roles/administrator/withdraw', {}, 'the last administrator'],
    ['a role nobody has', '/people/adam/roles/auditor/withdraw', {}, 'does not have this role'],
  ] as const)('%s is refused, and nothing is changed', async (_what, path, form, said) => {
    const before = (await ask('select * from role order by person_id, role')).rows;
    const { statusCode, body } = await post(path, form);
    expect(statusCode).toBe(422);
    expect(body).toContain(said);
    expect(body).toContain('id="errors"');
    expect(body).not.toContain('<script>alert');
    expect((await ask('select * from role order by person_id, role')).rows).toEqual(before);
  });

  test('an administrator may go when another is there, and then sees nothing of it', async () => {
    await done('/people/alan/roles', { role: 'administrator' });
    const cookie = await here.stepIn('adam');
    expect((await post('/people/adam/roles/administrator/withdraw')).statusCode).toBe(303);
    await ask('update sign_in_account set keeps_installation = false');
    const gone = await here.server.inject({ method: 'GET', url: `${BASE}/people`, headers: { cookie } });
    expect(gone.statusCode).toBe(404);
    expect((await get('/people', 'alan')).statusCode).toBe(200);
  });

  test('who fills a place of the plan is said to, before their role is taken', async () => {
    expect(textOf((await get('/people/bo/roles/contact/withdraw')).body)).toContain(
      'They fill a place in the plan (bo)',
    );
  });

  test('pages of somebody or something that is not there are not there', async () => {
    for (const path of [
      '/people/nobody',
      '/people/%3Cb%3E',
      '/people/ana/roles/king/withdraw',
      '/people/ana/roles/toString/withdraw',
      '/customers/nobody',
      '/tokens/x/revoke',
      '/tokens/0198f3a2-0000-7000-8000-000000000000/revoke',
    ]) {
      expect([path, (await get(path)).statusCode]).toEqual([path, 404]);
    }
    for (const path of [
      '/people?after=%00',
      '/customers?after=%00',
      '/tokens?after=%00',
      '/rights?before=%00',
      '/sign-ins?before=%00',
    ]) {
      expect([path, (await get(path)).statusCode]).toEqual([path, 200]);
    }
  });

  test('a long list goes on, and shows everybody once', async () => {
    await ask(`insert into person (contract_id, person_id, name, email)
      select 'sample', 'p' || n, 'Person ' || n, 'p' || n || '@ladder.example' from generate_series(1, 120) n`);
    const seen: string[] = [];
    let path: string | undefined = '/people';
    for (let pages = 0; path !== undefined && pages < 10; pages++) {
      const { body } = await get(path);
      seen.push(...[...body.matchAll(/\/people\/(p\d+)"/g)].map(([, id]) => id!));
      path = /href="[^"]*\/admin(\/people\?after=[^"]+)" rel="next"/.exec(body)?.[1];
    }
    expect(seen).toHaveLength(120);
    expect(new Set(seen).size).toBe(120);
  });
});

describe('customers', () => {
  test('one is added, renamed, and given an account manager, who has the role by it and keeps it', async () => {
    expect(await done('/customers/new', { customerId: 'court', name: 'Court' })).toContain(
      'Court has been added.',
    );
    expect(await done('/customers/court/name', { name: 'Court of Tides' })).toContain('Court of Tides');
    expect(await done('/customers/court/account', { accountManager: 'ana' })).toContain(
      'ana is the account manager now.',
    );
    expect(await rolesOf('ana')).toEqual(['accountManager', 'contact']);
    const kept = await post('/people/ana/roles/accountManager/withdraw');
    expect(kept.statusCode).toBe(422);
    expect(kept.body).toContain('is the account manager of court');
    expect(textOf((await get('/customers')).body)).toContain('Court of Tides court ana');
  });

  test.each([
    ['/customers/new', { customerId: 'agency', name: 'Another' }, 'There is a customer “agency” already'],
    ['/customers/new', { customerId: 'a b', name: 'Another' }, 'cannot be a customer’s short name'],
    ['/customers/new', { customerId: 'new', name: '' }, 'The name is missing.'],
    ['/customers/agency/name', { name: '' }, 'cannot be a customer’s name'],
    ['/customers/agency/account', { accountManager: 'olga' }, 'stands on another side'],
    ['/customers/agency/account', { accountManager: 'zoe' }, 'There is no person “zoe”'],
  ] as const)('%s with %o is refused', async (path, form, said) => {
    const { statusCode, body } = await post(path, form);
    expect(statusCode).toBe(422);
    expect(body).toContain(said);
  });
});

describe('tokens', () => {
  const wanted = { name: 'Ticket system', owner: 'ana', scopes: ['read', 'write'], ends: '' };

  test('one is shown once, lets a program in, and no longer once it is ended', async () => {
    const made = await post('/tokens/new', wanted);
    expect(made.statusCode).toBe(200);
    const token = /ladder_[\w-]{43}/.exec(made.body)?.[0];
    const use = () =>
      here.server.inject({
        method: 'GET',
        url: '/api/v1/contracts/sample/cases',
        headers: { authorization: `Bearer ${token}` },
      });
    expect((await use()).statusCode).toBe(200);
    const list = await get('/tokens');
    expect(list.body).not.toContain(token);
    expect(textOf(list.body)).toContain('Ticket system ana Reading, Writing');
    const path = /\/admin(\/tokens\/[^"]+\/revoke)"/.exec(list.body)![1]!;
    expect(textOf((await get(path)).body)).toContain('End the token “Ticket system”?');
    expect(await done(path)).toContain('The token “Ticket system” has ended.');
    expect((await use()).statusCode).toBe(401);
  });

  test.each([
    [{ ...wanted, name: '' }, 'The token has no name.'],
    [{ ...wanted, owner: '' }, 'There is no person'],
    [{ ...wanted, owner: 'bea' }, 'has no role and may do nothing'],
    [{ ...wanted, scopes: ['admin'] }, 'belongs to the installation'],
    [{ ...wanted, scopes: [HOSTILE] }, 'nothing that a token may be used for'],
    [{ ...wanted, ends: '2020-01-01' }, 'ended before it began'],
    [{ ...wanted, ends: 'soon' }, 'ended before it began'],
  ] as const)('%o is refused', async (form, said) => {
    const { statusCode, body } = await post('/tokens/new', form);
    expect(statusCode).toBe(422);
    expect(body).toContain(said);
    expect((await ask('select from api_token')).rows).toHaveLength(0);
  });

  test('without anything to use it for, a token is not made', async () => {
    const { statusCode, body } = await post('/tokens/new', { ...wanted, scopes: [] });
    expect(statusCode).toBe(422);
    expect(body).toContain('Choose reading, writing, or both.');
  });

  test('of another contract, or of the installation, there is none here', async () => {
    await ask(`insert into api_token (token_id, token_hash, name, scopes, made_at) values
      ('0198f3a2-0000-7000-8000-000000000001', 'x', 'Root', '{admin}', '2026-01-01T00:00:00Z')`);
    expect((await get('/tokens')).body).not.toContain('Root');
    const path = '/tokens/0198f3a2-0000-7000-8000-000000000001/revoke';
    expect((await get(path)).statusCode).toBe(404);
    expect((await post(path)).statusCode).toBe(404);
  });
});

test('every change of a right is recorded with who made it, and the record of them cannot be changed', async () => {
  await done('/people/new', fay);
  await done('/people/fay/roles', { role: 'auditor' });
  await done('/people/fay/roles/auditor/withdraw');
  await post('/tokens/new', { name: 'x', owner: 'fay', scopes: 'read' });
  const text = textOf((await get('/rights')).body);
  for (const said of [
    'Fay Example was added. adam',
    'Fay Example was given the role “customer” of the customer agency. adam',
    'Fay Example was given the role “auditor”. adam',
    'The role “auditor” was taken from Fay Example. adam',
    'A token for Fay Example was made. adam',
  ]) {
    expect(text).toContain(said);
  }
  await expect(ask('delete from rights_change')).rejects.toThrow('append-only');
});

test('what does not go on by itself is listed for this contract alone', async () => {
  const key = await here.open();
  await here.settle();
  await here.send({ key, caller: undefined, actor: 'customer', command: { type: 'resume', by: 'dana' } });
  await ask(`update delivery set state = 'failed', reason = 'no such mailbox' where person_id = 'dana'`);
  await ask(
    `update "case" set set_aside_at = now(), set_aside_error = 'broken', set_aside_by = '0.1', deadline_job = null`,
  );
  const text = textOf((await get('/stuck')).body);
  expect(text).toContain('no such mailbox');
  expect(text).toContain('0.1 broken');
  expect(text).toContain('resume dana case-not-paused');
});

test('what did not arrive leads to its case, where it is of one', async () => {
  await here.open();
  await here.settle();
  await ask(`update delivery set state = 'failed', reason = 'no such mailbox' where person_id = 'dana'`);
  await ask(`insert into delivery select contract_id, gen_random_uuid(), other, number, round, person_id, level, kind,
    means, state, attempts, reason, carrier_id, queued_at from delivery,
    (values (''), ('obligation:plan-agreed')) as others (other) where person_id = 'dana' and state = 'failed'`);
  await ask(`insert into delivery_body (contract_id, delivery_id, reply_to)
    select contract_id, delivery_id, false from delivery on conflict do nothing`);
  const { body } = await get('/stuck');
  const text = textOf(body);
  expect(text).toContain('No case');
  expect(text).toContain('Obligation: plan-agreed');
  const led = [...body.matchAll(/href="([^"]*\/cases\/[^"]*)"/g)].map(([, href = '']) => href);
  expect(led).not.toEqual([]);
  for (const href of led) expect(href).toMatch(/\/cases\/\d+$/);
});

test('what people typed stays text on every page', async () => {
  await ask(`update person set name = $h$${HOSTILE}$h$, title = $h$${HOSTILE}$h$`);
  await ask(`update customer set name = $h$${HOSTILE}$h$`);
  await post('/tokens/new', { name: HOSTILE, owner: 'ana', scopes: 'read' });
  for (const path of [
    ...[
      '',
      '/people',
      '/people/ana',
      '/people/new',
      '/customers',
      '/customers/agency',
      '/tokens',
      '/tokens/new',
    ],
    ...['/rights', '/stuck', '/sign-ins', '/people/ana/roles/contact/withdraw'],
  ]) {
    const { body, statusCode } = await get(path);
    expect([path, statusCode]).toEqual([path, 200]);
    expect(body).not.toContain('<script>alert');
    expect(body).not.toMatch(/<b>"/);
  }
});
