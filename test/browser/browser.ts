import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AxeResults, type RunOptions, source } from 'axe-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { startBrowser } from './chromium.ts';

/** Widths at which every page is looked at: the narrowest the guidelines name, a telephone, a desk. */
const WIDTHS = [320, 360, 1280] as const;

/** Nothing of ours takes longer, on a machine that has much else to do as well. */
const WAIT_MS = 45_000;

/** Somebody at a browser; a test opens one for each person in it. */
export interface Reader {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Opens a path of ours and waits for it to stand; its status. */
  visit(path: string): Promise<number>;
  /** Has their browser keep what a header `cookie` says: they have signed in beside the page. */
  keep(cookies: string): Promise<void>;
}

/** One browser for a test file, in front of one server. */
export interface Screen {
  /** A reader of their own: nothing of another's is in their browser. `false` for `script` is a browser without. */
  reader(options?: ReaderOptions): Promise<Reader>;
  close(): Promise<void>;
}

export interface ReaderOptions {
  readonly script?: boolean;
  readonly language?: string;
  readonly width?: number;
  readonly colours?: 'light' | 'dark';
  readonly isForced?: boolean;
  readonly hasMotion?: boolean;
  /** What their browser keeps already, as a header `cookie` says it. */
  readonly cookies?: string;
}

/** Starts a browser for pages under `baseUrl`. */
export async function openScreen(baseUrl: string): Promise<Screen> {
  const browser = await startBrowser();
  return {
    reader: (options = {}) => readerOf(browser, baseUrl, options),
    close: () => browser.close(),
  };
}

async function readerOf(browser: Browser, baseUrl: string, options: ReaderOptions): Promise<Reader> {
  const { script = true, language = 'en-US', width = 1280, colours = 'light', cookies = '' } = options;
  const settings: BrowserContextOptions = {
    baseURL: baseUrl,
    javaScriptEnabled: script,
    locale: language,
    timezoneId: 'America/New_York',
    viewport: { width, height: 900 },
    colorScheme: colours,
    forcedColors: options.isForced ? 'active' : 'none',
    reducedMotion: options.hasMotion ? 'no-preference' : 'reduce',
  };
  const context = await browser.newContext(settings);
  const keep = (header: string): Promise<void> =>
    context.addCookies(
      header.split('; ').flatMap((one) => {
        const at = one.indexOf('=');
        return one === '' ? [] : [{ name: one.slice(0, at), value: one.slice(at + 1), url: baseUrl }];
      }),
    );
  await keep(cookies);
  const page = await context.newPage();
  page.setDefaultTimeout(WAIT_MS);
  return {
    context,
    page,
    keep,
    visit: async (path) => (await page.goto(path))?.status() ?? 0,
  };
}

/**
 * Holds a page against the accessibility rules, with best practices, at each width, and asks that it does not scroll
 * sideways at any. Needs a reader with script.
 */
export async function expectAccessible(page: Page, widths?: readonly number[]): Promise<void> {
  expect(await findingsOf(page, widths), page.url()).toEqual([]);
}

/** What is wrong with a page at these widths, in words. */
export async function findingsOf(page: Page, widths: readonly number[] = WIDTHS): Promise<readonly string[]> {
  const found: string[] = [];
  const options = JSON.stringify(rulesFor(await isForced(page)));
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(source);
  for (const width of widths) {
    found.push(...(await scrollsAt(page, width)));
    const run = `axe.run(${options}).then(({ violations }) => violations)`;
    const violations = await page.evaluate<AxeResults['violations']>(run);
    found.push(...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`));
  }
  return found;
}

/** Says so where a page scrolls sideways at a width, which it has from then on. */
export async function scrollsAt(page: Page, width: number): Promise<readonly string[]> {
  await page.setViewportSize({ width, height: 900 });
  const beyond = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
  return Number(beyond) > 0 ? [`scrolls sideways at ${width}`] : [];
}

/** The same at each width that pages are held at. */
export async function scrollsAtAll(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const width of WIDTHS) found.push(...(await scrollsAt(page, width)));
  return found;
}

const isForced = (page: Page): Promise<boolean> =>
  page.evaluate("matchMedia('(forced-colors: active)').matches");

const rulesFor = (forced: boolean): RunOptions => ({
  // A mail in its frame runs nothing, also not these rules.
  iframes: false,
  // What holds is not described: that takes three times as long as finding out.
  resultTypes: ['violations'],
  rules: {
    // The size of what is pressed is of 2.2 AA, and is not asked about unless one says so.
    'target-size': { enabled: true },
    // Forced colours are the reader's own; the rule would hold ours against theirs.
    'color-contrast': { enabled: !forced },
  },
});

/** Where pictures go; never into the repository. */
const PICTURES = join(tmpdir(), 'ladder-pictures');

/**
 * Takes a picture of the whole page at each width, to be looked at. Only where `LADDER_PICTURES` is set: pictures take
 * longer than everything else that a test does with a page.
 */
export async function picture(
  page: Page,
  name: string,
  widths: readonly number[] = [360, 1280],
): Promise<void> {
  if (!process.env.LADDER_PICTURES) return;
  mkdirSync(PICTURES, { recursive: true });
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: join(PICTURES, `${name}-${width}.png`), fullPage: true });
  }
}
