import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { on } from '../build/case.ts';
import { revisionWith } from '../build/revision.ts';
import { expectAccessible, picture } from './browser.ts';
import { hasBrowser } from './chromium.ts';
import { portalWorld } from './portal-world.ts';

describe.runIf(hasBrowser)('a table of customers', () => {
  let here: Awaited<ReturnType<typeof portalWorld>>;
  beforeAll(async () => {
    here = await portalWorld(on('Tue 09:00'), { revision: revisionWith({}) });
    const { db } = here.connection;
    await sql`insert into person (contract_id, person_id, name, email)
      values ('sample', 'pia', 'Pia Example', 'pia@ladder.example')`.execute(db);
    await sql`insert into role values ('sample', 'pia', 'programManager', null)`.execute(db);
  });
  afterAll(() => here.close());

  test.each([
    ['with script', true],
    ['without script', false],
  ])(
    'is shown, mended, shown again and taken in, %s',
    async (how, script) => {
      const { page, visit } = await here.reader('pia', { script, width: 360 });
      const customer = script ? 'harbor' : 'river';
      await visit('/contracts/sample/customers');
      await page.getByRole('link', { name: 'Take in a table of customers' }).click();
      const look = page.getByRole('button', { name: 'See what it would change' });
      await look.click();
      expect(await page.locator('.field-error').innerText()).toContain('Choose a file, or paste the table.');
      if (script) await expectAccessible(page);
      await picture(page, `customer-table ${how}`);
      await page.setInputFiles('#file', {
        name: 'customers.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(`customerId;name\n${customer};Agency of ${customer}\nbad id;Somebody\n`),
      });
      await look.click();
      await page.getByRole('heading', { name: 'Lines that cannot be taken in' }).waitFor();
      if (script) await expectAccessible(page);
      await picture(page, `customer-table-wrong ${how}`);
      const text = page.locator('#text');
      await text.fill((await text.inputValue()).replace('bad id', `${customer}-two`));
      await look.click();
      const make = page.getByRole('button', { name: 'Make these 2 changes' });
      await make.waitFor();
      expect(await page.locator('main').innerText()).toContain(
        `Agency of ${customer}; nobody keeps the account yet.`,
      );
      if (script) await expectAccessible(page);
      await picture(page, `customer-table-preview ${how}`);
      await make.click();
      await page.locator('.confirmation').waitFor();
      expect(await page.locator('main').innerText()).toContain('2 changes are made.');
      await page.getByRole('link', { name: /^No account manager/ }).click();
      await page.waitForURL(/\?manager=none$/);
      if (script) await expectAccessible(page);
      await picture(page, `customers-without ${how}`);
    },
    120_000,
  );
});
