import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AnswersWorld, answersWorld } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { conversationWorld, NUMBERS, OURS, STRANGER } from '../telephone/conversation-world.ts';
import { expectAccessible, openScreen, picture, type Screen } from './browser.ts';
import { hasBrowser } from './chromium.ts';

const HOSTILE = `<b>"'&</b><script>document.title = 'taken'</script>`;

describe.runIf(hasBrowser)('mails that wait for the desk', () => {
  let here: AnswersWorld;
  let screen: Screen;
  let cookies: string;

  beforeAll(async () => {
    here = await answersWorld(on('Tue 09:00'));
    const mail = {
      receivedAt: on('Tue 09:00'),
      recipient: 'open.sample@ladder.example',
      authenticated: false,
    } as const;
    const base = here.mailFrom('dana', { contract: 'sample', caseId: '1' }, '', mail);
    const text = `All lines are dead since eight. ${HOSTILE}\n\n${'x'.repeat(900)}`;
    await here.taker.take({ ...base, id: 'first', subject: `No dial tone ${HOSTILE}`, text });
    await here.taker.take({
      ...base,
      id: 'second',
      subject: '',
      text: 'Cheap watches',
      from: 'spam@elsewhere.example',
    });
    screen = await openScreen(await here.server.listen({ host: '127.0.0.1', port: 0 }));
    cookies = await here.stepIn('desk');
  });
  afterAll(async () => {
    await screen.close();
    await here.close();
  });

  test('are opened for their writers or put aside, by keyboard, and are sound at any width', async () => {
    const { page, visit } = await screen.reader({ cookies });
    page.setDefaultTimeout(25_000);
    await visit('/contracts/sample/queue');
    await page.getByRole('link', { name: 'Mail (2)' }).first().press('Enter');
    await page.getByText('2 wait.').waitFor();
    await expectAccessible(page);
    await picture(page, 'held-mails');
    await page.getByRole('link', { name: /No dial tone/ }).press('Enter');
    await page.getByRole('button', { name: 'Open the case' }).waitFor();
    await expectAccessible(page);
    await picture(page, 'held-mail');
    await page.getByRole('radio', { name: 'service' }).check();
    await page.getByRole('button', { name: 'Open the case' }).press('Enter');
    await page.waitForURL(/\/start\/\d+$/);
    await visit('/contracts/sample/mail/second');
    await page.getByLabel('Why no case is opened').fill(`Advertising ${HOSTILE}`);
    await page.getByRole('button', { name: 'Put it aside' }).press('Enter');
    await page.getByRole('button', { name: 'Yes, put it aside' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Yes, put it aside' }).press('Enter');
    await page.getByText('It is put aside').waitFor();
    await page.getByText('Nothing waits').waitFor();
    await visit('/contracts/sample/mail/second');
    await page.getByText('put it aside: Advertising').waitFor();
    await expectAccessible(page);
    await picture(page, 'held-mail-settled');
    expect(await page.title()).not.toBe('taken');
  }, 120_000);
});

describe.runIf(hasBrowser)('calls that wait for the desk', () => {
  test('are sound at any width, in the list and with both their ends', async () => {
    const here = await conversationWorld(on('Tue 09:00'));
    const { port } = here.server.server.address() as AddressInfo;
    const screen = await openScreen(`http://localhost:${port}`);
    try {
      const phone = here.phone(STRANGER);
      await phone.call(OURS);
      await phone.press('3');
      const ana = here.phone(NUMBERS.ana);
      await ana.answer();
      await here.setClock(on('Tue 09:01'));
      await ana.press('1');
      await here.setClock(on('Tue 09:03'));
      await ana.hangUp();
      const { page, visit } = await screen.reader({ cookies: await here.stepIn('desk') });
      await visit(`/contracts/${here.contract}/mail`);
      await page.getByText('One waits.').waitFor();
      await expectAccessible(page);
      await picture(page, 'held-calls');
      await page.locator('main h2 a').first().click();
      await page.getByText('connected for 2 minutes').waitFor();
      await expectAccessible(page);
      await picture(page, 'held-call');
    } finally {
      await screen.close();
      await here.close();
    }
  }, 120_000);
});
