import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { on } from '../build/case.ts';
import { expectAccessible, picture, type Reader } from './browser.ts';
import { hasBrowser } from './chromium.ts';
import { portalWorld } from './portal-world.ts';

const RULES = '/contracts/sample/contacts/own/rules';
const WHOM = '/contracts/sample/readiness/whom';
const WIDTHS = [360, 1280];

describe.runIf(hasBrowser)('how somebody is tried', () => {
  let here: Awaited<ReturnType<typeof portalWorld>>;
  beforeAll(async () => {
    here = await portalWorld(on('Tue 09:00'));
  });
  afterAll(() => here.close());

  /** A browser, and what looks at its pages; without script nothing can be run in them. */
  async function reader(person: string, script: boolean, width: number) {
    const found: Reader = await here.reader(person, { script, width });
    found.page.setDefaultTimeout(25_000);
    const look = async (name: string): Promise<void> => {
      if (script) await expectAccessible(found.page, WIDTHS);
      await picture(found.page, `reach-${name}-${script ? 'script' : 'plain'}`);
    };
    return { ...found, look };
  }

  test.each([
    ['with script', true, 1280],
    ['without', false, 360],
  ])('is set by themselves, looked at before it counts, and given up: %s', async (_, script, width) => {
    const { page, visit, look } = await reader('ana', script, width);
    await visit(RULES);
    await page.getByText('You have set nothing').waitFor();
    await look('own');
    await page.getByLabel('Mail: minutes after').first().fill('12');
    await page.getByLabel('Again after, in minutes').first().fill('20');
    await page.getByRole('button', { name: 'Use these rules' }).click();
    await page.getByText('The first try would come after 12 minutes.').first().waitFor();
    await look('refused');
    expect(await page.getByLabel('Mail: minutes after').first().inputValue()).toBe('12');
    await page.getByLabel('Mail: minutes after').first().fill('8');
    await page.getByRole('button', { name: 'Show what they would mean' }).press('Enter');
    await page.getByText('They are not used yet.').waitFor();
    await look('preview');
    await page.getByRole('button', { name: 'Use these rules' }).click();
    await page.getByText('Set by you on').waitFor();
    await look('set');
    await page.getByRole('button', { name: 'Go back to the usual rule' }).click();
    await page.getByText('You have set nothing').waitFor();
  });

  test.each([
    ['with script', true, 1280],
    ['without', false, 360],
  ])(
    'is asked of a level and an instant to come, by whoever answers for it: %s',
    async (_, script, width) => {
      const { page, visit, look } = await reader('desk', script, width);
      await visit('/contracts/sample/readiness');
      await page.getByRole('link', { name: 'Whom would Ladder try, and when?' }).click();
      await page.getByLabel('Level').selectOption('2');
      await page.getByRole('button', { name: 'Show who would be tried' }).click();
      await page.getByRole('heading', { name: /Level 2, reached on/ }).waitFor();
      await page.getByText('the usual rule').first().waitFor();
      await look('whom');
      await visit(`${WHOM}?level=9`);
      await page.getByRole('alert').waitFor();
      await look('whom-refused');
    },
  );
});
