import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { undertakePublished } from '../../src/app/obligation/undertake.ts';
import { type PlanWorld, planWorld } from '../build/plan-world.ts';
import { expectAccessible, openScreen, picture, type Screen } from './browser.ts';
import { hasBrowser } from './chromium.ts';

describe.runIf(hasBrowser)('the compliance report', { timeout: 240_000 }, () => {
  let here: PlanWorld;
  let screen: Screen;
  beforeAll(async () => {
    let baseUrl = '';
    here = await planWorld({ isDemonstration: true, baseUrl: () => baseUrl });
    await undertakePublished(here.store);
    const address = await here.server.listen({ host: '127.0.0.1', port: 0 });
    baseUrl = address.replace('127.0.0.1', 'localhost');
    screen = await openScreen(baseUrl);
  }, 120_000);
  afterAll(async () => {
    await screen.close();
    await here.close();
  });

  test('is found, and its days are chosen, without script', async () => {
    const cookies = await here.stepInto(here.contract, 'tamsin-hale');
    const { page, visit } = await screen.reader({ script: false, cookies });
    await visit(`/contracts/${here.contract}/overview`);
    await page.getByRole('link', { name: 'Compliance', exact: true }).first().click();
    await page.getByLabel('First day').fill('2026-11-01');
    await page.getByLabel('Last day').fill('2026-12-31');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await page.getByText('1 Nov 2026 to Thu 31 Dec 2026').first().waitFor();
    expect(await page.getByRole('row', { name: /Version 2.0 of the plan agreed/ }).count()).toBe(1);
  });

  test('can be read by everybody, also where days were refused', async () => {
    const cookies = await here.stepInto(here.contract, 'tamsin-hale');
    const { page, visit } = await screen.reader({ cookies });
    for (const days of ['from=2026-11-01&until=2026-12-31', 'from=2026-12-01&until=2026-11-01']) {
      await visit(`/contracts/${here.contract}/compliance?${days}`);
      await expectAccessible(page);
    }
    await picture(page, 'compliance');
  });
});
