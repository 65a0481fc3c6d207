import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { on } from '../build/case.ts';
import { type CasePageWorld, casePageWorld } from '../build/case-page-world.ts';
import { revisionWith } from '../build/revision.ts';
import {
  expectAccessible,
  findingsOf,
  openScreen,
  type Reader,
  type ReaderOptions,
  type Screen,
} from './browser.ts';
import { hasBrowser } from './chromium.ts';

let here: CasePageWorld;
let screen: Screen;
afterEach(async () => {
  await screen.close();
  await here.close();
});

const OPENING = {
  text: 'No dial tone at the pilot station; the radio room has one mobile phone left.',
  references: ['HS-2041'],
};

async function stage(): Promise<void> {
  const revision = revisionWith({
    reopening: { within: '3 days', calendar: 'always' },
    pauses: { reasons: ['access refused'], longest: '2 business days', calendar: 'business' },
    service2: { early: { reasons: ['danger to life'] }, warn: ['30 minutes'] },
    promises: [
      { track: 'service', level: 1, respondWithin: '1 hour', updateEvery: '1 hour', calendar: 'always' },
    ],
  });
  here = await casePageWorld({ at: on('Fri 16:30'), revision, opening: OPENING });
  await sql`update person set office = '+1 916-555-0142', mobile = '+1 916-555-0143'`.execute(
    here.connection.db,
  );
  screen = await openScreen(await here.server.listen({ host: '127.0.0.1', port: 0 }));
}

const as = async (who: string, options: ReaderOptions = {}) =>
  screen.reader({ ...options, cookies: await here.stepIn(who) });

/** Everything that a case's pages can look like, one after the other. */
type Look = readonly [title: string, who: string, show: (page: Page) => Promise<unknown>];

/** Thirty pages at three widths each, on a machine that has other things to do. */
const STATES_MS = 600_000;

const goto =
  (path = '') =>
  (page: Page) =>
    page.goto(here.path + path);

const LOOKS: readonly Look[] = [
  ['new-customer', 'dana', goto()],
  ['new-contact', 'ana', goto()],
  ['new-desk', 'desk', goto()],
  ['new-auditor', 'alan', goto()],
  ['early', 'dana', goto('/acts/escalate?level=2&early=1')],
  ['hand-over', 'ana', goto('/acts/handOver')],
  ['withdraw', 'dana', goto('/acts/withdraw')],
  ['why', 'olga', goto('/why/step/3')],
  [
    'mistaken',
    'ana',
    async (page) => {
      await page.goto(`${here.path}/acts/respond`);
      await page.locator('form button').last().click();
      await page.locator('.errors').waitFor();
    },
  ],
  [
    'changed',
    'dana',
    async (page) => {
      await page.goto(`${here.path}/acts/ask`);
      await page.locator('textarea').fill('Hello?');
      await here.does('ana', 'acknowledge');
      await page.locator('main form button').last().click();
      await page.getByText('What has happened since').waitFor();
    },
  ],
  [
    'pause-asked',
    'dana',
    async (page) => {
      await here.does('ana', 'requestPause', { pauseReason: 'access refused' });
      await page.goto(here.path);
    },
  ],
  ['pause-asked-contact', 'ana', goto()],
  [
    'paused',
    'dana',
    async (page) => {
      await here.does('dana', 'consentToPause');
      await page.goto(here.path);
    },
  ],
  [
    'done',
    'dana',
    async (page) => {
      await here.does('dana', 'resume');
      await here.does('dana', 'contestPause?pause=1', { text: 'It was open.' });
      await page.goto(`${here.path}/acts/addNote`);
      await page.locator('textarea').fill('The caretaker has the key.');
      await page.locator('main form button').last().click();
      await page.locator('.notice.success').waitFor();
    },
  ],
  ['decide', 'olga', goto('/acts/decidePauseDispute?pause=1')],
  [
    'automatic',
    'dana',
    async (page) => {
      await here.does('dana', 'chooseAutomatic?automatic=1');
      await page.goto(here.path);
    },
  ],
  [
    'proposed',
    'dana',
    async (page) => {
      await here.does('dana', 'chooseAutomatic?automatic=0');
      await here.does('ana', 'proposeResolution', { text: 'The card is replaced.' });
      await page.goto(here.path);
    },
  ],
  ['proposed-contact', 'ana', goto()],
  [
    'due',
    'dana',
    async (page) => {
      await here.setClock(on('Fri 20:31'));
      await here.settle();
      await page.goto(here.path);
    },
  ],
  [
    'level-2',
    'dana',
    async (page) => {
      await here.does('dana', 'escalate?level=2', { text: 'Nobody calls back.' });
      await page.goto(here.path);
    },
  ],
  ['level-2-contact', 'bo', goto()],
  [
    'level-3',
    'olga',
    async (page) => {
      await here.setClock(on('next Wed 09:00'));
      await here.does('olga', 'escalate?level=3');
      await page.goto(here.path);
    },
  ],
  ['level-3-contact', 'cy', goto()],
  [
    'closed',
    'dana',
    async (page) => {
      await here.does('dana', 'satisfied', { text: 'It works.' });
      await page.goto(here.path);
    },
  ],
  ['closed-desk', 'desk', goto()],
  [
    'closing-taken-back',
    'dana',
    async (page) => {
      await here.does('dana', 'undoSatisfied');
      await page.goto(here.path);
    },
  ],
  [
    'to-reopen',
    'dana',
    async (page) => {
      await here.does('dana', 'satisfied');
      await here.setClock(on('next Thu 12:00'));
      await page.goto(here.path);
    },
  ],
  [
    'reopened',
    'dana',
    async (page) => {
      await here.does('dana', 'reopen', { text: 'It is down again.' });
      await page.goto(here.path);
    },
  ],
  [
    'set-aside',
    'dana',
    async (page) => {
      await sql`update "case" set set_aside_at = now(), set_aside_error = 'x', set_aside_by = 'x',
        deadline_job = null`.execute(here.connection.db);
      await page.goto(here.path);
    },
  ],
];

describe.runIf(hasBrowser)('the page of a case in a browser', () => {
  test('has no accessibility finding in any of its states, and does not scroll sideways', {
    timeout: STATES_MS,
  }, async () => {
    await stage();
    await here.settle();
    const found: string[] = [];
    const readers = new Map<string, Reader>();
    for (const [name, who, show] of LOOKS) {
      const reader = readers.get(who) ?? (await as(who));
      readers.set(who, reader);
      const { page } = reader;
      await show(page);
      found.push(...(await findingsOf(page)).map((one) => `${name}: ${one}`));
    }
    expect(found).toEqual([]);
  });

  test('has none in Spanish, in the dark and in forced colours', async () => {
    await stage();
    for (const options of [{ language: 'es-US' }, { colours: 'dark' }, { isForced: true }] as const) {
      const { page, context, visit } = await as('dana', options);
      await visit(here.path);
      await expectAccessible(page);
      await context.close();
    }
  });

  test('learns what others do, and keeps where its reader is', async () => {
    await stage();
    const { page, visit } = await as('dana');
    await visit(here.path);
    await page.getByText('I am satisfied').focus();
    await here.does('ana', 'respond', { text: 'A technician is on the way.' });
    await page.getByText('A technician is on the way.').waitFor();
    expect(await page.locator('.case-standing').innerText()).toContain('has answered');
    const said = page.locator('[data-said]');
    expect(await said.textContent()).toBe(await page.locator('.case-standing .lead').textContent());
    await here.does('ana', 'addNote', { text: 'The van is at the gate.' });
    await page.getByText('The van is at the gate.').waitFor();
    expect(await said.textContent()).toBe('This page shows something new.');
  });

  test('is used by keyboard alone', async () => {
    await stage();
    await here.setClock(on('Fri 20:31'));
    const { page, visit } = await as('dana');
    await visit(here.path);
    await reach(page, /^Contact level 2/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/escalate/);
    await reach(page, /^What you want to say/);
    await page.keyboard.type('Nobody calls back.');
    await reach(page, /^Contact level 2/);
    await page.keyboard.press('Enter');
    await page.locator('.notice.success').waitFor();
    expect(await page.locator('.case-standing').innerText()).toContain(
      'Level 2 (Senior service manager) owes',
    );
  });
});

/** Steps from one thing that takes the focus to the next, until one is called so. */
async function reach(page: Page, name: RegExp): Promise<void> {
  for (let steps = 0; steps < 60; steps++) {
    await page.keyboard.press('Tab');
    const called = await page.evaluate(
      `(() => { const one = document.activeElement; return one.labels?.[0]?.textContent ?? one.textContent ?? ''; })()`,
    );
    if (name.test(String(called).trim())) return;
  }
  throw new Error(`nothing is called ${name}`);
}
