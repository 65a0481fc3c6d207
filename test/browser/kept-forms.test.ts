import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PlanWorld, planWorld } from '../build/plan-world.ts';
import { expectAccessible, openScreen, picture, type Screen } from './browser.ts';
import { hasBrowser } from './chromium.ts';

const TYPED = 'Rang at ten <b>, at noon & at four';

describe.runIf(hasBrowser)('a form that came too early or too often', () => {
  let here: PlanWorld;
  let screen: Screen;
  beforeAll(async () => {
    let baseUrl = '';
    here = await planWorld({
      isDemonstration: true,
      baseUrl: () => baseUrl,
      limits: { reportsPerHour: 1 },
    });
    const address = await here.server.listen({ host: '127.0.0.1', port: 0 });
    baseUrl = address.replace('127.0.0.1', 'localhost');
    screen = await openScreen(baseUrl);
  }, 120_000);
  afterAll(async () => {
    await screen.close();
    await here.close();
  });

  test('says when it can be sent again, and has what was typed, at every width', async () => {
    const { page, visit } = await screen.reader();
    for (let times = 0; times < 2; times++) {
      await visit(`/plans/${here.contract}/wrong-contact`);
      await page.getByLabel('What happened').fill(TYPED);
      await page.getByRole('button', { name: 'Send the report' }).click();
    }
    await page.getByRole('heading', { level: 1, name: 'Too much at once' }).waitFor();
    await page.getByText('More than 1 request in an hour. Go on in 60 minutes.').waitFor();
    await page.getByText(TYPED).waitFor();
    await expectAccessible(page);
    await picture(page, 'form-too-often');
    await page.getByRole('button', { name: 'Send it again' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Too much at once' }).waitFor();
    await page.getByText(TYPED).waitFor();
  });

  test('wants a fresh proof, and has what was typed', async () => {
    const { page, visit } = await screen.reader({
      cookies: await here.stepInto(here.contract, 'solutions-architect'),
    });
    await visit(`/contracts/${here.contract}/customers/table`);
    await page.getByLabel('Or the table itself').fill('customerId;name\nlake-works;Lake Works');
    await page.getByRole('button', { name: 'See what it would change' }).click();
    await here.ask(`update sign_in_session set authenticated_at = now() - interval '16 minutes'`);
    await page.getByRole('button', { name: 'Make this change' }).click();
    await page.getByRole('heading', { level: 1, name: 'Prove once more who you are' }).waitFor();
    expect(await page.locator('blockquote').textContent()).toContain('lake-works;Lake Works');
    await expectAccessible(page);
    await picture(page, 'form-too-early');
  });
});
