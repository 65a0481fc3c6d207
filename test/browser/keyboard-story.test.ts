import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { on } from '../build/case.ts';
import { hasBrowser } from './chromium.ts';
import { storyStage } from './story-stage.ts';

/** What has the focus: how it is called, and whether whoever looks at the page sees that it has it. */
interface Focused {
  readonly text: string;
  /** Of a field: under which its value is sent. */
  readonly name: string;
  readonly isSeen: boolean;
  readonly html: string;
}

/**
 * Runs in the page. The middle of what is focused is on the screen, under nothing else, and has an outline. Within a date
 * or a time the browser itself shows which part has the focus.
 */
const FOCUSED = `(() => {
  const one = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(one);
  const [box] = one.getClientRects();
  const at = box && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  const isClear = Boolean(at) && (one.contains(at) || at.contains(one));
  const isParted = ['date', 'time'].includes(one.type);
  return {
    text: (one.labels?.[0] ?? one).textContent.trim().replace(/\\s+/g, ' '),
    name: one.getAttribute('name') ?? '',
    isSeen: isClear && (isParted || (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1)),
    html: one.outerHTML.slice(0, 160),
  };
})()`;

/** Three people have their pages open, and follow what happens: on a machine that does other things too that takes. */
const WAIT_MS = 60_000;

/** More than any page of the story has. */
const PRESSES_MAX = 90;

/** Somebody who has a keyboard and nothing else. */
interface Hands {
  readonly page: Page;
  /** Presses Tab until what has the focus is so called; on each stop the focus is seen. */
  to(text: RegExp): Promise<Focused>;
  /** Goes there and presses Enter. */
  press(text: RegExp): Promise<void>;
  /** The same, against the order of the page. */
  back(text: RegExp): Promise<void>;
  /** Goes to a field, and types. */
  type(label: RegExp, text: string): Promise<void>;
  /** Goes to the choices of a field, or back to them, along them with an arrow, and takes one. */
  choose(name: string, choice: RegExp, key?: 'Tab' | 'Shift+Tab'): Promise<void>;
  /** The page that came has this heading. From its start the first stop leads past everything that stands on all pages. */
  arrives(heading: RegExp): Promise<void>;
}

function handsAt(page: Page): Hands {
  const { keyboard } = page;
  const focused = async (): Promise<Focused> => {
    const found = (await page.evaluate(FOCUSED)) as Focused;
    expect([page.url(), found.html, found.isSeen]).toEqual([page.url(), found.html, true]);
    return found;
  };
  const until = async (key: string, isIt: (focused: Focused) => boolean): Promise<Focused> => {
    const stops: string[] = [];
    for (let presses = 0; presses < PRESSES_MAX; presses++) {
      await keyboard.press(key);
      const found = await focused();
      if (isIt(found)) return found;
      stops.push(found.text.slice(0, 40));
    }
    throw new Error(`the keyboard does not get there on ${page.url()}: ${stops.join(' | ')}`);
  };
  const to: Hands['to'] = (text) => until('Tab', (found) => text.test(found.text));
  return {
    page,
    to,
    press: async (text) => {
      await to(text);
      await keyboard.press('Enter');
    },
    back: async (text) => {
      await until('Shift+Tab', (found) => text.test(found.text));
      await keyboard.press('Enter');
    },
    type: async (label, text) => {
      await to(label);
      await keyboard.type(text);
    },
    choose: async (name, choice, key = 'Tab') => {
      const first = await until(key, (found) => found.name === name);
      // Where none is taken yet, going back comes to the last of them.
      if (!choice.test(first.text)) await until('ArrowDown', (found) => choice.test(found.text));
      await keyboard.press('Space');
      expect(await page.evaluate('document.activeElement.checked')).toBe(true);
    },
    arrives: async (heading) => {
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
      await page.waitForLoadState();
      expect(await page.evaluate('document.activeElement === document.body')).toBe(true);
      await keyboard.press('Tab');
      expect((await focused()).text).toBe('Skip to main content');
      await keyboard.press('Enter');
      expect(await page.evaluate('document.activeElement.id')).toBe('main');
    },
  };
}

/** Does something on the page of a case that says what it is on a page of its own, and comes back. */
async function acts(hands: Hands, label: string, typed: string | undefined): Promise<void> {
  const { text } = await hands.to(new RegExp(`^(?:${label}|More)$`));
  await hands.page.keyboard.press('Enter');
  if (text === 'More') await hands.press(new RegExp(`^${label}$`));
  if (typed !== undefined) {
    await hands.arrives(new RegExp(`^${label}$`));
    await hands.type(/^What you want to say/, typed);
    await hands.press(new RegExp(`^${label}$`));
  }
  await hands.page.locator('.notice.success').waitFor();
  await hands.arrives(/^Case /);
}

describe.runIf(hasBrowser)('by the keyboard alone', () => {
  let here: Awaited<ReturnType<typeof storyStage>>;
  afterEach(() => here.close());

  /** Somebody at a browser of their own, who steps in. */
  async function comes(who: string, first: RegExp, script: boolean): Promise<Hands> {
    const { page, visit } = await here.reader(undefined, { script });
    page.setDefaultTimeout(WAIT_MS);
    await visit('/step-in');
    const hands = handsAt(page);
    await hands.press(new RegExp(`^Step in as ${who}$`));
    await page.getByRole('heading', { level: 1, name: first }).waitFor();
    return hands;
  }

  test.each([
    ['with script', true],
    ['without script', false],
  ])(
    'a case is opened, answered, settled, unsettled, and brought to level 3, %s',
    async (_how, script) => {
      here = await storyStage('Fri 16:30');
      const dana = await comes('dana', /cases/i, script);
      await dana.press(/^Open a case$/);
      await dana.arrives(/Open a case/);
      await dana.press(/^Check before sending$/);
      await dana.arrives(/Open a case/);
      await dana.press(/^Say what has happened\.$/);
      expect(await dana.page.evaluate('document.activeElement.id')).toBe('text');
      await dana.page.keyboard.type('No dial tone.');
      await dana.choose('track', /^Service Impacting/, 'Shift+Tab');
      await dana.choose('told', /^No, this case is the first/);
      await dana.type(/^Reference numbers/, 'HS-2041');
      await dana.press(/^Check before sending$/);
      await dana.arrives(/^Check before sending$/);
      expect(await dana.page.locator('main').innerText()).toContain('HS-2041');
      await dana.press(/^Open the case$/);
      await dana.arrives(/^Case \d+ is open$/);
      await dana.press(/^Go to the case$/);
      await dana.arrives(/^Case /);
      const caseId = new URL(dana.page.url()).pathname.split('/').at(-1) ?? '';
      await here.settle();

      const ada = await comes('ada', /queue/i, script);
      await ada.press(new RegExp(caseId));
      await ada.arrives(/^Case /);
      await acts(ada, 'I have it', undefined);
      await acts(ada, 'Respond', 'We are looking into it.');

      await here.setClock(on('Fri 16:45'));
      await dana.page.reload();
      await acts(dana, 'I am satisfied', 'It works.');
      await acts(dana, 'I am not satisfied after all', undefined);
      await acts(dana, 'I am not satisfied', 'The line dropped again.');
      await here.setClock(on('Fri 20:31'));
      await here.settle();
      await dana.page.reload();
      await acts(dana, 'Contact level 2 \\(Solutions Architect\\) now', 'Nobody has called back.');

      await here.setClock(on('next Mon 16:50'));
      await here.settle();
      const olga = await comes('olga', /^Overview$/, script);
      // Many places stand in groups: the cases lead to what oversight has to do about them.
      await olga.press(/^Cases$/);
      await olga.arrives(/^Work list$/);
      await olga.press(new RegExp(caseId));
      await olga.arrives(/^Case /);
      await acts(olga, 'Contact level 3 \\(Solutions Manager\\) now', 'Two levels have been silent.');

      const types = (await here.events({ contract: here.contract, caseId })).map(({ type }) => type);
      expect(types).toEqual(
        expect.arrayContaining([
          ...['CaseOpened', 'Acknowledged', 'Responded', 'Satisfied', 'SatisfactionUndone'],
          ...['NotSatisfied', 'Escalated', 'StepFellDue'],
        ]),
      );
      expect(types.filter((type) => type === 'Escalated')).toHaveLength(2);
      for (const { page, back } of [dana, ada, olga]) {
        await back(/^Sign out$/);
        await page.getByRole('heading', { level: 1, name: 'You are signed out' }).waitFor();
      }
    },
    300_000,
  );
});
