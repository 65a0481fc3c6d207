import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PlanWorld, planWorld } from '../build/plan-world.ts';
import { expectAccessible, openScreen, picture, type Screen } from './browser.ts';
import { hasBrowser } from './chromium.ts';

describe.runIf(hasBrowser)('opening a case', () => {
  let here: PlanWorld;
  let screen: Screen;
  let start: string;
  beforeAll(async () => {
    let baseUrl = '';
    here = await planWorld({ isDemonstration: true, baseUrl: () => baseUrl });
    const address = await here.server.listen({ host: '127.0.0.1', port: 0 });
    baseUrl = address.replace('127.0.0.1', 'localhost');
    screen = await openScreen(baseUrl);
    start = `/contracts/${here.contract}/start`;
  });
  afterAll(async () => {
    await screen.close();
    await here.close();
  });

  const readerFor = async (person: string, options: Parameters<Screen['reader']>[0] = {}) =>
    screen.reader({ ...options, cookies: await here.stepInto(here.contract, person) });

  test('goes from the questions over the check to what happens next, without script and on a telephone', async () => {
    const { page, visit } = await readerFor('dana-quill', { script: false, width: 360 });
    await visit(start);
    await page.getByRole('button', { name: 'Check before sending' }).click();
    expect(await page.getByRole('link', { name: 'Say what has happened.' }).count()).toBe(1);
    await page.getByLabel('Service Impacting Escalations').check();
    await page.getByLabel('What has happened?').fill('No dial tone.\nBoth lines.');
    await page.getByLabel('No, this case is the first they hear of it').check();
    await page.getByLabel(/^Reference numbers/).fill('HS-77');
    await page.getByRole('button', { name: 'Check before sending' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Check before sending');
    await page.getByRole('button', { name: 'Change something' }).click();
    expect(await page.getByLabel('What has happened?').inputValue()).toBe('No dial tone.\nBoth lines.');
    await page.getByRole('button', { name: 'Check before sending' }).click();
    await page.getByRole('button', { name: 'Open the case' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/^Case \d+ is open$/);
    expect(await page.getByText('Perpetua Lind').count()).toBe(1);
    await page.getByRole('link', { name: 'Go to the case' }).click();
    expect(await page.getByText('Both lines.').count()).toBeGreaterThan(0);
  });

  test.each(['light', 'dark'] as const)(
    'has no accessibility finding in any of its states, %s',
    async (colours) => {
      const { page, visit } = await readerFor('dana-quill', { colours });
      await visit(start);
      await expectAccessible(page);
      await picture(page, `start-form-${colours}`);
      await page.getByRole('button', { name: 'Check before sending' }).click();
      await page.locator('#errors').waitFor();
      await expectAccessible(page);
      await picture(page, `start-errors-${colours}`);
      await page.getByLabel('Bill or Contract Impacting Escalations').check();
      await page.getByLabel('What has happened?').fill('A charge for a circuit that was returned.');
      await page.getByLabel('Yes, I called or wrote to them before').check();
      await page.locator('#since').fill('2026-11-20');
      await page.locator('#since-time').fill('14:10');
      await page.getByRole('button', { name: 'Check before sending' }).click();
      await page.getByRole('button', { name: 'Open the case' }).waitFor();
      await expectAccessible(page);
      await picture(page, `start-check-${colours}`);
      await page.getByRole('button', { name: 'Open the case' }).click();
      await page.getByRole('link', { name: 'Go to the case' }).waitFor();
      await expectAccessible(page);
      await picture(page, `start-opened-${colours}`);
    },
  );

  test('asks the desk who is calling, in forced colours and Spanish too', async () => {
    for (const options of [{ isForced: true }, { language: 'es-US' }]) {
      const { page, visit } = await readerFor('odile-marsh', options);
      await visit(start);
      await expectAccessible(page);
      await visit(`${start}?customer=harbor-safety`);
      await expectAccessible(page);
    }
  });
});
