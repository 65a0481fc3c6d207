import { describe, expect, test } from 'vitest';
import { started } from '../service/ladder-process.ts';
import { place } from '../store/cluster-world.ts';
import { findingsOf, openScreen, picture, type Reader, scrollsAtAll } from './browser.ts';
import { hasBrowser } from './chromium.ts';
import { flawsOf, hasNewParts, isOther, kindOf, PEOPLE, stepInAs } from './walk.ts';

/** Kinds of pages one person meets at most: a link that leads ever deeper is found by this. */
const KINDS_MAX = 120;
const PLAN = '/plans/calnet-3-category-9-1';

interface Crawl {
  readonly reader: Reader;
  readonly baseUrl: string;
  readonly who: string;
  /** Kinds of which there is a picture. */
  readonly known: Set<string>;
  /** What pages of each kind have been seen to consist of. */
  readonly parts: Set<string>;
  readonly found: string[];
}

/** Goes wherever links lead, once for each kind of page, and notes whatever is wrong. */
async function crawl({ reader: { page, visit }, baseUrl, who, known, parts, found }: Crawl): Promise<void> {
  const note = (what: string): number => found.push(`${who} ${page.url().replace(baseUrl, '')} ${what}`);
  page.on('console', (message) => message.type() === 'error' && note(`console: ${message.text()}`));
  page.on('pageerror', (error) => note(`script: ${error.message}`));
  page.on('request', (request) => !request.url().startsWith(baseUrl) && note(`asks ${request.url()}`));
  const waiting = ['/'];
  const seen = new Set<string>();
  for (let path = waiting.shift(); path !== undefined && seen.size < KINDS_MAX; path = waiting.shift()) {
    const status = await visit(path);
    if (status !== 200) note(`status ${status}`);
    const kind = kindOf(new URL(page.url()));
    seen.add(kind);
    for (const flaw of await flawsOf(page, who === 'nobody' ? '/plans' : PLAN)) note(flaw);
    const links = await page.evaluate(linksOf);
    const isNew = await hasNewParts(page, kind, parts);
    for (const finding of await (isNew ? findingsOf(page) : scrollsAtAll(page))) note(finding);
    if (!known.has(kind)) await picture(page, `${who}${kind}`.replaceAll(/\W+/g, '-'));
    known.add(kind);
    for (const link of links.map((href) => new URL(href))) {
      if (link.origin !== baseUrl || isOther(link) || seen.has(kindOf(link))) continue;
      seen.add(kindOf(link));
      waiting.push(link.href.slice(baseUrl.length).replace(/#.*/, ''));
    }
  }
  if (seen.size >= KINDS_MAX) note('leads on and on');
}

/** Runs in the page: where its links lead. */
const linksOf =
  `[...document.querySelectorAll('a[href]')].map((link) => link.href)` as unknown as () => readonly string[];

describe.runIf(hasBrowser)('every page', () => {
  test('that a link leads to, for everybody: accessible, light, sound, and asking nobody elsewhere', {
    timeout: 1_800_000,
  }, async () => {
    const { url } = await started({ data: place(), env: { LADDER_RATE_PER_MINUTE: '100000' } });
    const baseUrl = url.replace('127.0.0.1', 'localhost').replace(/\/$/, '');
    const screen = await openScreen(baseUrl);
    const found: string[] = [];
    const known = new Set<string>();
    const parts = new Set<string>();
    try {
      for (const name of PEOPLE) {
        const reader = await stepInAs(screen, name);
        await crawl({ reader, baseUrl, who: name ?? 'nobody', known, parts, found });
        await reader.context.close();
      }
    } finally {
      await screen.close();
    }
    expect(found).toEqual([]);
  });
});
