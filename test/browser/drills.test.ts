import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { linkIn } from '../build/answers-world.ts';
import { type PlanWorld, planWorld } from '../build/plan-world.ts';
import { expectAccessible, openScreen, picture, type Screen } from './browser.ts';
import { hasBrowser } from './chromium.ts';

const WREN_MAIL = 'wren.halloway@pacific-lantern.example';

describe.runIf(hasBrowser)('a drill', () => {
  let here: PlanWorld;
  let screen: Screen;
  beforeAll(async () => {
    let baseUrl = '';
    here = await planWorld({ isDemonstration: true, baseUrl: () => baseUrl });
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

  test('is held now, answered by its button, and seen by oversight', async () => {
    const drills = `/contracts/${here.contract}/drills`;
    const ines = await as('solutions-architect');
    await ines.visit(drills);
    await expectAccessible(ines.page);
    await press(ines.page, 'Hold the drill');
    await told(ines.page, 'You have not said which level is to be reached.');
    await expectAccessible(ines.page);
    await ines.page.getByLabel('Level to be reached').selectOption('3');
    await ines.page.getByLabel('Now', { exact: true }).check();
    await picture(ines.page, 'drill-form');
    await press(ines.page, 'Hold the drill');
    await told(ines.page, 'Hold a drill of level 3 now?');
    await expectAccessible(ines.page);
    await press(ines.page, 'Yes, hold it now');
    await told(ines.page, 'Begun. The mails are on their way.');
    await expectAccessible(ines.page);

    const mail = (await here.settle()).find(({ to }) => to.address === WREN_MAIL);
    if (!mail) throw new Error('nobody was asked');
    const wren = await screen.reader({});
    await wren.visit(linkIn(mail, /^I am here/));
    await told(wren.page, 'this is a drill of level 3');
    await expectAccessible(wren.page);
    await picture(wren.page, 'drill-here');
    await press(wren.page, 'I am here');
    await told(wren.page, 'Thank you: you are there');
    await expectAccessible(wren.page);

    const tamsin = await as('tamsin-hale');
    await tamsin.visit(`${drills}/1`);
    await told(tamsin.page, 'Wren Halloway answered after');
    await expectAccessible(tamsin.page);
    await picture(tamsin.page, 'drill-one');
    await tamsin.visit(`/contracts/${here.contract}/currency`);
    await told(tamsin.page, 'All drills');
    await expectAccessible(tamsin.page);
  }, 120_000);
});
