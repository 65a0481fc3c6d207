import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { started } from '../service/ladder-process.ts';
import { place } from '../store/cluster-world.ts';
import { openScreen } from './browser.ts';
import { hasBrowser } from './chromium.ts';

const C = '/contracts/calnet-3-category-9-1';
const CASE = `${C}/cases/100001`;

/** Who has not stepped in as anybody. */
const NOBODY = 'nobody';

/** The pages on which most is done, by whose they are. */
const PAGES: Readonly<Record<string, readonly string[]>> = {
  [NOBODY]: ['/sign-in', '/sign-in/sent', '/sign-in/code', '/sign-in/link/nothing-like-a-token'],
  'Dana Quill': [
    ...[
      '/step-in',
      '/plans/calnet-3-category-9-1',
      `${C}/cases`,
      `${C}/start`,
      '/account',
      '/outbox',
      '/clock',
    ],
    ...[CASE, `${CASE}/acts/ask`, `${CASE}/acts/withdraw`, `${CASE}/files`, `${CASE}/people`, `${C}/nowhere`],
  ],
  'Odile Marsh': [`${C}/queue`, `${C}/promises`, `${C}/contacts`, `${C}/customers`],
  'Tamsin Hale': [`${C}/overview`, `${C}/work`, `${C}/record`, `${C}/cases?q=nothing-has-this-name`],
  'Ines Calloway': [
    ...[`${C}/rota`, `${C}/rota/override`, `${C}/rota/coverage`, `${C}/obligations`],
    ...[`${C}/obligations/plan-agreed`, `${C}/compliance`, `${C}/currency`, `${C}/readiness`, `${C}/import`],
  ],
  'Ysolde Park': [`${C}/admin`, `${C}/admin/people`],
};

const HELPERS = `
  const seen = (one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0;
  const named = (one) => one.outerHTML.slice(0, 120);`;

/** Readers here ask for less motion. */
const MOVING = `(() => { ${HELPERS}
  const seconds = (list) => Math.max(...list.split(',').map(parseFloat));
  return [...document.querySelectorAll('*')]
    .filter((one) => { const style = getComputedStyle(one);
      return seconds(style.transitionDuration) > 0.01 || seconds(style.animationDuration) > 0.01; })
    .map((one) => 'moves though less motion is asked for: ' + named(one));
})()`;

/** In the order of the page everything that does something takes the focus, and is seen to have it. */
const UNFOCUSED = `(() => { ${HELPERS}
  const found = [];
  const wanted = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]';
  for (const one of document.querySelectorAll(wanted)) {
    if (!seen(one) || one.disabled) continue;
    if (one.tabIndex > 0) found.push('jumps the order: ' + named(one));
    if (one.tabIndex < 0) continue;
    one.focus({ preventScroll: true, focusVisible: true });
    if (document.activeElement !== one) { found.push('takes no focus: ' + named(one)); continue; }
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    if (outlineStyle === 'none' || parseFloat(outlineWidth) < 1) found.push('focus is not seen: ' + named(one));
  }
  document.activeElement?.blur();
  return found;
})()`;

/** Where colours are the reader's own a fill is gone: what was told by it needs an edge. A browser draws some by itself. */
const EDGELESS = `(() => { ${HELPERS}
  const own = ['radio', 'checkbox', 'file', 'hidden'];
  return [...document.querySelectorAll('button:not(.as-link), a.button, .notice, .tag, input, textarea, select')]
    .filter((one) => seen(one) && !own.includes(one.type))
    .filter((one) => { const { borderTopWidth, borderLeftWidth } = getComputedStyle(one);
      return parseFloat(borderTopWidth) < 1 && parseFloat(borderLeftWidth) < 1; })
    .map((one) => 'has no edge in forced colours: ' + named(one));
})()`;

/** What somebody with a keyboard, with their own colours, or whom motion makes ill could not use. */
async function unusable(page: Page): Promise<readonly string[]> {
  const ask = async (what: string): Promise<readonly string[]> => page.evaluate(what);
  const found = [...(await ask(MOVING)), ...(await ask(UNFOCUSED))];
  await page.emulateMedia({ forcedColors: 'active' });
  found.push(...(await ask(UNFOCUSED)), ...(await ask(EDGELESS)));
  await page.emulateMedia({ forcedColors: 'none' });
  return found.map((one) => `${new URL(page.url()).pathname} ${one}`);
}

const DRAFTS_BY = 'Tamsin Hale';

/** Makes a draft of the plan; the pages on which it is changed. */
async function draftPages(page: Page): Promise<readonly string[]> {
  await page.goto(`${C}/drafts`);
  await page.locator('main form button').first().click();
  await page.waitForURL(/done=made$/);
  const draft = new URL(page.url()).pathname;
  return [
    ...[`${C}/drafts`, draft, `${draft}/text`, `${draft}/preview`, `${draft}/forms`],
    ...['contacts/customer-support', 'levels/1', 'tracks/service-impacting', 'calendars/business'].map(
      (entry) => `${draft}/forms/${entry}`,
    ),
  ];
}

describe.runIf(hasBrowser)('the pages on which most is done', () => {
  test('are used by the keyboard, keep their edges in forced colours, and keep still for who asks for that', {
    timeout: 240_000,
  }, async () => {
    const { url } = await started({ data: place(), env: { LADDER_RATE_PER_MINUTE: '100000' } });
    const screen = await openScreen(url.replace(/\/$/, ''));
    const found: string[] = [];
    try {
      for (const [name, paths] of Object.entries(PAGES)) {
        const { page, visit, context } = await screen.reader();
        if (name !== NOBODY) {
          await visit('/step-in');
          await page.getByRole('button', { name: `Step in as ${name}`, exact: true }).click();
        }
        for (const path of paths) {
          await visit(path);
          found.push(...(await unusable(page)));
        }
        if (name === DRAFTS_BY)
          for (const path of await draftPages(page)) {
            await visit(path);
            found.push(...(await unusable(page)));
          }
        await context.close();
      }
    } finally {
      await screen.close();
    }
    expect(found).toEqual([]);
  });
});
