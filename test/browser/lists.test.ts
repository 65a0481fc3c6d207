import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ListsWorld, listsWorld } from '../lists/lists-world.ts';
import { expectAccessible, openScreen, picture, type Screen } from './browser.ts';
import { hasBrowser } from './chromium.ts';

describe.runIf(hasBrowser)('lists', () => {
  let here: ListsWorld;
  let screen: Screen;

  beforeAll(async () => {
    here = await listsWorld();
    const { db } = here.connection;
    await sql`update customer set name = 'Department of Harbor Safety' where customer_id = 'agency'`.execute(
      db,
    );
    await here.open({ references: ['HS-2041', 'PL-30117'], directory: { account: 'ada' } });
    const paused = await here.open({ statedAt: (await here.store.transaction((tx) => tx.now())) as never });
    await here.send({
      key: paused,
      caller: undefined,
      actor: 'contractor',
      command: { type: 'contestStatedInstant', by: 'ana', ask: 0 },
    });
    const closed = await here.open();
    await here.send({
      key: closed,
      caller: undefined,
      actor: 'customer',
      command: { type: 'satisfied', by: 'dana' },
    });
    await here.until('Wed 09:10');
    await here.open({ practice: true });
    for (let count = 0; count < 25; count++)
      await here.open({ track: 'billing', references: [`RB-${count}`] });
    screen = await openScreen(await here.server.listen({ host: '127.0.0.1', port: 0 }));
  });
  afterAll(async () => {
    await screen.close();
    await here.close();
  });

  test.each([
    ['dana', 'cases', 'cases-customer'],
    ['dana', 'cases?q=hs&status=open', 'cases-narrowed'],
    ['dana', 'cases?from=soon&level=2', 'cases-refused'],
    ['dana', 'cases?q=nothing', 'cases-none'],
    ['otto', 'cases', 'cases-empty'],
    ['olga', 'cases?order=due', 'cases-oversight'],
    ['ana', 'queue', 'queue'],
    ['ada', 'queue', 'queue-account'],
    ['cy', 'queue', 'queue-empty'],
    ['olga', 'work', 'work'],
    ['olga', 'work?section=step', 'work-section'],
    ['petra', 'promises', 'promises'],
    ['petra', 'promises?month=2026-99', 'promises-refused'],
    ['alan', 'contacts', 'contacts'],
    ['alan', 'customers', 'customers'],
  ])('%s at %s: no accessibility finding, no sideways scrolling', async (who, path, name) => {
    const { page, visit, context } = await screen.reader({ cookies: await here.stepIn(who) });
    await visit(`/contracts/${here.contract}/${path}`);
    await expectAccessible(page);
    await picture(page, `list-${name}`);
    await context.close();
  });

  test('forced colours and a dark screen are as good', async () => {
    for (const options of [{ isForced: true }, { colours: 'dark' }] as const) {
      const { page, visit, context } = await screen.reader({ ...options, cookies: await here.stepIn('ana') });
      for (const path of ['cases', 'queue']) {
        await visit(`/contracts/${here.contract}/${path}`);
        await expectAccessible(page);
      }
      await picture(page, `list-queue-${JSON.stringify(options).replaceAll(/\W+/g, '')}`);
      await context.close();
    }
  });

  test.each([
    ['ana', 'queue'],
    ['olga', 'work'],
  ])('what waits for %s follows what happens, and the focus stays', async (who, path) => {
    const { page, visit, context } = await screen.reader({ cookies: await here.stepIn(who) });
    const opened = page.waitForRequest('**/changes?*');
    await visit(`/contracts/${here.contract}/${path}`);
    await (await opened).response();
    const links = page.locator('[data-region]').getByRole('link', { name: /^Case \d+/ });
    const kept = await links.first().innerText();
    const settled = await links.last().innerText();
    expect(settled).not.toBe(kept);
    await links.first().focus();
    const key = { contract: here.contract, caseId: settled.replace(/\D/g, '') };
    const command = { type: 'satisfied', by: 'dana' } as const;
    await here.send({ key, caller: undefined, actor: 'customer', command });
    await links.filter({ hasText: settled }).waitFor({ state: 'detached' });
    expect(await page.locator('[data-said]').textContent()).toBe('This page shows something new.');
    expect(await page.evaluate('document.activeElement.textContent')).toBe(kept);
    await context.close();
  });

  test('without script a list is narrowed and a case is acknowledged', async () => {
    const { page, visit, context } = await screen.reader({
      script: false,
      cookies: await here.stepIn('ana'),
    });
    await visit(`/contracts/${here.contract}/cases`);
    await page.getByLabel('Search').fill('hs-2041');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(await page.getByRole('heading', { level: 2 }).first().innerText()).toMatch(/^Case \d+$/);
    expect(page.url()).toContain('q=hs-2041');
    await visit(`/contracts/${here.contract}/queue`);
    const button = page.getByRole('button', { name: /^I have case/ }).first();
    const caseId = (await button.innerText()).replace(/\D/g, '');
    await button.click();
    expect(await page.getByRole('status').first().innerText()).toContain(`You have case ${caseId}.`);
    await context.close();
  });
});
