import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { linkIn, to } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { expectAccessible, picture } from './browser.ts';
import { hasBrowser } from './chromium.ts';
import { portalWorld } from './portal-world.ts';

describe.runIf(hasBrowser)('a contact who changes their address', () => {
  let here: Awaited<ReturnType<typeof portalWorld>>;

  beforeAll(async () => {
    here = await portalWorld(on('Tue 09:00'));
    const { db } = here.connection;
    await sql`insert into person (contract_id, person_id, name, email)
      values ('sample', 'petra', 'Petra Example', 'petra@ladder.example')`.execute(db);
    await sql`insert into role values ('sample', 'petra', 'programManager', null)`.execute(db);
    await sql`update person set name = 'Ana Example', mobile = '+1 916 555 0101' where person_id = 'ana'`.execute(
      db,
    );
  }, 120_000);
  afterAll(() => here.close());

  test('types the code, is held up from the old address, and both parties keep the old one', async () => {
    const { page, visit } = await here.reader('ana');
    page.setDefaultTimeout(60_000);
    await visit('/contracts/sample/contacts');
    await page.getByRole('link', { name: 'Your numbers and address' }).click();
    await expectAccessible(page);
    await picture(page, 'contacts-own');
    await page.getByRole('link', { name: 'Change the address for mail' }).click();
    await page.getByLabel('New address for mail').fill('nowhere');
    await page.getByRole('button', { name: 'Send the code' }).click();
    await page.getByRole('link', { name: /no address that mail can be sent to/ }).waitFor();
    await expectAccessible(page);
    await picture(page, 'contacts-refused');
    await page.getByLabel('New address for mail').fill('ana.new@ladder.example');
    await page.getByRole('button', { name: 'Send the code' }).press('Enter');
    await page.getByLabel('Code').waitFor();
    await expectAccessible(page);
    await picture(page, 'contacts-code');
    const mails = await here.settle();
    const code = /^\d{8}$/m.exec(to(mails, 'ana.new').text)?.[0] ?? '';
    await page.getByLabel('Code').fill(code);
    await page.getByRole('button', { name: 'Use the new address' }).press('Enter');
    await page.getByRole('heading', { name: 'Your new address is used' }).waitFor();
    await expectAccessible(page);

    const old = mails.find((mail) => mail.to.address === 'ana@ladder.example')!;
    const mailbox = await here.reader();
    await mailbox.visit(linkIn(old, /^Hold the change up/));
    await expectAccessible(mailbox.page);
    await picture(mailbox.page, 'contacts-hold-up');
    await mailbox.page.getByRole('button', { name: 'Hold the change up' }).press('Enter');
    await mailbox.page.getByRole('heading', { name: 'The change is held up' }).waitFor();

    for (const who of ['petra', 'olga']) {
      const reader = await here.reader(who);
      reader.page.setDefaultTimeout(60_000);
      await reader.visit('/contracts/sample/contacts/changed');
      await expectAccessible(reader.page);
      await picture(reader.page, `contacts-changes-${who}`);
      await reader.page.getByRole('link', { name: 'Ana Example' }).click();
      await expectAccessible(reader.page);
      await picture(reader.page, `contacts-judge-${who}`);
      await reader.page.getByRole('button', { name: 'Keep ana@ladder.example' }).press('Enter');
      await reader.page.getByRole('button', { name: 'Yes, keep it' }).press('Enter');
      await reader.page.getByText('Saved.').waitFor();
    }
    const { rows } = await sql<{ email: string }>`
      select email from person where person_id = 'ana'`.execute(here.connection.db);
    expect(rows).toEqual([{ email: 'ana@ladder.example' }]);
  }, 300_000);
});
