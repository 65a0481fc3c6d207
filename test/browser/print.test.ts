import type { Page } from 'playwright-core';
import { extractText } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { started } from '../service/ladder-process.ts';
import { place } from '../store/cluster-world.ts';
import { openScreen, type Screen } from './browser.ts';
import { hasBrowser } from './chromium.ts';

const CONTRACT = 'calnet-3-category-9-1';

/** Without what lines break at. */
const bare = (text: string): string => text.replaceAll(/[\s-]+/g, '');

/** What stands on the paper, as a reader of the document finds it. */
async function onPaper(page: Page): Promise<string> {
  const { text } = await extractText(new Uint8Array(await page.pdf({ format: 'A4' })), { mergePages: true });
  return bare(text);
}

/** CSS pixels between the margins of a sheet of A4 (16 mm on each side). */
const SHEET_PX = Math.floor(((210 - 2 * 16) / 25.4) * 96);

/** What would be cut off on a sheet: what reaches beyond its right edge, or beyond a box that hides what is too wide. */
async function cutOff(page: Page): Promise<readonly string[]> {
  await page.setViewportSize({ width: SHEET_PX, height: 1000 });
  return page.evaluate(`[...document.querySelectorAll('main *')]
    .filter((one) => one.checkVisibility() && !one.closest('.only-read-out'))
    .filter((one) => {
      const hides = getComputedStyle(one).overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1;
      return hides || one.getBoundingClientRect().right > ${SHEET_PX} + 1;
    })
    .map((one) => one.tagName + ' ' + one.textContent.trim().slice(0, 40))`);
}

/** Every cell of every table, as the page has it. */
const cellsOf = (page: Page): Promise<readonly string[]> =>
  page.locator('main :is(caption, th, td)').allTextContents();

async function printed(screen: Screen, who: string, path: string): Promise<string> {
  const { page, visit, context } = await screen.reader();
  await visit('/step-in');
  await page.getByRole('button', { name: `Step in as ${who}`, exact: true }).click();
  await visit(path);
  const text = await onPaper(page);
  await page.emulateMedia({ media: 'print' });
  const left = await page.locator('nav:visible, button:visible, a.button:visible, input:visible').count();
  expect([path, left]).toEqual([path, 0]);
  expect([path, await cutOff(page)]).toEqual([path, []]);
  if (path.endsWith('/roles')) {
    const cells = await cellsOf(page);
    expect(cells.length).toBeGreaterThan(20);
    for (const cell of cells) expect(text).toContain(bare(cell));
  }
  await context.close();
  return text;
}

/** Each page with what is read there, and what has no place on paper. */
const PAGES: readonly (readonly [
  who: string,
  path: string,
  said: readonly string[],
  not: readonly string[],
])[] = [
  [
    'Dana Quill',
    `/plans/${CONTRACT}`,
    [
      ...['Perpetua Lind', '+1 916 555 0170', 'perpetua.lind@pacific-lantern.example'],
      ...['Level 3: Solutions Manager', 'Business days and holidays'],
    ],
    ['Sign out', 'Menu', 'Save', 'Español', `/plans/${CONTRACT} (http`],
  ],
  [
    'Dana Quill',
    `/contracts/${CONTRACT}/cases/100001`,
    [
      ...['Where it stands', 'ines.calloway@pacific-lantern.example', '+1 916 555 0142'],
      ...[
        'No dial tone at the pilot station',
        'The customer moves by call or e-mail',
        'handed to its carrier',
      ],
    ],
    ['What you can do', 'I am satisfied', 'Why then?', 'Sign out'],
  ],
  [
    'Lorcan Reed',
    `/contracts/${CONTRACT}/record/100001`,
    ['The record holds', 'CaseOpened', 'Events and their digests'],
    ['Sign out', 'Menu'],
  ],
  ['Tamsin Hale', `/contracts/${CONTRACT}/roles`, ['Roles and responsibilities'], ['Sign out', 'Menu']],
];

describe.runIf(hasBrowser)('on paper', () => {
  test('the plan, a case, its record and who does what have what matters, nothing cut off, also what is folded away, and nothing to press', {
    timeout: 240_000,
  }, async () => {
    const { url } = await started({ data: place(), env: { LADDER_RATE_PER_MINUTE: '100000' } });
    const screen = await openScreen(url.replace(/\/$/, ''));
    try {
      for (const [who, path, said, not] of PAGES) {
        const text = await printed(screen, who, path);
        for (const one of said) expect(text).toContain(bare(one));
        for (const one of not) expect(text).not.toContain(bare(one));
      }
    } finally {
      await screen.close();
    }
  });
});
