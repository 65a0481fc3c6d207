import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadPlan } from '../../src/app/load-plan.ts';
import { FRIDAY, type PlanWorld, planWorld } from '../build/plan-world.ts';
import { expectAccessible, openScreen, picture, type Screen } from './browser.ts';
import { hasBrowser } from './chromium.ts';

const OVERSIGHT = 'tamsin-hale';

interface Making {
  readonly page: Page;
  readonly visit: (path: string) => Promise<unknown>;
  readonly draft: string;
  readonly look: (what: string) => Promise<void>;
}

/** A calendar, a track that counts on it, and to another track a condition: each shown before it is kept. */
async function makeMore({ page, visit, draft, look }: Making): Promise<void> {
  const show = async (): Promise<void> => {
    await page.locator('button[value=show]').click();
    await page.locator('#shown button').waitFor();
  };
  const keep = async (): Promise<void> => {
    await page.locator('#shown button').click();
    await page.waitForURL(/done=entryKept$/);
  };
  await visit(`${draft}/forms/calendars/_new`);
  await page.locator('button[value=show]').click();
  await page.locator('.field-error').waitFor();
  await page.fill('#id', 'evenings');
  await page.fill('#week', 'mon-fri: 16:00-22:00');
  await page.selectOption('#businessDay', 'close');
  await show();
  await look('calendar-new');
  await keep();
  await visit(`${draft}/forms/tracks/_new`);
  await page.fill('#id', 'billing');
  await page.fill('#title', 'Billing');
  await page.selectOption('#step-1-actor', 'customer');
  await page.selectOption('#step-2-actor', 'customer');
  await page.fill('#step-2-1-unsatisfiedFor', '4 hours');
  await page.selectOption('#step-2-1-since', 'opened');
  await page.selectOption('#step-2-1-calendar', 'evenings');
  await show();
  // Tuesday at ten in the morning: the evening opens at four.
  await page.locator('#examples-2-1 table').waitFor();
  expect(await page.locator('#examples-2-1').textContent()).toMatch(/24 nov 2026, 8:00/i);
  await look('track-new');
  await keep();
  await visit(`${draft}/forms/tracks/billing`);
  await page.locator('details:has(#step-2-2-allSilent) > summary').click();
  await page.fill('#step-2-2-allSilent', '1');
  await page.fill('#step-2-2-silentFor', '2 hours');
  await page.selectOption('#step-2-2-calendar', 'evenings');
  await show();
  await page.locator('#examples-2-2 table').waitFor();
  expect(await page.locator('#examples-2-2').textContent()).toMatch(/24 nov 2026, 6:00/i);
  await look('condition-new');
  await keep();
  await visit(`${draft}/forms/tracks/billing`);
  expect(await page.locator('#step-2-2-silentLevels').inputValue()).toBe('1');
}

describe.runIf(hasBrowser)('the forms of a draft', () => {
  let here: PlanWorld;
  let screen: Screen;
  let drafts: string;
  beforeAll(async () => {
    let baseUrl = '';
    here = await planWorld({ isDemonstration: true, baseUrl: () => baseUrl });
    const address = await here.server.listen({ host: '127.0.0.1', port: 0 });
    baseUrl = address.replace('127.0.0.1', 'localhost');
    screen = await openScreen(baseUrl);
    drafts = `/contracts/${here.contract}/drafts`;
  }, 180_000);
  afterAll(async () => {
    await screen.close();
    await here.close();
  });

  test.each([
    ['in English', {}],
    ['in Spanish', { language: 'es-US' }],
    ['without script', { script: false }],
  ] as const)(
    'show what changes and what clocks come to, and keep it, %s',
    async (name, options) => {
      const hasScript = !('script' in options);
      const cookies = await here.stepInto(here.contract, OVERSIGHT);
      const { page, visit } = await screen.reader({ ...options, cookies });
      const look = async (what: string): Promise<void> => {
        if (hasScript) await expectAccessible(page);
        await picture(page, `forms-${what}-${name}`);
      };
      await visit(drafts);
      await page.locator('main form button').first().click();
      await page.waitForURL(/done=made$/);
      const draft = new URL(page.url()).pathname;
      await visit(`${draft}/forms`);
      await look('list');
      await visit(`${draft}/forms/tracks/service-impacting`);
      const examples = page.locator('#examples-2-1');
      expect(await examples.textContent()).toMatch(/24 nov 2026, 2:00/i);
      await page.fill('#step-2-1-unsatisfiedFor', '6 hours');
      if (!hasScript) await page.locator('button[value=show]').click();
      await page.locator('#shown button').waitFor();
      expect(await examples.textContent()).toMatch(/24 nov 2026, 4:00/i);
      expect(await page.locator('#shown li').first().textContent()).toContain('4 hours became 6 hours');
      await look('track');
      await page.locator('#shown button').click();
      await page.waitForURL(/done=entryKept$/);
      await makeMore({ page, visit, draft, look });
      for (const one of [
        'contacts/customer-support',
        'contacts/_new',
        'levels/1',
        'levels/_new',
        'calendars/business',
        'obligations/_new',
        'obligations/2',
      ]) {
        await visit(`${draft}/forms/${one}`);
        await look(one.replace('/', '-'));
      }
      await page.fill('#due', 'soon');
      await page.locator('button[value=show]').click();
      expect(await page.locator('.field-error').count()).toBe(1);
      await look('refused');
    },
    180_000,
  );

  test('belong to a draft that looks right beside the one in force, with findings, and dropped', async () => {
    const contract = 'tide-gauges';
    const loaded = await loadPlan(here.contracts, {
      text: readFileSync('plans/follow-the-sun.plan.yaml', 'utf8'),
      agreed: ['manager-tavares', 'contract-office'],
      at: FRIDAY,
      by: 'test',
    });
    expect(loaded).toMatchObject({ accepted: true });
    const { page, visit } = await screen.reader({
      cookies: await here.stepInto(contract, 'manager-tavares'),
    });
    await visit(`/contracts/${contract}/drafts`);
    await expectAccessible(page);
    await picture(page, 'drafts-in-force');
    await page.locator('main form button').first().click();
    await page.waitForURL(/done=made$/);
    const draft = new URL(page.url()).pathname;
    await visit(`${draft}/text`);
    const text = await page.locator('#text').inputValue();
    await page.fill('#text', text.replace(/^levels:/m, 'floors:'));
    await page.getByRole('button', { name: 'Save the text' }).click();
    await page.waitForURL(/done=edited$/);
    await expectAccessible(page);
    for (const [path, name] of [
      [draft, 'drafts-findings'],
      [`${draft}/preview`, 'drafts-preview-findings'],
      [`${draft}/forms`, 'drafts-forms-findings'],
    ] as const) {
      await visit(path);
      await expectAccessible(page);
      await picture(page, name);
    }
    await visit(draft);
    await page.getByRole('button', { name: 'Drop the draft', exact: true }).click();
    await page.locator('button[name=sure]').first().waitFor();
    await expectAccessible(page);
    await page.locator('main form button').first().click();
    await page.locator('.notice.success').waitFor();
    await expectAccessible(page);
    await picture(page, 'drafts-dropped');
    await visit(`/contracts/${contract}/drafts`);
    await expectAccessible(page);
  }, 240_000);
});
