import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from '../../src/app/authorise.ts';
import { loadPlan } from '../../src/app/load-plan.ts';
import { giveLive } from '../../src/app/rota/give-live.ts';
import { asInstant } from '../../src/core/instant.ts';
import { type AnswersWorld, answersWorld, linkIn, to } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { FRIDAY, type PlanWorld, planWorld } from '../build/plan-world.ts';
import { revisionWith } from '../build/revision.ts';
import { expectAccessible, openScreen, picture, type Screen } from './browser.ts';
import { hasBrowser } from './chromium.ts';

const DAY_MS = 86_400_000;
const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

describe.runIf(hasBrowser)('who is on duty', () => {
  let here: AnswersWorld;
  let screen: Screen;
  const now = on('Tue 09:00');
  /** Ana and Bo hand over each day at noon; it is Bo's turn until then. */
  const revision = revisionWith({
    rotas: {
      engineers: {
        layers: [{ turns: ['ana', 'bo'], every: '1 day', from: dateOf(now - 2 * DAY_MS), handOver: '12:00' }],
      },
    },
    levels: [
      { title: 'Engineer', reach: ['engineers'], otherwise: ['desk'] },
      { title: 'Senior', reach: ['bo'] },
      { title: 'Director', reach: ['cy'] },
    ],
  });

  beforeAll(async () => {
    here = await answersWorld(now, { revision });
    const { db } = here.connection;
    await sql`insert into person (contract_id, person_id, name, email)
      values ('sample', 'petra', 'Petra Example', 'petra@ladder.example')`.execute(db);
    await sql`insert into role values ('sample', 'petra', 'programManager', null)`.execute(db);
    for (const [id, name] of [
      ['ana', 'Ana Aldous'],
      ['bo', 'Bo Brandt'],
      ['cy', 'Cy Corwin'],
    ])
      await sql`update person set name = ${name} where person_id = ${id}`.execute(db);
    screen = await openScreen(await here.server.listen({ host: '127.0.0.1', port: 0 }));
  });
  afterAll(async () => {
    await screen.close();
    await here.close();
  });

  const reader = async (person: string) => {
    const found = await screen.reader({ cookies: await here.stepIn(person) });
    found.page.setDefaultTimeout(25_000);
    return found;
  };

  const contacted = async (): Promise<readonly string[]> => {
    const inForce = await here.store.transaction((tx) => tx.publishedRevision('sample'));
    const events = await here.events(await here.open(inForce && { revision: inForce }));
    return events.flatMap((event) => (event.type === 'LevelContacted' ? event.contacts : []));
  };

  test('is had in a calendar program: its address is made, shown once and ended', async () => {
    const { page, visit } = await reader('bo');
    await visit('/contracts/sample/rota');
    await page.getByRole('link', { name: 'Duty in your calendar' }).click();
    await page.getByRole('button', { name: 'Make the address' }).click();
    await page.getByRole('alert').waitFor();
    await expectAccessible(page);
    await page.getByLabel('Your own duty').check();
    await page.getByRole('button', { name: 'Make the address' }).press('Enter');
    await page.getByText('The address is made').waitFor();
    await expectAccessible(page);
    await picture(page, 'rota-calendars');
    const address = await page.locator('.token').innerText();
    expect(address).toMatch(/\/duty\/[\w-]{43}\/duty\.ics$/);
    await page.getByRole('button', { name: 'End “Your own duty”' }).click();
    await page.getByText('That address is over').waitFor();
    await expectAccessible(page);
    const { statusCode } = await here.server.inject({ method: 'GET', url: new URL(address).pathname });
    expect(statusCode).toBe(410);
  });

  test('is looked at by week and month, changed by an override, and the next case follows it', async () => {
    const { page, visit } = await reader('petra');
    await visit('/contracts/sample/rota');
    await expectAccessible(page);
    await picture(page, 'rota-week');
    await page.getByRole('link', { name: 'Month', exact: true }).click();
    await page.getByRole('heading', { name: /engineers: [A-Z][a-z]+ 20/ }).waitFor();
    await expectAccessible(page);
    await picture(page, 'rota-month');
    await page.getByRole('link', { name: 'Set an override' }).press('Enter');
    await page.getByRole('button', { name: 'Set the override' }).click();
    await page.getByRole('alert').waitFor();
    await expectAccessible(page);
    await picture(page, 'rota-override-missing');
    await page.getByLabel('Rota').selectOption('engineers');
    await page.getByLabel('Only those').check();
    await page.getByLabel('Cy Corwin', { exact: true }).last().check();
    await page.locator('#from').fill(dateOf(now));
    await page.locator('#from-time').fill('08:00');
    await page.locator('#until').fill(dateOf(now));
    await page.locator('#until-time').fill('11:00');
    await page.getByRole('button', { name: 'Set the override' }).press('Enter');
    await page.getByText('The override holds.').waitFor();
    await expectAccessible(page);
    await picture(page, 'rota-override');
    expect(await contacted()).toEqual(['cy']);
    await page.getByRole('button', { name: /Take back/ }).press('Enter');
    await page.getByText('It is taken back.').waitFor();
    expect(await contacted()).toEqual(['bo']);
  }, 120_000);

  test('is told by mail, until one stops that for oneself', async () => {
    const { page, visit } = await reader('bo');
    await visit('/contracts/sample/rota');
    await page.getByRole('button', { name: 'Stop mails about my duty' }).press('Enter');
    await page.getByText('No more mails about your duty').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Send me mails about my duty' }).press('Enter');
    await page.getByText('You are told about your duty by mail again.').waitFor();
  }, 120_000);

  test('is exchanged by a swap that both have to accept', async () => {
    const bo = await reader('bo');
    await bo.visit('/contracts/sample/rota');
    await bo.page.getByText('You are on duty: engineers.').waitFor();
    await bo.page.getByRole('link', { name: 'Ask somebody to swap' }).press('Enter');
    await bo.page.getByLabel('Your duty').selectOption({ index: 1 });
    await bo.page.getByLabel('In exchange for').selectOption({ index: 1 });
    await expectAccessible(bo.page);
    await picture(bo.page, 'rota-swap');
    await bo.page.getByRole('button', { name: 'Ask for the swap' }).press('Enter');
    await bo.page.getByText('You have asked.').waitFor();
    // Whoever is asked has the same behind a link in a mail, without signing in.
    const mailed = await screen.reader();
    await mailed.visit(linkIn(to(await here.settle(), 'ana'), /^Decline the swap/));
    await mailed.page.getByRole('button', { name: 'Decline the swap' }).waitFor();
    await expectAccessible(mailed.page);
    await picture(mailed.page, 'rota-swap-link');
    await here.setClock(asInstant(now + DAY_MS / 24));
    const ana = await reader('ana');
    await ana.visit('/contracts/sample/rota');
    await ana.page.getByText('Bo Brandt asks you').waitFor();
    await expectAccessible(ana.page);
    await picture(ana.page, 'rota-asked');
    await ana.page.getByRole('button', { name: 'Accept the swap' }).press('Enter');
    await ana.page.getByText('The swap holds').waitFor();
    await expectAccessible(ana.page);
    // Today from noon on was Ana's, and is Bo's now.
    await here.setClock(asInstant(now + 4 * (DAY_MS / 24)));
    expect(await contacted()).toEqual(['bo']);
    await here.setClock(asInstant(now + 4 * (DAY_MS / 24) + DAY_MS));
    expect(await contacted()).toEqual(['ana']);
  }, 120_000);
});

describe.runIf(hasBrowser)('coverage ahead', () => {
  let here: PlanWorld;
  let screen: Screen;
  const contract = 'tide-gauges';

  beforeAll(async () => {
    here = await planWorld();
    const loaded = await loadPlan(here.contracts, {
      text: readFileSync('plans/follow-the-sun.plan.yaml', 'utf8'),
      agreed: ['manager-tavares', 'contract-office'],
      at: FRIDAY,
      by: 'test',
    });
    expect(loaded).toMatchObject({ accepted: true, outcome: 'published' });
    screen = await openScreen(await here.server.listen({ host: '127.0.0.1', port: 0 }));
  }, 180_000);
  afterAll(async () => {
    await screen.close();
    await here.close();
  });

  test('is proved from now on, and every gap that a change makes is in the picture and in the table', async () => {
    const cookies = await here.stepInto(contract, 'manager-tavares');
    const { page, visit } = await screen.reader({ cookies });
    page.setDefaultTimeout(25_000);
    await visit(`/contracts/${contract}/rota`);
    await page
      .getByText('You are on duty', { exact: false })
      .or(page.getByText('You are not on duty'))
      .waitFor();
    await expectAccessible(page);
    await picture(page, 'rota-sun');
    await page.getByRole('link', { name: 'Coverage' }).click();
    // Nobody has confirmed anything here yet.
    await page.getByText('On duty, but without two confirmed means').first().waitFor();
    expect(await page.getByText('Nobody on duty: otherwise').count()).toBe(0);
    const caller: Caller = {
      ...{ contract, personId: 'manager-tavares', over: 'portal', seats: [] },
      grants: [{ role: 'programManager' }],
    };
    const managers = ['manager-tavares', 'manager-birk', 'manager-ngata'];
    const [from, until] = [asInstant(FRIDAY + DAY_MS), asInstant(FRIDAY + 3 * DAY_MS)];
    const gap = {
      type: 'setOverride',
      rota: 'duty-managers',
      kind: 'remove',
      people: managers,
      from,
      until,
    } as const;
    expect(await giveLive(here.contracts, caller, gap)).toMatchObject({ accepted: true });
    await page.reload();
    await page.getByRole('cell', { name: 'Nobody on duty: otherwise' }).waitFor();
    await page.getByRole('img', { name: 'Coverage of each level' }).waitFor();
    await expectAccessible(page);
    await picture(page, 'rota-coverage');
    expect(here.faults()).toEqual([]);
  }, 120_000);
});
