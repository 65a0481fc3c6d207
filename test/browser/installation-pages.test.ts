import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { linkIn, to } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { expectAccessible, picture } from './browser.ts';
import { hasBrowser } from './chromium.ts';
import { portalWorld } from './portal-world.ts';

describe.runIf(hasBrowser)('pages that belong to no contract', () => {
  let here: Awaited<ReturnType<typeof portalWorld>>;

  beforeAll(async () => {
    here = await portalWorld(on('Tue 09:00'));
    await here.open({ references: ['CIR-4711'] });
  });
  afterAll(() => here.close());

  test('have no accessibility finding and do not scroll sideways', { timeout: 180_000 }, async () => {
    await here.settle();
    const { page, visit } = await here.reader();
    for (const path of ['/step-in', '/outbox', '/outbox?case=none', '/clock', '/problems', '/outbox/none']) {
      await visit(path);
      await expectAccessible(page);
      await picture(page, path.replaceAll(/\W+/g, '-').slice(1));
    }
    await visit('/outbox');
    await page.locator('main table a').first().click();
    await expectAccessible(page);
    await picture(page, 'outbox-mail');
  });

  test('a clock that cannot be moved so says why, at its field, without script', async () => {
    const { page, visit } = await here.reader(undefined, { script: false });
    await visit('/clock');
    await page.getByLabel('Move forward by', { exact: true }).fill('a while');
    await page.getByRole('button', { name: 'Move the clock' }).click();
    await expect.poll(() => page.title()).toBe('Error: Clock – Ladder');
    await page.locator('.errors a').click();
    expect(await page.evaluate('document.activeElement.value')).toBe('a while');
    await picture(page, 'clock-refused');
  });

  test('a link in a mail is asked about, done, and over, without script and at any width', async () => {
    await here.open();
    const mails = await here.settle();
    const path = linkIn(to(mails, 'ana'), /^Respond/);
    const [plain, seeing] = [await here.reader(undefined, { script: false }), await here.reader()];
    await seeing.visit(path);
    await expectAccessible(seeing.page);
    await picture(seeing.page, 'link-ask');
    await plain.visit(path);
    const send = plain.page.getByRole('button', { name: /respon/i });
    await send.click();
    await expect.poll(() => plain.page.title()).toMatch(/^Error: /);
    await plain.page.getByLabel('Your response').fill('The router was <b>replaced</b>.');
    await send.click();
    const heading = plain.page.getByRole('heading', { level: 1 });
    await expect.poll(() => heading.textContent()).toMatch(/^Done/);
    await picture(plain.page, 'link-done');
    await seeing.visit(path);
    expect(await seeing.page.getByRole('heading', { level: 1 }).textContent()).toBe(
      'This link has been used',
    );
    await expectAccessible(seeing.page);
  });

  test('the language is changed at one press, and its reader stays where they are', async () => {
    const { page, visit } = await here.reader();
    await visit('/outbox?case=none');
    await page.getByRole('link', { name: 'Español' }).click();
    await expect.poll(() => page.getAttribute('html', 'lang')).toBe('es');
    expect(new URL(page.url()).search).toBe('?case=none');
    await expectAccessible(page);
  });

  test('the keyboard alone skips to what a page is about', async () => {
    const { page, visit } = await here.reader();
    await visit('/outbox');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent.trim()')).toBe('Skip to main content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
  });
});
