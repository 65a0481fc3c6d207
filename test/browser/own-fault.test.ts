import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FRIDAY, type PlanWorld, planWorld } from '../build/plan-world.ts';
import { broken } from '../set-aside/broken.ts';
import { expectAccessible, openScreen, picture, type Screen } from './browser.ts';
import { hasBrowser } from './chromium.ts';

describe.runIf(hasBrowser)('where Ladder fails on opening a case', () => {
  let here: PlanWorld;
  let screen: Screen;

  beforeAll(async () => {
    let baseUrl = '';
    here = await planWorld({ now: FRIDAY, isDemonstration: true, baseUrl: () => baseUrl });
    const address = await here.server.listen({ host: '127.0.0.1', port: 0 });
    baseUrl = address.replace('127.0.0.1', 'localhost');
    screen = await openScreen(baseUrl);
  });
  afterAll(async () => {
    await screen.close();
    await here.close();
  });

  test.each([true, false])(
    'its reader sees whom to call and what they typed, sends it again once it is mended, and operators see why (script: %s)',
    { timeout: 180_000 },
    async (script) => {
      const cookies = await here.stepInto(here.contract, 'dana-quill');
      const { page, visit } = await screen.reader({ cookies, script });
      await visit(`/contracts/${here.contract}/start`);
      await page.getByLabel('Service Impacting Escalations').check();
      await page.getByLabel('What has happened?').fill('No dial tone at the pilot station.');
      await page.getByLabel('No, this case is the first they hear of it').check();
      await page.getByRole('button', { name: 'Check before sending' }).click();
      const mend = broken(here.store);
      await page.getByRole('button', { name: 'Open the case' }).click();
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Ladder has failed on this');
      if (script) await expectAccessible(page);
      await picture(page, `own-fault-${script ? 'script' : 'plain'}`);
      const problems = await screen.reader({ script });
      await problems.visit('/problems');
      expect(await problems.page.getByRole('main').textContent()).toContain(
        'POST /contracts/:contract/start',
      );
      if (script) await expectAccessible(problems.page);
      await picture(problems.page, `problems-met-${script ? 'script' : 'plain'}`);
      mend();
      await page.getByRole('button', { name: 'Send it again' }).click();
      expect(page.url()).toMatch(/\/start\/\d+$/);
    },
  );
});
