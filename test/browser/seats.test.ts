import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takeUpContacts } from '../../src/app/attestation/take-up-contacts.ts';
import { type PlanWorld, planWorld } from '../build/plan-world.ts';
import { verified } from '../record/record-world.ts';
import { expectAccessible, openScreen, picture, type Screen } from './browser.ts';
import { hasBrowser } from './chromium.ts';

const MINA = 'mina.rowe@pacific-lantern.example';

describe.runIf(hasBrowser)('a seat', () => {
  let here: PlanWorld;
  let screen: Screen;
  beforeAll(async () => {
    let baseUrl = '';
    here = await planWorld({ isDemonstration: true, baseUrl: () => baseUrl });
    await takeUpContacts(here.store);
    await here.settle();
    const address = await here.server.listen({ host: '127.0.0.1', port: 0 });
    baseUrl = address.replace('127.0.0.1', 'localhost');
    screen = await openScreen(baseUrl);
  }, 120_000);
  afterAll(async () => {
    await screen.close();
    await here.close();
  });

  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
  const told = (page: Page, text: string) => page.getByText(text).first().waitFor();
  const as = async (person: string) => screen.reader({ cookies: await here.stepInto(here.contract, person) });

  test('is left vacant, filled at night by somebody new, and oversight agrees', async () => {
    const seats = `/contracts/${here.contract}/contacts/seats`;
    const ines = await as('solutions-architect');
    await ines.visit(`/contracts/${here.contract}/contacts`);
    await ines.page.getByRole('link', { name: 'Who fills the seats' }).click();
    await told(ines.page, 'Seats of the plan in force');
    await expectAccessible(ines.page);
    await ines.visit(`${seats}/solutions-manager`);
    await expectAccessible(ines.page);
    await press(ines.page, 'Put them into the seat');
    await told(ines.page, 'You have not said who fills the seat.');
    await expectAccessible(ines.page);
    await ines.page.getByLabel('Nobody', { exact: true }).check();
    await ines.page.getByLabel('Why').fill('Wren has left tonight');
    await press(ines.page, 'Put them into the seat');
    await told(ines.page, 'Put nobody into the seat');
    await press(ines.page, 'Yes, do it now');
    await told(ines.page, 'Ines Calloway named who fills it: nobody');
    await ines.visit(`/plans/${here.contract}`);
    await told(ines.page, 'Vacant since');

    await ines.visit(`${seats}/solutions-manager`);
    await ines.page.getByLabel('Somebody new').check();
    await ines.page.getByLabel('Short name').fill('mina-rowe');
    await ines.page.getByLabel('Name', { exact: true }).fill('Mina Rowe');
    await ines.page.getByLabel('Address for mail').fill(MINA);
    await ines.page.getByLabel('Mobile number').fill('+1 707 555 0155');
    await ines.page.getByLabel('Why').fill('She takes over from tonight');
    await picture(ines.page, 'seat-fill');
    await press(ines.page, 'Put them into the seat');
    await expectAccessible(ines.page);
    await press(ines.page, 'Yes, do it now');
    await told(ines.page, 'waits for oversight');
    await expectAccessible(ines.page);
    expect((await here.settle()).map(({ to }) => to.address)).toContain(MINA);

    const tamsin = await as('tamsin-hale');
    await tamsin.visit(`/contracts/${here.contract}/contacts/filled`);
    await expectAccessible(tamsin.page);
    await tamsin.page.getByRole('link').filter({ hasText: 'Director of Solutions' }).first().click();
    await told(tamsin.page, 'Decide for oversight');
    await expectAccessible(tamsin.page);
    await press(tamsin.page, 'Agree');
    await press(tamsin.page, 'Yes, agree to it');
    await told(tamsin.page, 'Tamsin Hale agreed for oversight');
    await picture(tamsin.page, 'seat-agreed');
    await tamsin.visit(`/plans/${here.contract}`);
    await told(tamsin.page, 'oversight has agreed');
    await expectAccessible(tamsin.page);
    expect(await verified(here.db)).toMatchObject({ broken: undefined });
  }, 240_000);
});
