import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AnswersWorld, answersWorld } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { expectAccessible, openScreen, picture, type Screen } from './browser.ts';
import { hasBrowser } from './chromium.ts';

describe.runIf(hasBrowser)('letting people in', () => {
  let here: AnswersWorld;
  let screen: Screen;
  let cookies: string;

  beforeAll(async () => {
    here = await answersWorld(on('Tue 09:00'));
    const { db } = here.connection;
    await sql`insert into person (contract_id, person_id, name, email)
      values ('sample', 'mia', 'Mia Example', 'mia@ladder.example')`.execute(db);
    await sql`insert into role values ('sample', 'mia', 'customerManager', 'agency')`.execute(db);
    screen = await openScreen(await here.server.listen({ host: '127.0.0.1', port: 0 }));
    cookies = await here.stepIn('mia');
  });
  afterAll(async () => {
    await screen.close();
    await here.close();
  });

  test('goes from the list to the mail and back by keyboard, and is sound at any width', async () => {
    const { page, visit } = await screen.reader({ cookies });
    page.setDefaultTimeout(25_000);
    await visit('/contracts/sample/people');
    await page.getByRole('link', { name: 'Invite somebody' }).press('Enter');
    await page.getByLabel('Name', { exact: true }).fill('Fay Example');
    await page.getByLabel('Address for mail').fill('dana@ladder.example');
    await page.getByLabel('Role').selectOption('customer');
    await page.getByRole('button', { name: 'Send the invitation' }).press('Enter');
    await page.getByRole('link', { name: /is on your list already/ }).click();
    await expectAccessible(page);
    await picture(page, 'letting-in-refused');
    await page.getByLabel('Address for mail').fill('fay@agency.example');
    await page.getByLabel('Language').selectOption('es');
    await page.getByRole('button', { name: 'Send the invitation' }).press('Enter');
    await page.getByText('Fay Example is invited').waitFor();
    await expectAccessible(page);
    await picture(page, 'letting-in-invited');
    expect((await here.settle()).map(({ subject }) => subject)).toEqual(['Invitación a A contract']);
    await page.getByRole('link', { name: /Take the role away/ }).press('Enter');
    await expectAccessible(page);
    await picture(page, 'letting-in-let-go');
    await page.getByRole('button', { name: 'Take the role away' }).press('Enter');
    await page.getByText('They no longer have any role').waitFor();
    await expectAccessible(page);
    await picture(page, 'letting-in');
  }, 120_000);
});
