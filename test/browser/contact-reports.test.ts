import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takeUpContacts } from '../../src/app/attestation/take-up-contacts.ts';
import { asInstant } from '../../src/core/instant.ts';
import { linkIn } from '../build/answers-world.ts';
import { FRIDAY, type PlanWorld, planWorld } from '../build/plan-world.ts';
import { verified } from '../record/record-world.ts';
import { expectAccessible, openScreen, picture, type Screen } from './browser.ts';
import { hasBrowser } from './chromium.ts';

const RUTH = 'ruth.vale@agency.example';
const HOUR = 3_600_000;
const NUMBER = '+17075550177';

describe.runIf(hasBrowser)('a wrong contact', () => {
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

  test('is reported by somebody who read the plan, corrected by the contact, and answered', async () => {
    const ruth = await screen.reader({});
    await ruth.visit(`/plans/${here.contract}`);
    await ruth.page.getByRole('link', { name: /wrong-contact$/ }).click();
    await told(ruth.page, 'Report a wrong contact');
    await expectAccessible(ruth.page);
    await press(ruth.page, 'Send the report');
    await told(ruth.page, 'You have not said whom you tried to reach.');
    await expectAccessible(ruth.page);
    await ruth.page
      .getByLabel('Whom you tried to reach')
      .selectOption({ label: 'Wren Halloway, Director of Solutions (level 3)' });
    await ruth.page.getByLabel('Mobile number').check();
    await ruth.page.getByLabel('Nobody answers').check();
    await ruth.page.getByLabel('What happened').fill('Rang at ten, at noon and at four');
    await ruth.page.getByLabel('Your name').fill('Ruth Vale');
    await ruth.page.getByLabel('Your address for mail').fill(RUTH);
    await picture(ruth.page, 'report-wrong-contact');
    await press(ruth.page, 'Send the report');
    await told(ruth.page, 'Your report is taken');
    await expectAccessible(ruth.page);
    const proof = (await here.settle()).find(({ to }) => to.address === RUTH);
    if (!proof) throw new Error('nobody asked for the proof');
    await ruth.visit(linkIn(proof, /^Write to me about it/));
    await expectAccessible(ruth.page);
    await press(ruth.page, 'Write to me about it');
    await told(ruth.page, 'You get a mail when what you reported has been answered.');

    const ines = await as('solutions-architect');
    await ines.visit(`/contracts/${here.contract}/currency`);
    await told(ines.page, 'Mobile number reported as wrong on Fri 20 Nov 2026, 4:30 pm, being checked');
    await expectAccessible(ines.page);
    await ines.page.getByRole('link', { name: 'Wren Halloway' }).click();
    await told(ines.page, 'Rang at ten, at noon and at four');
    await expectAccessible(ines.page);
    await picture(ines.page, 'report-open');
    expect(await ines.page.getByLabel('Corrected').count()).toBe(0);

    await here.setClock(asInstant(FRIDAY + HOUR));
    const wren = await as('solutions-manager');
    await wren.visit(`/contracts/${here.contract}/contacts/own/mobile`);
    await wren.page.getByLabel('New mobile number').fill(NUMBER);
    await press(wren.page, 'Ask for the change');
    await told(wren.page, 'Waits for a call');
    await ines.visit(`/contracts/${here.contract}/contacts/changed/1`);
    await press(ines.page, 'I rang, and they answered');
    await told(ines.page, 'Saved.');

    await ines.visit(`/contracts/${here.contract}/contacts/reported/1`);
    await ines.page.getByLabel('Corrected').check();
    await ines.page.getByLabel('Reason, or what was done').fill('Wren has a new telephone');
    await press(ines.page, 'Answer the report');
    await expectAccessible(ines.page);
    await press(ines.page, 'Yes, answer it');
    await told(ines.page, 'Answered.');
    await ines.page.getByRole('link', { name: 'Change 1' }).waitFor();
    await expectAccessible(ines.page);
    await picture(ines.page, 'report-answered');
    const heard = (await here.settle()).find(({ to }) => to.address === RUTH);
    expect(heard?.text).toContain('> Wren has a new telephone');
    await ines.visit(`/contracts/${here.contract}/currency`);
    await told(ines.page, 'Nothing is reported that has not been answered.');
    expect(await verified(here.db)).toMatchObject({ broken: undefined });
  }, 240_000);
});
