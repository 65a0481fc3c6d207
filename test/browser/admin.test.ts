import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signingKey } from '../../src/app/secret.ts';
import { type AnswersWorld, answersWorld } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { TEST_SECRET } from '../build/engine-parts.ts';
import { checkpointIn } from '../record/record-world.ts';
import { expectAccessible, openScreen, picture, type Screen } from './browser.ts';
import { hasBrowser } from './chromium.ts';

const BASE = '/contracts/sample/admin';

describe.runIf(hasBrowser)('administration', () => {
  let here: AnswersWorld;
  let screen: Screen;
  let cookies: string;

  beforeAll(async () => {
    here = await answersWorld(on('Tue 09:00'));
    const { db } = here.connection;
    await sql`insert into person (contract_id, person_id, name, email)
      values ('sample', 'adam', 'Adam Example', 'adam@ladder.example')`.execute(db);
    await sql`insert into role values ('sample', 'adam', 'administrator', null)`.execute(db);
    await here.open();
    await here.settle();
    await sql`update delivery set state = 'failed', reason = 'No such mailbox' where person_id = 'dana'`.execute(
      db,
    );
    await here.connection.db
      .transaction()
      .execute((trx) => checkpointIn(trx, on('Tue 09:30'), signingKey(TEST_SECRET)));
    screen = await openScreen(await here.server.listen({ host: '127.0.0.1', port: 0 }));
    cookies = await here.stepIn('adam');
  });
  afterAll(async () => {
    await screen.close();
    await here.close();
  });

  test('by keyboard and without script somebody is added, loses a role, and a program gets a token', async () => {
    const { page, visit } = await screen.reader({ cookies, script: false });
    await visit(`${BASE}/people/new`);
    await page.getByLabel('Name', { exact: true }).fill('Fay Example');
    await page.getByLabel('Short name').fill('fay');
    await page.getByLabel('Address for mail').fill('fay@');
    await page.getByLabel('Role').selectOption('auditor');
    await page.getByRole('button', { name: 'Add the person' }).press('Enter');
    await page.getByRole('link', { name: /no address that mail can be sent to/ }).click();
    await page.getByLabel('Address for mail').fill('fay@ladder.example');
    await page.getByRole('button', { name: 'Add the person' }).press('Enter');
    await page.getByText('Fay Example has been added.').waitFor();
    await page.getByRole('link', { name: /Take the role away/ }).click();
    await page.getByRole('button', { name: 'Take the role away' }).press('Enter');
    await page.getByText('They no longer have the role “auditor”.').waitFor();
    await visit(`${BASE}/tokens/new`);
    await page.getByLabel('Name', { exact: true }).fill('Ticket system');
    await page.getByLabel('Acts as').selectOption('ana');
    await page.getByRole('button', { name: 'Make the token' }).press('Enter');
    await page.getByText(/ladder_[\w-]{43}/).waitFor();
  });

  test('an act that wants a fresh proof, sent when that has grown old, keeps what was typed until it is given', async () => {
    const { page, visit, context } = await screen.reader({ cookies: await here.stepIn('adam') });
    await visit(`${BASE}/people/new`);
    await page.getByLabel('Name', { exact: true }).fill('Gus <b>Example</b>');
    await page.getByLabel('Short name').fill('gus');
    await page.getByLabel('Address for mail').fill('gus@ladder.example');
    await page.getByLabel('Role').selectOption('auditor');
    await sql`update sign_in_session set authenticated_at = authenticated_at - interval '1 hour'
      where created_at = (select max(created_at) from sign_in_session)`.execute(here.connection.db);
    await page.getByRole('button', { name: 'Add the person' }).click();
    await page.getByRole('heading', { level: 1, name: /nothing is lost/ }).waitFor();
    expect(await page.locator('main').innerText()).toContain('Gus <b>Example</b>');
    expect(await there('gus')).toBe(0);
    await expectAccessible(page);
    await picture(page, 'stale-form');

    const again = (await here.stepIn('adam')).split('; ').map((one) => one.split(/=(.*)/s));
    const url = new URL('/', page.url()).href;
    await context.addCookies(again.map(([name = '', value = '']) => ({ name, value, url })));
    await page.getByRole('button', { name: 'Send it again' }).click();
    await page.getByText('Gus <b>Example</b> has been added.').waitFor();
    expect(await there('gus')).toBe(1);
  });

  const there = async (person: string): Promise<number> => {
    const { rows } = await sql`select from person where person_id = ${person}`.execute(here.connection.db);
    return rows.length;
  };

  test('has no accessibility finding on any page, and does not scroll sideways', async () => {
    const { page, visit } = await screen.reader({ cookies });
    const paths = [
      ...['', '/people', '/people/new', '/people/ana', '/people/ana/roles/contact/withdraw', '/customers'],
      ...[
        '/people/ana/sign-out',
        '/customers/agency',
        '/customers/new',
        '/tokens',
        '/tokens/new',
        '/rights',
        '/stuck',
        '/carriers',
        '/sign-ins',
      ],
    ];
    for (const path of paths) {
      expect([path, await visit(BASE + path)]).toEqual([path, 200]);
      await expectAccessible(page);
      await picture(page, `admin${path.replaceAll('/', '-')}`);
    }
    await visit(`${BASE}/people/new`);
    await page.getByRole('button', { name: 'Add the person' }).click();
    await expectAccessible(page);
  }, 240_000);

  test('is as sound on the pages of the installation, where a test mail is sent', async () => {
    const { page, visit } = await screen.reader({ cookies });
    for (const path of ['/admin', '/admin/sign-ins', '/admin/checkpoints', '/admin/carriers']) {
      expect([path, await visit(path)]).toEqual([path, 200]);
      await expectAccessible(page);
      await picture(page, `installation${path.replaceAll('/', '-')}`);
    }
    await page.getByRole('button', { name: 'Send a test mail to myself' }).click();
    await page.getByText('The test mail is in the outbox').waitFor();
    await expectAccessible(page);
    await picture(page, 'installation-carriers-tried');
  }, 240_000);
});
