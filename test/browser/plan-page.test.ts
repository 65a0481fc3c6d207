import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PlanWorld, planWorld } from '../build/plan-world.ts';
import { expectAccessible, openScreen, picture, type Screen } from './browser.ts';
import { hasBrowser } from './chromium.ts';

describe.runIf(hasBrowser)('the page of a plan', () => {
  let here: PlanWorld;
  let screen: Screen;
  let plan: string;
  beforeAll(async () => {
    let baseUrl = '';
    here = await planWorld({ isDemonstration: true, baseUrl: () => baseUrl });
    const address = await here.server.listen({ host: '127.0.0.1', port: 0 });
    baseUrl = address.replace('127.0.0.1', 'localhost');
    screen = await openScreen(baseUrl);
    plan = `/plans/${here.contract}`;
  });
  afterAll(async () => {
    await screen.close();
    await here.close();
  });

  test.each([
    ['as it comes', {}],
    ['in the dark', { colours: 'dark' }],
    ['in forced colours', { isForced: true }],
    ['in Spanish', { language: 'es-US' }],
  ] as const)('has no accessibility finding %s, with its pictures shown', async (name, options) => {
    const { page, visit } = await screen.reader(options);
    expect(await visit(plan)).toBe(200);
    await page.locator('.picture img').first().scrollIntoViewIfNeeded();
    await page.waitForFunction("document.querySelector('.picture img').naturalWidth > 0");
    await expectAccessible(page);
    await picture(page, `plan-${name}`);
    expect(await visit('/plans')).toBe(200);
    await expectAccessible(page);
  });

  test('answers without script what would happen on another track and day', async () => {
    const { page, visit } = await screen.reader({ script: false, width: 360 });
    await visit(plan);
    await page.selectOption('#track', { label: 'Bill or Contract Impacting Escalations' });
    await page.fill('#at', '2026-11-25');
    await page.fill('#at-time', '16:30');
    await page.getByRole('button', { name: 'Show what would happen' }).click();
    const row = page.getByRole('row', { name: /may contact level 2/ });
    expect(await row.textContent()).toContain('Mon 30 Nov 2026, 4:30 pm Pacific');
    await row.getByText('Why then?').click();
    expect(await row.textContent()).toContain('Thanksgiving Day');
    await page.getByRole('link', { name: 'Show December 2026' }).click();
    expect(await page.getByRole('table', { name: /December 2026/ }).count()).toBe(1);
  });
});
