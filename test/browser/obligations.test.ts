import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { undertakePublished } from '../../src/app/obligation/undertake.ts';
import { type PlanWorld, planWorld } from '../build/plan-world.ts';
import { on } from '../obligation/build.ts';
import { verified } from '../record/record-world.ts';
import { expectAccessible, openScreen, picture, type Reader, type Screen } from './browser.ts';
import { hasBrowser } from './chromium.ts';

const PM = 'solutions-architect';
const CMO = 'contract-office';

describe.runIf(hasBrowser)('obligations', () => {
  let here: PlanWorld;
  let screen: Screen;
  let list: string;
  let folder: string;
  beforeAll(async () => {
    let baseUrl = '';
    here = await planWorld({ isDemonstration: true, baseUrl: () => baseUrl });
    await undertakePublished(here.store);
    await here.settle();
    const address = await here.server.listen({ host: '127.0.0.1', port: 0 });
    baseUrl = address.replace('127.0.0.1', 'localhost');
    screen = await openScreen(baseUrl);
    list = `/contracts/${here.contract}/obligations`;
    folder = mkdtempSync(join(tmpdir(), 'ladder-evidence-'));
    writeFileSync(join(folder, 'minutes.txt'), 'Both parties were there.\n');
    writeFileSync(join(folder, 'run.sh'), '#!/bin/sh\n');
  }, 120_000);
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await screen.close();
    await here.close();
  });

  const as = async (person: string, script = true): Promise<Reader> =>
    screen.reader({ script, cookies: await here.stepInto(here.contract, person) });

  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
  const told = async (page: Page, text: string): Promise<void> => {
    await page.getByText(text).first().waitFor();
  };

  test('a form that comes after its session has ended keeps what was typed, and never goes on without its file unnoticed', async () => {
    const pm = await as(PM);
    await pm.visit(list);
    await pm.page.getByRole('link', { name: /Version 2.0 of the plan agreed/ }).click();
    const at = pm.page.url();
    await pm.page.getByLabel('What you want to say').fill('Signed <b> in the "red" room');
    await pm.page.getByLabel('File').setInputFiles(join(folder, 'minutes.txt'));
    await pm.context.clearCookies();
    await press(pm.page, 'Hand it over');
    await told(pm.page, 'You were signed out: nothing is lost');
    await told(pm.page, 'Signed <b> in the "red" room');
    await told(pm.page, 'had the file minutes.txt with it');
    await expectAccessible(pm.page);
    await picture(pm.page, 'kept-form-with-a-file');
    await pm.keep(await here.stepInto(here.contract, PM));
    await press(pm.page, 'Send it again');
    // The browser asks for the file, and nothing has left it.
    expect(await pm.page.locator('#file').evaluate((field) => field.matches(':invalid'))).toBe(true);
    await told(pm.page, 'You were signed out: nothing is lost');
    await pm.page.getByLabel('Choose the file again').setInputFiles(join(folder, 'run.sh'));
    await press(pm.page, 'Send it again');
    // Nothing was handed over, and the form has what was typed.
    expect(pm.page.url()).toContain(new URL(at).pathname);
    expect(await pm.page.getByLabel('What you want to say').inputValue()).toBe(
      'Signed <b> in the "red" room',
    );
    await told(pm.page, 'run.sh');
  });

  test('one is delivered with a file, sent back with a reason, delivered again and accepted, without script', async () => {
    const pm = await as(PM, false);
    await pm.visit(list);
    await pm.page.getByRole('link', { name: /Version 2.0 of the plan agreed/ }).click();
    await press(pm.page, 'Hand it over');
    await told(pm.page, 'There is nothing to show yet.');
    await pm.page.getByLabel('File').setInputFiles(join(folder, 'run.sh'));
    await press(pm.page, 'Hand it over');
    await pm.page.getByText('run.sh').first().waitFor();
    await pm.page.getByLabel('Link').fill('http://portal.example/');
    await press(pm.page, 'Hand it over');
    await told(pm.page, 'is no address of a page');
    await pm.page.getByLabel('Link').fill('');
    await pm.page.getByLabel('What you want to say').fill('Signed <b>"\'& today');
    await pm.page.getByLabel('File').setInputFiles(join(folder, 'minutes.txt'));
    await press(pm.page, 'Hand it over');
    await told(pm.page, 'It is handed over');
    await told(pm.page, 'Signed <b>"\'& today');
    const [handed] = (await here.settle()).filter(({ subject }) => subject.startsWith('Handed over'));
    expect(handed?.text).toContain('Ines Calloway (the contractor) handed over');

    const cmo = await as(CMO, false);
    await cmo.visit(`/contracts/${here.contract}/work`);
    await cmo.page.getByRole('link', { name: /Version 2.0 of the plan agreed/ }).click();
    await press(cmo.page, 'Send it back');
    await told(cmo.page, 'Say why.');
    await cmo.page.getByLabel('Reason').fill('The minutes lack the date');
    await press(cmo.page, 'Send it back');
    await told(cmo.page, 'It is sent back');
    const [back] = (await here.settle()).filter(({ subject }) => subject.startsWith('Sent back'));
    expect(back?.text).toContain('The minutes lack the date');

    await pm.visit(`${list}/plan-agreed`);
    await pm.page.getByLabel('Link').fill('https://portal.pacific-lantern.example/minutes');
    await press(pm.page, 'Hand it over');
    await cmo.visit(`${list}/plan-agreed`);
    await picture(cmo.page, 'obligation-to-accept');
    await press(cmo.page, 'Accept it');
    await told(cmo.page, 'It cannot be sent back any more.');
    await press(cmo.page, 'Yes, accept it');
    await told(cmo.page, 'It is accepted');
    expect(await verified(here.db)).toMatchObject({ broken: undefined });
  }, 120_000);

  test('one is renegotiated: proposed by one party, agreed by the other, both on the page', async () => {
    const [pm, cmo] = [await as(PM), await as(CMO)];
    const one = `${list}/plan-current.2027-02-18`;
    await pm.visit(one);
    await pm.page.getByText('Propose another date').click();
    await pm.page.getByLabel('New date').fill('2027-03-05');
    await pm.page.getByLabel('Reason').first().fill('The new contacts start in March');
    await expectAccessible(pm.page);
    await press(pm.page, 'Propose the date');
    await told(pm.page, 'The other date is proposed');
    await cmo.visit(one);
    await told(cmo.page, 'The contractor proposed the date Fri 5 Mar 2027');
    await press(cmo.page, 'Agree');
    await told(cmo.page, 'It is then due on Fri 5 Mar 2027');
    await press(cmo.page, 'Yes, agree to it');
    await told(cmo.page, 'The change is agreed');
    await told(cmo.page, 'until the end of Fri 5 Mar 2027');
    const agreed = (await here.settle()).filter(({ subject }) => subject.startsWith('Change agreed'));
    expect(agreed.map(({ to }) => to.address)).toContain('ines.calloway@pacific-lantern.example');
    const feed = await here.get(undefined, `/plans/${here.contract}/obligations.ics`);
    expect(feed.body).toContain('DTSTART;VALUE=DATE:20270305');
    expect(feed.body).not.toContain('March');
  }, 120_000);

  test('one becomes late as time passes, and everybody concerned is told', async () => {
    await here.setClock(on('2027-05-20', '00:00'));
    const late = (await here.settle()).filter(({ subject }) => subject.startsWith('Late: Contacts attested'));
    const readers = late.map(({ to }) => to.address);
    expect(readers).toContain('ines.calloway@pacific-lantern.example');
    expect(readers).toContain('cmo@contract-office.example');
    const pm = await as(PM);
    await pm.visit(`/contracts/${here.contract}/queue`);
    await told(pm.page, 'Obligations that wait for you');
    await pm.visit(`${list}?show=late`);
    await expectAccessible(pm.page);
    await picture(pm.page, 'obligations-late');
    await pm.page
      .getByRole('link', { name: /Contacts attested/ })
      .first()
      .click();
    await told(pm.page, 'and the contractor has not handed it over');
    await pm.visit(`/contracts/${here.contract}/roles`);
    await expectAccessible(pm.page);
  }, 120_000);

  test('a customer reads what the plan says and how it stands, and not what was handed over', async () => {
    const dana = await as('dana-quill');
    expect(await dana.visit(`${list}/plan-agreed`)).toBe(200);
    await told(dana.page, 'is for the parties of the contract');
    expect(await dana.page.content()).not.toContain('minutes');
  });
});
