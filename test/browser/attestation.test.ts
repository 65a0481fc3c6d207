import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takeUpContacts } from '../../src/app/attestation/take-up-contacts.ts';
import type { OutgoingMail } from '../../src/app/ports/mail.ts';
import { type PlanWorld, planWorld } from '../build/plan-world.ts';
import { on } from '../obligation/build.ts';
import { verified } from '../record/record-world.ts';
import { expectAccessible, openScreen, picture, type Screen } from './browser.ts';
import { hasBrowser } from './chromium.ts';

const ANSWERS = 'wren.halloway@pacific-lantern.example';
const SILENT = 'Sunniva Drake';

describe.runIf(hasBrowser)('a round of confirming', () => {
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
  const told = async (page: Page, text: string): Promise<void> => {
    await page.getByText(text).first().waitFor();
  };
  const linkOf = ({ text }: OutgoingMail): string => {
    const path = /\/l\/[\w-]{43}/.exec(text)?.[0];
    if (path === undefined) throw new Error('no link to confirm by');
    return path;
  };

  test('one contact answers by the link, another says nothing until oversight is told, and the published plan says so', async () => {
    await here.setClock(on('2027-02-18', '09:00'));
    const asked = (await here.settle()).filter(({ subject }) => subject.startsWith('Please confirm'));
    const mail = asked.find(({ to }) => to.address === ANSWERS);
    if (!mail) throw new Error('nobody was asked');

    const wren = await screen.reader({});
    await wren.visit(linkOf(mail));
    await told(wren.page, 'Confirm how you are reached');
    await expectAccessible(wren.page);
    await picture(wren.page, 'attestation-link');
    await press(wren.page, 'Confirm what is ticked');
    await told(wren.page, 'Nothing is ticked.');
    for (const box of await wren.page.getByRole('checkbox').all()) await box.check();
    await press(wren.page, 'Confirm what is ticked');
    await told(wren.page, 'The plan says from now on that these details are confirmed.');

    await here.setClock(on('2027-03-04', '09:00'));
    const silence = (await here.settle()).filter(({ subject }) => subject.startsWith('Not confirmed'));
    const toOversight = silence.filter(({ to }) => to.address === 'cmo@contract-office.example');
    expect(toOversight.map(({ subject }) => subject)).toContain(`Not confirmed: how ${SILENT} is reached`);
    expect(silence.map(({ subject }) => subject).join()).not.toContain('Wren Halloway');

    const tamsin = await screen.reader({ cookies: await here.stepInto(here.contract, 'tamsin-hale') });
    await tamsin.visit(`/contracts/${here.contract}/currency`);
    await told(tamsin.page, `${SILENT} confirms: Address for mail, Office number and Mobile number`);
    await expectAccessible(tamsin.page);
    await picture(tamsin.page, 'currency');
    await tamsin.visit(`/plans/${here.contract}`);
    await told(tamsin.page, 'Mobile number not confirmed since Fri 20 Nov 2026');
    await expectAccessible(tamsin.page);
    expect(await verified(here.db)).toMatchObject({ broken: undefined });
  }, 240_000);
});
