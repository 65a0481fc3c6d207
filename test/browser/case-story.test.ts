import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { CaseKey } from '../../src/app/ports/store.ts';
import { on } from '../build/case.ts';
import { picture } from './browser.ts';
import { hasBrowser } from './chromium.ts';
import { storyStage } from './story-stage.ts';

/** The people of a story, each at a browser of their own. */
const PEOPLE = ['dana', 'ada', 'bo', 'cy', 'olga'] as const;
type Somebody = (typeof PEOPLE)[number];

interface Stage {
  readonly here: Awaited<ReturnType<typeof storyStage>>;
  readonly key: CaseKey;
  readonly path: string;
  readonly pages: Readonly<Record<Somebody, Page>>;
}

let stage: Stage | undefined;
afterEach(async () => {
  await stage?.here.close();
  stage = undefined;
});

/** A case that dana opens through the Start page at that instant. */
async function opened(at: string, script: boolean): Promise<Stage> {
  const here = await storyStage(at);
  const readers = await Promise.all(
    PEOPLE.map(async (who) => [who, (await here.reader(who, { script })).page] as const),
  );
  const pages = Object.fromEntries(readers) as Stage['pages'];
  const { dana } = pages;
  await dana.goto(`/contracts/${here.contract}/start`);
  await dana.getByLabel('Service Impacting Escalations').check();
  await dana.getByLabel('What has happened?').fill('No dial tone at the pilot station.');
  await dana.getByLabel('No, this case is the first they hear of it').check();
  await dana.getByLabel(/^Reference numbers/).fill('HS-2041');
  await dana.getByRole('button', { name: 'Check before sending' }).click();
  await dana.getByRole('button', { name: 'Open the case' }).click();
  await dana.getByRole('link', { name: 'Go to the case' }).click();
  const path = new URL(dana.url()).pathname;
  stage = { here, pages, path, key: { contract: here.contract, caseId: path.split('/').at(-1) ?? '' } };
  await here.settle();
  return stage;
}

/** Somebody opens the page of the case and does something there, through its links and its form. */
async function does(
  { path, pages }: Stage,
  who: Somebody,
  label: string,
  typed: string | undefined,
): Promise<void> {
  const page = pages[who];
  await page.goto(path);
  const more = page.locator('.case-acts details summary');
  const act = page.locator('.case-acts').getByText(label, { exact: true }).first();
  if (!(await act.isVisible())) await more.first().click();
  await act.click();
  if (typed !== undefined) {
    await page.locator('textarea[name=text]').fill(typed);
    await page.locator('form').getByRole('button', { name: label, exact: true }).click();
  }
  await page.locator('.notice.success').waitFor();
}

const stands = async ({ path, pages }: Stage, who: Somebody): Promise<string> => {
  await pages[who].goto(path);
  return (await pages[who].locator('.case-standing').innerText()).replaceAll(/\s+/g, ' ');
};

/** When each level fell due, as its clock says, in the order in which they did. */
const fellDue = async ({ here, key }: Stage): Promise<readonly (readonly [number, number])[]> =>
  (await here.events(key)).flatMap((event) =>
    event.type === 'StepFellDue' ? [[event.level, event.dueAt] as const] : [],
  );

/** Oversight finds on its list of work that it is to contact level 3, and does; then level 3 owes what is unanswered. */
async function oversightContacts(play: Stage, unansweredSince: string): Promise<void> {
  const { olga } = play.pages;
  const work = `/contracts/${play.key.contract}/work`;
  const due = olga.getByRole('heading', { name: 'Your steps that are due' });
  await olga.goto(work);
  expect(await due.count()).toBe(1);
  expect(
    await olga
      .locator('main')
      .getByRole('link', { name: new RegExp(play.key.caseId) })
      .count(),
  ).toBe(1);
  expect(await stands(play, 'olga')).toContain('It is your turn.');
  await does(play, 'olga', L3, 'One business day of silence.');
  expect(await stands(play, 'cy')).toContain(
    `Level 3 (Solutions Manager) owes the customer an answer since ${unansweredSince}`,
  );
  await olga.goto(work);
  expect(await due.count()).toBe(0);
  expect(await olga.getByRole('heading', { name: 'At the top without an answer' }).count()).toBe(1);
}

const L2 = 'Contact level 2 (Solutions Architect) now';
const L3 = 'Contact level 3 (Solutions Manager) now';

describe.runIf(hasBrowser).each([
  ['with script', true],
  ['without script', false],
])('a case on its page, %s', (_title, script) => {
  beforeAll(() => expect(hasBrowser).toBe(true));

  test('A: nobody answers, the customer moves, oversight moves, level 3 answers, the customer is satisfied', async () => {
    const play = await opened('Fri 16:30', script);
    const { here } = play;
    expect(await stands(play, 'dana')).toContain(
      'You may contact level 2 (Solutions Architect) from Fri 20 Nov 2026, 8:30 pm Pacific',
    );
    expect(await stands(play, 'ada')).toContain('It is your turn.');
    await here.setClock(on('Fri 20:31'));
    await here.settle();
    await does(play, 'dana', L2, 'Nobody has called back.');
    expect(await stands(play, 'bo')).toContain('Level 2 (Solutions Architect) owes the customer an answer');
    expect(await stands(play, 'olga')).toContain(
      'You may contact level 3 (Solutions Manager) from Mon 23 Nov 2026, 4:30 pm Pacific',
    );
    await here.setClock(on('next Mon 16:45'));
    await here.settle();
    await oversightContacts(play, 'Fri 20 Nov 2026, 4:30 pm Pacific');
    expect(await fellDue(play)).toEqual([
      [2, on('Fri 20:30')],
      [3, on('next Mon 16:30')],
    ]);
    await here.setClock(on('next Mon 17:10'));
    await does(play, 'cy', 'Respond', 'I have sent a technician.');
    await here.setClock(on('next Mon 18:00'));
    await does(play, 'dana', 'I am satisfied', 'It works.');
    for (const who of PEOPLE) {
      expect([who, await stands(play, who)]).toEqual([
        who,
        expect.stringContaining('Closed since Mon 23 Nov 2026, 6:00 pm Pacific.'),
      ]);
    }
    expect(await play.pages.olga.locator('#case-clocks').innerText()).toContain('No clock runs.');
    if (script) await picture(play.pages.dana, 'case-a-closed');
  });

  test('B: answered and not satisfied, level 3 counts from the move, and oversight contacts it', async () => {
    const play = await opened('Tue 09:00', script);
    const { here } = play;
    await here.setClock(on('Tue 09:40'));
    await does(play, 'ada', 'Respond', 'We are looking into it.');
    expect(await stands(play, 'dana')).toContain(
      'You may contact level 2 (Solutions Architect) from Tue 17 Nov 2026, 1:00 pm Pacific',
    );
    await here.setClock(on('Tue 13:05'));
    await here.settle();
    await does(play, 'dana', L2, 'It is still down.');
    expect(await stands(play, 'olga')).toContain('from Wed 18 Nov 2026, 1:05 pm Pacific');
    await here.setClock(on('Wed 13:06'));
    await here.settle();
    await oversightContacts(play, 'Tue 17 Nov 2026, 1:05 pm Pacific');
    expect(await fellDue(play)).toEqual([
      [2, on('Tue 13:00')],
      [3, on('Wed 13:05')],
    ]);
  });

  test('C: a proposal is refused, level 3 counts from the refusal, and oversight contacts it', async () => {
    const play = await opened('Tue 09:00', script);
    const { here } = play;
    await here.setClock(on('Tue 09:40'));
    await does(play, 'ada', 'Respond', 'We are looking into it.');
    await here.setClock(on('Tue 12:00'));
    await does(play, 'ada', 'Propose a resolution', 'The card is replaced.');
    expect(await stands(play, 'dana')).toContain(
      'The customer has had a proposal since Tue 17 Nov 2026, 12:00 noon Pacific',
    );
    await here.setClock(on('Tue 12:30'));
    await does(play, 'dana', 'I am not satisfied', 'The line dropped again.');
    await here.setClock(on('Tue 13:05'));
    await here.settle();
    await does(play, 'dana', L2, '');
    expect(await stands(play, 'olga')).toContain('from Wed 18 Nov 2026, 12:30 pm Pacific');
    await here.setClock(on('Wed 12:29'));
    await here.settle();
    expect(await fellDue(play)).toEqual([[2, on('Tue 13:00')]]);
    await here.setClock(on('Wed 12:31'));
    await here.settle();
    await oversightContacts(play, 'Tue 17 Nov 2026, 12:30 pm Pacific');
    expect(await fellDue(play)).toEqual([
      [2, on('Tue 13:00')],
      [3, on('Wed 12:30')],
    ]);
  });
});
