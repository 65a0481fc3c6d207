import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { type CasePageWorld, casePageWorld } from '../build/case-page-world.ts';
import { openScreen, type Screen } from './browser.ts';
import { hasBrowser } from './chromium.ts';

let here: CasePageWorld;
let screen: Screen;
afterEach(async () => {
  await screen.close();
  await here.close();
});

/** More than the connections that a browser has for one host: were each tab to keep one, the last would never open. */
const TABS = 8;

/** The browser that npm brings has no window to put a tab behind: it is told so, as a window would tell it. */
const isSeen = (page: Page, seen: boolean): Promise<unknown> =>
  page.evaluate(`Object.defineProperty(document, 'visibilityState', {
    configurable: true, get: () => '${seen ? 'visible' : 'hidden'}' });
    document.dispatchEvent(new Event('visibilitychange'))`);

describe.runIf(hasBrowser)('many tabs of one browser', () => {
  test('listen only while they are seen, and seen again show what they missed', async () => {
    here = await casePageWorld();
    screen = await openScreen(await here.server.listen({ host: '127.0.0.1', port: 0 }));
    const { context } = await screen.reader({ cookies: await here.stepIn('dana') });
    const tabs: Page[] = [];
    const streams: string[] = [];
    for (let count = 0; count < TABS; count++) {
      const page = await context.newPage();
      page.on(
        'request',
        (one) => /\/changes\?/.test(one.url()) && streams.push(one.url().split('?')[1] ?? ''),
      );
      const listens = page.waitForResponse(/\/changes\?/);
      await page.goto(here.path);
      await listens;
      await isSeen(page, false);
      tabs.push(page);
    }
    expect(streams).toEqual(tabs.map(() => 'after=2'));
    await here.does('ana', 'respond', { text: 'A technician is on the way.' });
    const [first, , third] = tabs;
    expect(await first!.getByText('A technician is on the way.').count()).toBe(0);
    for (const page of [first!, third!]) {
      await isSeen(page, true);
      await page.getByText('A technician is on the way.').waitFor();
      await isSeen(page, false);
    }
    await isSeen(first!, true);
    await here.does('ana', 'addNote', { text: 'He rings the bell.', audience: 'all' });
    await first!.getByText('He rings the bell.').waitFor();
    // What it has seen since, it does not ask for again.
    expect(streams.slice(TABS)).toEqual(['after=2', 'after=2', 'after=3']);
  });
});
