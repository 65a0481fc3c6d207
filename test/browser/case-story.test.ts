import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { on } from '../build/case.ts';
import { type CasePageWorld, casePageWorld } from '../build/case-page-world.ts';
import { revisionOf, samplePlan } from '../render/sample-forecast.ts';
import { openScreen, picture, type Screen } from './browser.ts';
import { hasBrowser } from './chromium.ts';

/** The people of a story, each at a browser of their own. */
const PEOPLE = ['dana', 'ada', 'bo', 'cy', 'olga'] as const;
type Somebody = (typeof PEOPLE)[number];

interface Stage {
  readonly here: CasePageWorld;
  readonly screen: Screen;
  readonly pages: Readonly<Record<Somebody, Page>>;
}

let stage: Stage | undefined;
afterEach(async () => {
  await stage?.screen.close();
  await stage?.here.close();
  stage = undefined;
});

/** A case on the plan of the reference, opened at an instant by dana: ada keeps the account, bo and cy are above her. */
async function opened(at: string, script: boolean): Promise<Stage> {
  const revision = revisionOf(samplePlan('calnet-3-category-9.1'));
  const opening = {
    track: 'service-impacting',
    directory: { 'account-manager': 'ada' },
    text: 'No dial tone at the pilot station.',
    references: ['HS-2041'],
  };
  const here = await casePageWorld({ at: on(at), revision, opening });
  const { db } = here.connection;
  const SEATS = { 'solutions-architect': 'bo', 'solutions-manager': 'cy', 'contract-office': 'olga' };
  for (const [seat, person] of Object.entries(SEATS)) {
    await sql`insert into seat values (${revision.contract}, ${seat}, ${person}, '2026-01-01T00:00:00Z')`.execute(
      db,
    );
  }
  await sql`update person set office = '+1 916-555-0142'`.execute(db);
  const screen = await openScreen(await here.server.listen({ host: '127.0.0.1', port: 0 }));
  const readers = await Promise.all(
    PEOPLE.map(async (who) => {
      const { page } = await screen.reader({ script, cookies: await here.stepIn(who) });
      return [who, page] as const;
    }),
  );
  stage = { here, screen, pages: Object.fromEntries(readers) as Stage['pages'] };
  return stage;
}

/** Somebody opens the page of the case and does something there, through its links and its form. */
async function does(
  { here, pages }: Stage,
  who: Somebody,
  label: string,
  typed: string | undefined,
): Promise<void> {
  const page = pages[who];
  await page.goto(here.path);
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

const stands = async ({ here, pages }: Stage, who: Somebody): Promise<string> => {
  await pages[who].goto(here.path);
  return (await pages[who].locator('.case-standing').innerText()).replaceAll(/\s+/g, ' ');
};

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
    await does(play, 'olga', L3, 'Two levels have been silent.');
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

  test('B: answered and not satisfied, level 3 counts from the move', async () => {
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
  });

  test('C: a proposal is refused, and level 3 counts from the refusal', async () => {
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
  });
});
