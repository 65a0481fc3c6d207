import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { on } from '../build/case.ts';
import { receiver, sendingIn } from '../webhooks/webhooks-world.ts';
import { expectAccessible, picture, type Reader } from './browser.ts';
import { hasBrowser } from './chromium.ts';
import { portalWorld } from './portal-world.ts';

describe.runIf(hasBrowser)('a program manager who has a program told', () => {
  let here: Awaited<ReturnType<typeof portalWorld>>;
  beforeAll(async () => {
    here = await portalWorld(on('Tue 09:00'), { outgoingPrivate: ['127.0.0.1'] });
    const { db } = here.connection;
    await sql`insert into person (contract_id, person_id, name, email)
      values ('sample', 'petra', 'Petra Example', 'petra@ladder.example')`.execute(db);
    await sql`insert into role values ('sample', 'petra', 'programManager', null)`.execute(db);
  }, 120_000);
  afterAll(() => here.close());

  /** Makes one, sees it reached, gives it a new secret, turns it off and on, and sends all of it again. */
  async function story({ page, visit }: Reader, look: (name: string) => Promise<void>): Promise<void> {
    const program = await receiver();
    const sending = sendingIn(here);
    page.setDefaultTimeout(60_000);
    await visit('/contracts/sample/webhooks');
    await look('list');
    await page.getByRole('link', { name: 'Have a program told' }).click();
    await page.getByLabel('Address of the program').fill('http://hooks.example/');
    await page.getByRole('button', { name: 'Make the webhook' }).press('Enter');
    await page.getByRole('link', { name: /no address that requests can be sent to/ }).waitFor();
    await look('refused');
    await page.getByLabel('Address of the program').fill(program.url);
    await page.getByLabel('case.opened').check();
    await page.getByRole('button', { name: 'Make the webhook' }).press('Enter');
    await page.getByText(/^whsec_/).waitFor();
    await look('secret');
    await here.open();
    await sending.settle();
    expect(program.got).toHaveLength(1);
    await page.getByRole('link', { name: 'Deliveries' }).click();
    await page.getByText('Delivered').waitFor();
    await look('one');
    await page.getByRole('button', { name: 'Make a new secret' }).press('Enter');
    await page.getByRole('heading', { name: 'Make a new secret?' }).waitFor();
    await page.getByRole('button', { name: 'Make a new secret' }).press('Enter');
    await page.getByText('signed with the secret before as well').waitFor();
    await page.getByRole('link', { name: 'Deliveries' }).click();
    await page.getByRole('button', { name: 'Turn off' }).press('Enter');
    await page.getByText('Nothing is sent since').waitFor();
    await page.getByRole('button', { name: 'Turn on' }).press('Enter');
    await page.getByRole('button', { name: 'Turn off' }).waitFor();
    await page.locator('#since').fill('2026-01-01');
    await page.getByRole('button', { name: 'Send it again' }).press('Enter');
    await page.getByRole('link', { name: /no time within the last 30 days/ }).waitFor();
    await look('since');
    await page.getByRole('button', { name: /^Send again ?: case.opened$/ }).press('Enter');
    await page.getByText('Saved.').waitFor();
    await sending.settle();
    expect(program.got).toHaveLength(2);
  }

  test('sees it through, every page sound on the way', async () => {
    const reader = await here.reader('petra');
    await story(reader, async (name) => {
      await expectAccessible(reader.page);
      await picture(reader.page, `webhooks-${name}`);
    });
    await reader.visit('/outbox');
    await reader.page.getByRole('heading', { name: 'Requests to programs' }).waitFor();
    await expectAccessible(reader.page);
  }, 300_000);

  test('does all of it without script', async () => {
    await story(await here.reader('petra', { script: false, width: 360 }), async () => undefined);
  }, 300_000);

  test('and so has whoever reads the plan, of the plan alone, until they end it', async () => {
    for (const script of [true, false]) {
      const { page, visit } = await here.reader('dana', { script, width: 360 });
      page.setDefaultTimeout(60_000);
      await visit('/plans/sample');
      await page.getByRole('link', { name: 'Have a program of yours told instead' }).click();
      await page.getByText('No program is told.').waitFor();
      if (script) await expectAccessible(page);
      await page.getByRole('link', { name: 'Have a program told' }).click();
      expect(await page.getByRole('checkbox').count()).toBe(0);
      await page.getByLabel('Address of the program').fill('https://hooks.example/plan');
      if (script) {
        await expectAccessible(page);
        await picture(page, 'webhooks-own-new');
      }
      await page.getByRole('button', { name: 'Make the webhook' }).press('Enter');
      await page.getByText(/^whsec_/).waitFor();
      await page.getByRole('link', { name: 'Deliveries' }).click();
      await page.getByText('plan.seat-filled').waitFor();
      if (script) {
        await expectAccessible(page);
        await picture(page, 'webhooks-own-one');
      }
      await page.getByRole('button', { name: 'End it', exact: true }).press('Enter');
      await page.getByRole('heading', { name: 'Tell this program no more?' }).waitFor();
      await page.getByRole('button', { name: 'End it', exact: true }).press('Enter');
      await page.getByText('No program is told.').waitFor();
    }
  }, 300_000);
});
