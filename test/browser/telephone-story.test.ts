import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { until } from '../build/until.ts';
import { ladder, started } from '../service/ladder-process.ts';
import { place } from '../store/cluster-world.ts';
import { expectAccessible, openScreen, picture, type Reader, type Screen, scrollsAt } from './browser.ts';
import { hasBrowser } from './chromium.ts';

const CASES = '/contracts/calnet-3-category-9-1/cases';
const TELEPHONES = '/outbox/telephones';
const DANA = '17075550140';
const PERPETUA = '19165550171';

/** Both with script and without the demonstration is the program itself, and everything is done on its pages. */
describe.runIf(hasBrowser)('a demonstration, told and answered by its telephones alone', () => {
  let screen: Screen | undefined;
  afterEach(async () => {
    await screen?.close();
  });

  interface Story {
    readonly page: Page;
    readonly visit: Reader['visit'];
    readonly look: (name: string) => Promise<void>;
    /** Waits until the page says it, which it does by itself only where it has script. */
    readonly says: (text: string | RegExp) => Promise<void>;
    readonly press: (button: string | RegExp) => Promise<void>;
    readonly keys: (keys: string) => Promise<void>;
    readonly heard: () => Promise<string>;
  }

  async function begin(script: boolean): Promise<Story & { readonly data: string }> {
    const data = place();
    const { url } = await started({ data });
    screen = await openScreen(url);
    const { page, visit } = await screen.reader({ script });
    // A busy machine takes its time where hours pass at once.
    page.setDefaultTimeout(180_000);
    page.setDefaultNavigationTimeout(180_000);
    await visit('/step-in');
    await page.getByRole('button', { name: 'Step in as Dana Quill', exact: true }).click();
    const says = async (text: string | RegExp) => {
      if (script) return page.getByText(text).first().waitFor();
      await until(async () => {
        if ((await page.getByText(text).count()) > 0) return;
        await page.reload();
        expect(await page.getByText(text).count(), await page.locator('main').innerText()).toBeGreaterThan(0);
      });
    };
    const press = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).press('Enter');
    return {
      ...{ data, page, visit, says, press },
      look: async (name) => {
        if (script) await expectAccessible(page);
        else for (const width of [360, 1280]) expect(await scrollsAt(page, width)).toEqual([]);
        await picture(page, `telephone-story-${name}${script ? '' : '-bare'}`);
      },
      keys: async (keys) => {
        if (keys.length === 1) return press(keys);
        await page.getByLabel('Several keys at once').fill(keys);
        await press('Press them');
      },
      heard: async () => (await page.locator('.spoken').first().innerText()).replace(/\s+/g, ' '),
    };
  }

  /** Hours in which much falls due take a while, and more than one turn. */
  async function moves({ page, visit }: Story, by: string): Promise<void> {
    const sends = async (name: string) => {
      // The page that answers, and not the one from which it was sent.
      const loaded = page.waitForEvent('load');
      await page.getByRole('button', { name, exact: true }).press('Enter');
      await loaded;
    };
    await visit('/clock');
    await page.locator('input[name="by"]').last().fill(by);
    await sends('Move the clock');
    const isThere = page.getByText(/ now; \d+ stops? on the way\.$/);
    for (let turns = 0; turns < 30; turns++) {
      if ((await isThere.count()) > 0) return;
      await sends('Go on');
    }
    throw new Error('the clock never gets there');
  }

  /** A case is opened on the page, the telephone of its contact rings, and a key pressed there is on the case. */
  async function answersTheTelephone(story: Story): Promise<void> {
    const { page, visit, look, says, press } = story;
    await visit(CASES.replace('cases', 'start'));
    await page.getByLabel('Service Impacting Escalations').check();
    await page.getByLabel('What has happened?').fill('The radio room is cut off.');
    await page.getByLabel('No, this case is the first they hear of it').check();
    await press('Check before sending');
    await press('Open the case');
    await page.getByRole('link', { name: 'Go to the case' }).click();
    await page.waitForURL(`**${CASES}/*`);
    const path = new URL(page.url()).pathname;
    const caseId = path.split('/').at(-1) ?? '';
    await moves(story, '6 minutes');
    await visit(TELEPHONES);
    await says('rings');
    await look('rings');
    await page.getByRole('link', { name: 'Perpetua Lind, mobile' }).click();
    await page.waitForURL(`**${TELEPHONES}/${PERPETUA}`);
    await says('It rings: a call from');
    await press('Answer');
    await says(`calling about case ${[...caseId].join(', ')} `);
    await says('Press 1 to say that you have it.');
    await look('reads');
    await story.keys('1');
    await says('It is recorded that you have the case');
    await visit(path);
    await says('Level 1 (Account Manager) has the case.');
    await look('acknowledged');
  }

  /** A customer opens a case by keys and words, rings again with number and PIN, asks, moves, and is satisfied. */
  async function ringsIn(story: Story): Promise<string> {
    const { page, visit, look, says, press, keys, heard } = story;
    await visit(`${TELEPHONES}/${DANA}`);
    await press('Ring Ladder');
    await says('To open a case, press 1.');
    await keys('1');
    await says('For Service Impacting Escalations, press');
    await keys('1');
    await says('Your number is on file for Dana Quill');
    await keys('1');
    await says('After the tone');
    await page.getByLabel('Speak', { exact: true }).fill('No dial tone at the pilot station.');
    await press('Say it');
    await says(/Your case is open/);
    const told = await heard();
    await look('opened');
    const [, number = '', pin = ''] = /Its number is ([\d, ]+)\. Its PIN is ([\d, ]+)\./.exec(told) ?? [];
    const [caseId, code] = [number, pin].map((digits) => digits.replaceAll(/\D/g, ''));
    expect(told).toContain('Level 1, Account Manager, is told now');
    expect(told).toMatch(
      /From \w+day \d+ \w+, [^.]* Pacific, you may go on to level 2, Solutions Architect\./,
    );
    expect(told).toMatch(/From [^.]* Pacific, oversight may go on to level 3, Solutions Manager\./);
    await keys('9');
    await says(new RegExp(`Once more: number ${number}, PIN ${pin}`));
    await press('Hang up');
    await says('It is quiet.');

    const again = async () => {
      await visit(`${TELEPHONES}/${DANA}`);
      await press('Ring Ladder');
      await says('To open a case, press 1.');
      await keys('2');
      await says('Please enter the number of the case');
      await keys(`${caseId}#`);
      await says('Please enter its PIN');
      await keys(`${code}#`);
      await says('To ask again, press 2.');
    };
    await again();
    expect(await heard()).toContain('owes the customer an answer');
    await keys('2');
    await says('It is recorded that you ask again.');
    await press('Hang up');
    await moves(story, '241 minutes');
    await again();
    await keys('5');
    await says(/goes on to level 2\. If that is so, press 1\./);
    await keys('1');
    await says('The case has gone on to level 2');
    await keys('3');
    await says('If that is so, press 1.');
    await keys('1');
    await says('It is recorded that you are satisfied');
    await look('satisfied');
    await press('Hang up');
    const path = `${CASES}/${caseId}`;
    await visit(path);
    await says('Level 2 (Solutions Architect) is contacted');
    await says('What the caller says.wav');
    await says('The case is closed: the customer is satisfied.');
    await look('closed');
    return path;
  }

  test.each([true, false])(
    'with script: %s',
    async (script) => {
      const story = await begin(script);
      await answersTheTelephone(story);
      await ringsIn(story);
      const { exit, out, err } = await ladder(['verify'], { data: story.data }).ended;
      expect(exit, out + err).toBe(0);
    },
    600_000,
  );
});
