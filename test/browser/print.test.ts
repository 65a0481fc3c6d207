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

async function printed(screen: Screen, who: string, path: string): Promise<string> {
  const { page, visit, context } = await screen.reader();
  await visit('/step-in');
  await page.getByRole('button', { name: `Step in as ${who}`, exact: true }).click();
  await visit(path);
  const text = await onPaper(page);
  await page.emulateMedia({ media: 'print' });
  const left = await page.locator('nav:visible, button:visible, a.button:visible, input:visible').count();
  expect([path, left]).toEqual([path, 0]);
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
    ['Sign out', 'Menu', 'Save', 'Español'],
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
];

describe.runIf(hasBrowser)('on paper', () => {
  test('the plan, a case and its record have what matters, also what is folded away, and nothing to press', {
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
