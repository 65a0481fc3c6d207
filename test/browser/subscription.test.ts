import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asInstant } from '../../src/core/instant.ts';
import { FRIDAY } from '../build/plan-world.ts';
import { pathIn, type SubscriptionsWorld, subscriptionsWorld } from '../subscriptions/subscriptions-world.ts';
import { expectAccessible, openScreen, picture, type Reader, type Screen } from './browser.ts';
import { hasBrowser } from './chromium.ts';

const HOUR_MS = 3_600_000;

describe.runIf(hasBrowser)('a reader who wants to be told when the plan changes', () => {
  let here: SubscriptionsWorld;
  let screen: Screen;
  let now: number = FRIDAY;
  beforeAll(async () => {
    let baseUrl = '';
    here = await subscriptionsWorld({ isDemonstration: true, baseUrl: () => baseUrl });
    const address = await here.server.listen({ host: '127.0.0.1', port: 0 });
    baseUrl = address.replace('127.0.0.1', 'localhost');
    screen = await openScreen(baseUrl);
  }, 120_000);
  afterAll(async () => {
    await screen.close();
    await here.close();
  });

  /** The whole of it, by one reader; `look` looks at each page on the way. */
  async function tellAndEnd(
    { page, visit }: Reader,
    email: string,
    look: (name: string) => Promise<void>,
  ): Promise<void> {
    page.setDefaultTimeout(60_000);
    await visit(here.plan);
    await page.getByRole('link', { name: 'Tell me when this plan changes' }).click();
    await page.getByLabel('Mail address').fill('nobody');
    await page.getByRole('button', { name: 'Send me the link' }).press('Enter');
    await page.getByRole('link', { name: /That is no mail address/ }).waitFor();
    await look('refused');
    await page.getByLabel('Mail address').fill(email);
    await page.getByLabel('Language of the mails').selectOption('es');
    await page.getByRole('button', { name: 'Send me the link' }).press('Enter');
    await page.getByRole('heading', { name: 'Look into your mailbox' }).waitFor();
    await look('asked');
    const [asked] = await here.told();
    await visit(pathIn(asked)!);
    await page.getByRole('button', { name: 'Sí, avisarme' }).waitFor();
    await look('prove');
    await page.getByRole('button', { name: 'Sí, avisarme' }).press('Enter');
    await page.getByRole('heading', { name: 'A partir de ahora se le avisa' }).waitFor();
    await look('proved');
    now += HOUR_MS;
    await here.setClock(asInstant(now));
    await here.publish(
      (text) => text.replace('title: Solutions Architect', `title: Architect for ${email}`),
      asInstant(now),
    );
    const told = (await here.told()).find(({ to }) => to.address === email);
    expect(told?.subject).toContain('El plan ha cambiado');
    await visit(pathIn(told)!);
    await page.getByRole('button', { name: 'No avisarme más' }).waitFor();
    await look('end');
    await page.getByRole('button', { name: 'No avisarme más' }).press('Enter');
    await page.getByRole('heading', { name: 'Ya no se le avisa' }).waitFor();
    await look('ended');
    expect(await visit(pathIn(told)!.replace('/l/', '/unsubscribe/'))).toBe(410);
    expect(here.faults()).toEqual([]);
  }

  test('asks for it, proves the address, is told, and ends it', async () => {
    const reader = await screen.reader();
    await tellAndEnd(reader, 'reader@agency.example', async (name) => {
      await expectAccessible(reader.page);
      await picture(reader.page, `subscription-${name}`);
    });
  }, 300_000);

  test('does all of it without script', async () => {
    const reader = await screen.reader({ script: false, width: 360 });
    await tellAndEnd(reader, 'plain@agency.example', async () => undefined);
  }, 300_000);

  test('signed in, presses one button for it and one to end it', async () => {
    const cookies = await here.stepInto(here.contract, 'dana-quill');
    const { page, visit } = await screen.reader({ cookies });
    page.setDefaultTimeout(60_000);
    await visit(here.plan);
    await page.getByRole('button', { name: 'Tell me when this plan changes' }).press('Enter');
    await page.getByText('You are told by mail when this plan changes.').waitFor();
    await expectAccessible(page);
    await picture(page, 'subscribe-on');
    await page.getByRole('button', { name: 'Tell me no more' }).press('Enter');
    await page.getByRole('button', { name: 'Tell me when this plan changes' }).waitFor();
  }, 300_000);
});
