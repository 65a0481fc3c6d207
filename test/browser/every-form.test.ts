import { describe, expect, test } from 'vitest';
import { started } from '../service/ladder-process.ts';
import { place } from '../store/cluster-world.ts';
import { findingsOf, openScreen, type Reader, scrollsAtAll } from './browser.ts';
import { hasBrowser } from './chromium.ts';
import { hasNewParts, isOther, kindOf, PEOPLE, stepInAs } from './walk.ts';

/** What is done with the fields of a form before it is sent. */
const WAYS = ['as it stands', 'emptied', 'with nonsense'] as const;
type Way = (typeof WAYS)[number];

/** Ends the session of who sends it, or is another's session. */
const LEAVES = /^\/(?:sign-out|language|step-in|account\/sessions.*|sign-in.*)$/;
const KINDS_MAX = 120;

interface Button {
  readonly form: number;
  readonly button: number;
  readonly action: string;
  readonly says: string;
}

interface Walk {
  readonly reader: Reader;
  readonly baseUrl: string;
  readonly who: string;
  readonly known: Set<string>;
  /** What answers of each kind have been seen to consist of. */
  readonly parts: Set<string>;
  readonly found: string[];
}

/** Sends every form of every page that links lead somebody to, each kind once in each way, and looks at the answer. */
async function sendAll(walk: Walk): Promise<void> {
  const { page } = walk.reader;
  page.on('console', (message) => {
    const { url } = message.location();
    // The browser reports an answer that is a no; that it is one is meant.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
      walk.found.push(`${walk.who} ${url} console: ${message.text()}`);
  });
  const waiting = ['/'];
  const seen = new Set<string>();
  for (let path = waiting.shift(); path !== undefined && seen.size < KINDS_MAX; path = waiting.shift()) {
    await walk.reader.visit(path);
    const { links, buttons } = await page.evaluate(lookAt);
    for (const link of links.map((href) => new URL(href))) {
      if (link.origin !== walk.baseUrl || isOther(link) || seen.has(kindOf(link))) continue;
      seen.add(kindOf(link));
      waiting.push(link.href.slice(walk.baseUrl.length).replace(/#.*/, ''));
    }
    await sendThose(walk, path, buttons);
  }
  if (seen.size >= KINDS_MAX) walk.found.push(`${walk.who} has more pages than are walked`);
}

async function sendThose(walk: Walk, path: string, buttons: readonly Button[]): Promise<void> {
  for (const button of buttons) {
    const action = new URL(button.action);
    if (action.origin !== walk.baseUrl || LEAVES.test(action.pathname)) continue;
    for (const way of WAYS) {
      const kind = `${kindOf(action)} ${button.says} ${way}`;
      if (walk.known.has(kind)) continue;
      walk.known.add(kind);
      await send(walk, path, button, way);
    }
  }
}

async function send(
  { reader, who, found, parts, baseUrl }: Walk,
  path: string,
  button: Button,
  way: Way,
): Promise<void> {
  const { page, visit } = reader;
  await visit(path);
  const pressed = (does: boolean): Promise<boolean> =>
    page.evaluate(`(${press})(${button.form}, ${button.button}, ${JSON.stringify(way)}, ${does})`);
  // What was sent before has changed the page: that form is no longer on it.
  if (!(await pressed(false))) return;
  const sending = `${who} ${path} sends “${button.says}” ${way}`;
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  const loaded = page.waitForEvent('load');
  await pressed(true);
  const [response] = await Promise.all([answered, loaded]).catch((cause) => {
    throw new Error(`${sending}, and gets no answer`, { cause });
  });
  const status = response.status();
  const where = `${sending}, and is at ${page.url().replace(baseUrl, '')}`;
  if (status >= 500) found.push(`${where}: status ${status}`);
  if ((await page.locator('h1').count()) !== 1) found.push(`${where}: not one first heading`);
  const isNew = await hasNewParts(page, kindOf(new URL(page.url())), parts);
  for (const finding of await (isNew ? findingsOf(page) : scrollsAtAll(page)))
    found.push(`${where}: ${finding}`);
}

/** Runs in the page: where its links lead, and what can be sent from it. */
const lookAt = `(() => ({
  links: [...document.querySelectorAll('a[href]')].map((link) => link.href),
  buttons: [...document.forms].flatMap((form, at) => form.method !== 'post' ? [] :
    [...form.elements].filter((one) => one.type === 'submit').map((one, button) => ({
      form: at, button, action: one.hasAttribute('formaction') ? one.formAction : form.action,
      says: one.textContent.trim(),
    }))),
}))()` as unknown as () => { readonly links: readonly string[]; readonly buttons: readonly Button[] };

/** Runs in the page: sends a form past what the browser and the script would hold back; false where it is not there. */
const press = `(at, which, way, does) => {
  const form = document.forms[at];
  const button = form && [...form.elements].filter((one) => one.type === 'submit')[which];
  if (!button || !does) return button !== undefined;
  const typed = [...form.elements].filter((one) =>
    /^(?:text|search|email|tel|url|password|number|date|time|month|datetime-local|textarea)$/.test(one.type));
  for (const one of way === 'as it stands' ? [] : typed) {
    one.type && one.tagName === 'INPUT' && (one.type = 'text');
    one.value = way === 'emptied' ? '' : '☃ <b>&\\u0000';
  }
  for (const one of way === 'emptied' ? form.elements : [])
    if (one.type === 'radio' || one.type === 'checkbox') one.checked = false;
  const said = document.createElement('input');
  Object.assign(said, { type: 'hidden', name: button.name, value: button.value });
  if (button.name) form.append(said);
  if (button.hasAttribute('formaction')) form.action = button.formAction;
  HTMLFormElement.prototype.submit.call(form);
  return true;
}`;

describe.runIf(hasBrowser)('every form', () => {
  test('that is sent as it stands, emptied or with nonsense gets a sound and accessible answer', {
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
        await sendAll({ reader, baseUrl, who: name ?? 'nobody', known, parts, found });
        await reader.context.close();
      }
    } finally {
      await screen.close();
    }
    if (process.env.LADDER_PICTURES) process.stderr.write(`${[...known].join('\n')}\n`);
    expect(known.size).toBeGreaterThan(100);
    expect(found).toEqual([]);
  });
});
