import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type AnswersWorld, answersWorld } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { expectAccessible, openScreen, picture, type Screen } from './browser.ts';
import { hasBrowser } from './chromium.ts';

const PAGE = '/contracts/sample/record';

describe.runIf(hasBrowser)('the record while it is verified', () => {
  let here: AnswersWorld;
  let screen: Screen;

  beforeEach(async () => {
    here = await answersWorld(on('Tue 09:00'));
    await here.open({ text: 'No dial tone' });
    screen = await openScreen(await here.server.listen({ host: '127.0.0.1', port: 0 }));
  });
  afterEach(async () => {
    await screen.close();
    await here.close();
  });

  /** Nobody can read an event until what is done meanwhile has ended: the verification has to wait. */
  const whileItWaits = (meanwhile: () => Promise<void>): Promise<void> =>
    here.connection.db.transaction().execute(async (held) => {
      await sql`set local idle_in_transaction_session_timeout = 0`.execute(held);
      await sql`lock table event in access exclusive mode`.execute(held);
      await meanwhile();
    });

  test('shows how far it is, leaves the focus where it is, and says once what it came to', async () => {
    const { page, visit } = await screen.reader({ cookies: await here.stepIn('olga') });
    await visit(PAGE);
    await whileItWaits(async () => {
      await page.getByRole('button', { name: 'Verify it now' }).click();
      await page.locator('progress').waitFor();
      await expectAccessible(page);
      await picture(page, 'record-verifying', [360]);
      await page.locator('#case').fill('1000');
      await page.waitForResponse((reply) => reply.url().endsWith(PAGE) && reply.ok());
      await page.locator('progress').waitFor();
    });
    await page.getByText('The record holds', { exact: true }).first().waitFor();
    expect(await page.locator('#case:focus').inputValue()).toBe('1000');
    await page.keyboard.type('01');
    expect(await page.locator('#case').inputValue()).toBe('100001');
    expect(await page.locator('[data-said]').textContent()).toBe('The record holds');
    await expectAccessible(page);
  });

  test('without script there is a link to look again', async () => {
    const { page, visit } = await screen.reader({ script: false, cookies: await here.stepIn('olga') });
    await visit(PAGE);
    await whileItWaits(async () => {
      await page.getByRole('button', { name: 'Verify it now' }).click();
      await page.getByRole('link', { name: 'Look again' }).click();
      await page.locator('progress').waitFor();
    });
    for (let tries = 0; tries < 200 && (await page.locator('progress').count()) > 0; tries++)
      await page.getByRole('link', { name: 'Look again' }).click();
    await page.getByText('The record holds', { exact: true }).waitFor();
  });
});
