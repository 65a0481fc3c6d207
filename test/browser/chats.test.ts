import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { on } from '../build/case.ts';
import { chatServer, chatsIn, SIGNING, TOKEN } from '../chats/chats-world.ts';
import { expectAccessible, picture, type Reader } from './browser.ts';
import { hasBrowser } from './chromium.ts';
import { portalWorld } from './portal-world.ts';

describe.runIf(hasBrowser)('a program manager who has channels told', () => {
  let here: Awaited<ReturnType<typeof portalWorld>>;
  beforeAll(async () => {
    here = await portalWorld(on('Tue 09:00'), { outgoingPrivate: ['127.0.0.1'] });
    const { db } = here.connection;
    await sql`insert into person (contract_id, person_id, name, email)
      values ('sample', 'petra', 'Petra Example', 'petra@ladder.example')`.execute(db);
    await sql`insert into role values ('sample', 'petra', 'programManager', null)`.execute(db);
  }, 120_000);
  afterAll(() => here.close());

  /** Adds a channel, sees what it was told, gives it other secrets, and turns it off and on. */
  async function story({ page, visit }: Reader, look: (name: string) => Promise<void>): Promise<void> {
    const slack = await chatServer();
    const chats = chatsIn(here, slack.url);
    page.setDefaultTimeout(60_000);
    await visit('/contracts/sample/chats');
    await look('list');
    await page.getByRole('link', { name: 'Add a Slack channel' }).click();
    await page.getByLabel('What it is called here').fill('Support desk');
    await page.getByLabel('The channel’s id in Slack').fill('C0DESK');
    await page.getByLabel('Bot token').fill('no token');
    await page.getByLabel('Signing secret').fill(SIGNING);
    await page.getByRole('button', { name: 'Add the channel' }).press('Enter');
    await page.getByRole('link', { name: /That is no bot token/ }).waitFor();
    expect(await page.getByLabel('Bot token').inputValue()).toBe('');
    await look('refused');
    await page.getByLabel('Bot token').fill(TOKEN);
    await page.getByLabel('Signing secret').fill(SIGNING);
    await page.getByRole('button', { name: 'Add the channel' }).press('Enter');
    await page.getByText('Saved.').waitFor();
    await here.open();
    await chats.settle();
    await page.reload();
    await page.getByText('Delivered').first().waitFor();
    await look('one');
    await page.getByRole('link', { name: 'New secrets' }).click();
    await page.getByLabel('Bot token').fill(`${TOKEN}-2`);
    await page.getByLabel('Signing secret').fill(SIGNING);
    await page.getByRole('button', { name: 'Keep the new secrets' }).press('Enter');
    await page.getByText('The new secrets are kept.').waitFor();
    await page.getByRole('button', { name: 'Turn off' }).press('Enter');
    await page.getByText('Nothing is sent since').waitFor();
    await page.getByRole('button', { name: 'Turn on' }).press('Enter');
    await page.getByRole('button', { name: 'Turn off' }).waitFor();
    // So that the next reader adds it anew.
    await page.getByRole('button', { name: 'Turn off' }).press('Enter');
    await page.getByText('Nothing is sent since').waitFor();
  }

  test('sees it through, every page sound on the way', async () => {
    const reader = await here.reader('petra');
    await story(reader, async (name) => {
      await expectAccessible(reader.page);
      await picture(reader.page, `chats-${name}`);
    });
    await reader.visit('/outbox');
    await reader.page.getByRole('heading', { name: 'Messages to channels' }).waitFor();
    await expectAccessible(reader.page);
    await picture(reader.page, 'chats-outbox');
  }, 300_000);

  test('does all of it without script', async () => {
    await story(await here.reader('petra', { script: false, width: 360 }), async () => undefined);
  }, 300_000);
});
