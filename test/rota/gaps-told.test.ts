import { randomUUIDv7 } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Caller } from '../../src/app/authorise.ts';
import { loadPlan } from '../../src/app/load-plan.ts';
import { giveLive } from '../../src/app/rota/give-live.ts';
import { settleTimeOff } from '../../src/app/rota/settle-time-off.ts';
import { tellGaps } from '../../src/app/rota/tell-gaps.ts';
import { asInstant } from '../../src/core/instant.ts';
import type { LiveAsk } from '../../src/core/rota/live/live-command.ts';
import { deliver } from '../../src/engine/deliver.ts';
import { composeGaps } from '../../src/render/mail/compose-gaps.ts';
import { postgresReading } from '../../src/store/views/reading.ts';
import { engineParts } from '../build/engine-parts.ts';
import { FRIDAY, type PlanWorld, planWorld } from '../build/plan-world.ts';

const DAY_MS = 86_400_000;
const CONTRACT = 'tide-gauges';
const MANAGER: Caller = {
  ...{ contract: CONTRACT, personId: 'manager-tavares', over: 'portal', seats: [] },
  grants: [{ role: 'programManager' }],
};

let here: PlanWorld;
beforeEach(async () => {
  here = await planWorld();
  await loadPlan(here.contracts, {
    text: readFileSync('plans/follow-the-sun.plan.yaml', 'utf8'),
    agreed: ['manager-tavares', 'contract-office'],
    at: FRIDAY,
    by: 'test',
  });
});
afterEach(() => here.close());

const tell = () => {
  const { contracts, db, store } = here;
  const now = () => contracts.transaction((tx) => tx.now());
  return tellGaps({
    contracts,
    reading: postgresReading({ db, revisions: store.revisions, now }),
    newId: randomUUIDv7,
    compose: composeGaps,
    coverageUrl: (contract) => `http://ladder.example/contracts/${contract}/rota/coverage`,
    isDemonstration: false,
  });
};
const mails = () =>
  here.ask(`select person_id as person, subject, body_text as text
    from delivery join delivery_body using (contract_id, delivery_id)
    where contract_id = '${CONTRACT}' and kind = 'gap' order by queued_at, person_id`);
const give = (ask: LiveAsk) => giveLive(here.contracts, MANAGER, ask);
const nobody = (from: number, until: number): LiveAsk => ({
  type: 'setOverride',
  rota: 'duty-managers',
  kind: 'remove',
  people: ['manager-tavares', 'manager-birk', 'manager-ngata'],
  from: asInstant(from),
  until: asInstant(until),
});

test('while somebody is on duty at every instant, nobody is told anything', async () => {
  await tell();
  expect(await mails()).toEqual([]);
});

test('a gap in the next two weeks is told once to program manager and oversight, with who is reached instead', async () => {
  await give(nobody(FRIDAY + 3 * DAY_MS, FRIDAY + 3.5 * DAY_MS));
  await Promise.all([tell(), tell()]);
  await tell();
  const told = await mails();
  expect(told.map(({ person }) => person)).toEqual(['contract-office', 'manager-tavares']);
  expect(told[0]).toMatchObject({
    subject: 'Tide gauges and their network: nobody on duty at one time in the next two weeks',
  });
  expect(told[0]!.text).toMatchInlineSnapshot(`
    "In the next two weeks there is a time at which nobody is on duty.

    - Level 2, Duty Manager: from Tue 24 Nov 2026, 12:30 am until Tue 24
      Nov 2026, 12:30 pm Europe/Lisbon time. Reached then, otherwise:
      Halcyon Relay service desk.

    Put somebody on duty for that time, or change the turns. Each such time
    is told once, and again where it grows or where nobody is left in it.

    * See the coverage. Lists each time that is not covered, and leads to
      changing it.
      http://ladder.example/contracts/tide-gauges/rota/coverage

    -- 
    You get this mail because you answer for Tide gauges and their network
    or oversee it. It cannot be answered.
    "
  `);
  expect(told[0]!.text).toContain(`http://ladder.example/contracts/${CONTRACT}/rota/coverage`);
});

test('a gap that time off opens by calendars is told as any other', async () => {
  const managers = ['manager-tavares', 'manager-birk', 'manager-ngata'];
  const [from, until] = [asInstant(FRIDAY + 3 * DAY_MS), asInstant(FRIDAY + 3.5 * DAY_MS)];
  await here.contracts.transaction(async (tx) => {
    for (const personId of managers)
      await tx.addTimeOffFeed(
        {
          ...{ contract: CONTRACT, personId, feedId: randomUUIDv7(), sealed: 'x', host: 'calendar.example' },
          ...{ timeZone: 'UTC', madeAt: asInstant(FRIDAY), times: [{ from, until }] },
          ...{ readAt: asInstant(FRIDAY), failing: undefined },
        },
        asInstant(FRIDAY + DAY_MS),
      );
    await settleTimeOff(tx, CONTRACT);
  });
  await tell();
  await tell();
  const told = await mails();
  expect(told.map(({ person }) => person)).toEqual(['contract-office', 'manager-tavares']);
  expect(told[0]!.text).toContain('Level 2, Duty Manager: from Tue 24 Nov 2026, 12:30 am until Tue 24');
});

test('each mail about gaps begins a thread of its own, beside the one of the record', async () => {
  const parts = engineParts(here.store);
  await give(nobody(FRIDAY + 3 * DAY_MS, FRIDAY + 3.5 * DAY_MS));
  await tell();
  await deliver(parts);
  const ids = await here.ask(`select delivery_id as id from delivery where kind = 'gap'`);
  const sent = parts.mail.sent.filter((mail) => ids.some(({ id }) => id === mail.id));
  expect(sent.map(({ thread }) => thread)).toEqual(sent.map(({ id }) => `gap-${id}`));
  expect(sent).toHaveLength(2);
});

test('one that lies further ahead is told when it comes within two weeks, and not again while its end moves on', async () => {
  await give(nobody(FRIDAY + 15 * DAY_MS, FRIDAY + 17 * DAY_MS));
  await tell();
  expect(await mails()).toEqual([]);
  for (const days of [1.5, 2, 3.5, 15, 18]) {
    await here.setClock(asInstant(FRIDAY + days * DAY_MS));
    await tell();
    expect(await mails()).toHaveLength(2);
  }
});

test('one that was filled and opens again is told again', async () => {
  const gap = nobody(FRIDAY + 3 * DAY_MS, FRIDAY + 4 * DAY_MS);
  await give(gap);
  await tell();
  await give({ type: 'withdraw', entry: 1 });
  await tell();
  expect(await mails()).toHaveLength(2);
  await give(gap);
  await tell();
  expect(await mails()).toHaveLength(4);
});

test('one that grows is told again, one that shrinks is not', async () => {
  await give(nobody(FRIDAY + 3 * DAY_MS, FRIDAY + 4 * DAY_MS));
  await tell();
  expect(await mails()).toHaveLength(2);
  await give(nobody(FRIDAY + 4 * DAY_MS, FRIDAY + 5 * DAY_MS));
  await tell();
  await tell();
  expect(await mails()).toHaveLength(4);
  await give({ type: 'withdraw', entry: 2 });
  await tell();
  expect(await mails()).toHaveLength(4);
});

test('one in which those named otherwise can be reached no more is told again', async () => {
  await give(nobody(FRIDAY + 3 * DAY_MS, FRIDAY + 4 * DAY_MS));
  await tell();
  await here.ask(
    `update person set email = null, office = null, mobile = null
     where contract_id = '${CONTRACT}' and name like 'Halcyon Relay service desk%'`,
  );
  await tell();
  await tell();
  const told = await mails();
  expect(told).toHaveLength(4);
  expect(told.at(-1)!.text).toContain('Nobody is reached then.');
});

test('what is covered by details that nobody has confirmed is on the page apart, and is not told', async () => {
  const cookie = await here.stepInto(CONTRACT, 'manager-tavares');
  const page = async (): Promise<string> =>
    (await here.server.inject({ url: `/contracts/${CONTRACT}/rota/coverage`, headers: { cookie } })).body;
  const said = 'On duty, but without two confirmed means';
  expect(await page()).toContain(said);
  await tell();
  expect(await mails()).toEqual([]);
  await here.ask(
    `insert into contact_means (contract_id, person_id, field, confirmed_at)
     select contract_id, person_id, field, $1::timestamptz from person, unnest(array['email', 'office', 'mobile']) as field
     where contract_id = '${CONTRACT}'
     on conflict (contract_id, person_id, field) do update set confirmed_at = excluded.confirmed_at`,
    [new Date(FRIDAY).toISOString()],
  );
  expect(await page()).not.toContain(said);
});
