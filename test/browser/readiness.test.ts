import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takeUpContacts } from '../../src/app/attestation/take-up-contacts.ts';
import { type PlanWorld, planWorld } from '../build/plan-world.ts';
import { expectAccessible, openScreen, picture, type Screen } from './browser.ts';
import { hasBrowser } from './chromium.ts';

describe.runIf(hasBrowser)('whether everybody could be reached', () => {
  let here: PlanWorld;
  let screen: Screen;
  beforeAll(async () => {
    let baseUrl = '';
    here = await planWorld({ isDemonstration: true, baseUrl: () => baseUrl });
    await takeUpContacts(here.store);
    const address = await here.server.listen({ host: '127.0.0.1', port: 0 });
    baseUrl = address.replace('127.0.0.1', 'localhost');
    screen = await openScreen(baseUrl);
  }, 120_000);
  afterAll(async () => {
    await screen.close();
    await here.close();
  });

  test('oversight comes to it from the page on how current the plan is; a contact sees their own line', async () => {
    const tamsin = await screen.reader({ cookies: await here.stepInto(here.contract, 'tamsin-hale') });
    await tamsin.visit(`/contracts/${here.contract}/currency`);
    await tamsin.page.getByRole('link', { name: 'Could Ladder reach everybody now?' }).click();
    await tamsin.page.getByRole('heading', { level: 1, name: 'Readiness' }).waitFor();
    await expectAccessible(tamsin.page);
    await picture(tamsin.page, 'readiness');
    const rows = await tamsin.page.getByRole('row').count();
    expect(rows).toBeGreaterThan(3);

    const perpetua = await screen.reader({ cookies: await here.stepInto(here.contract, 'perpetua-lind') });
    await perpetua.visit(`/contracts/${here.contract}/readiness`);
    await perpetua.page.getByText('something speaks against your address').waitFor();
    expect(await perpetua.page.getByRole('row').count()).toBe(2);
    await expectAccessible(perpetua.page);
    await picture(perpetua.page, 'readiness-own');
  }, 240_000);
});
