import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { giveLive } from '../../src/app/rota/give-live.ts';
import { settleTimeOff } from '../../src/app/rota/settle-time-off.ts';
import { tellDuty } from '../../src/app/rota/tell-duty.ts';
import { asInstant } from '../../src/core/instant.ts';
import { rotaPath } from '../../src/http/pages/places.ts';
import { composeDuty } from '../../src/render/mail/compose-duty.ts';
import { openContracts } from '../../src/store/contracts/open-contracts.ts';
import { openRetention } from '../../src/store/record/retention.ts';
import { postgresReading } from '../../src/store/views/reading.ts';
import { type AnswersWorld, answersWorld, to } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { revisionWith } from '../build/revision.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const NOW = on('Tue 09:00');
const NOON = NOW + 3 * HOUR_MS;
const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

let here: AnswersWorld;
afterEach(() => here.close());

/** Turns from two days ago at noon on: with two people it is the second one's until noon. */
async function withTurns(turns: readonly string[], every = '1 day'): Promise<void> {
  const layers = [{ turns: [...turns], every, from: dateOf(NOW - 2 * DAY_MS), handOver: '12:00' }];
  const revision = revisionWith({
    rotas: { engineers: { layers } },
    levels: [
      { title: 'Engineer', reach: ['engineers'], otherwise: ['desk'] },
      { title: 'Senior', reach: ['bo'] },
      { title: 'Director', reach: ['cy'] },
    ],
  });
  here = await answersWorld(NOW, { revision });
  const { db } = here.connection;
  await sql`update person set name = 'Ana Aldous' where person_id = 'ana'`.execute(db);
  await sql`update person set name = 'Bo Brandt' where person_id = 'bo'`.execute(db);
}

const tell = () => {
  const { connection, store } = here;
  const now = () => store.transaction((tx) => tx.now());
  return tellDuty({
    contracts: openContracts(store),
    reading: postgresReading({ db: connection.db, revisions: store.revisions, now }),
    ...{ newId: randomUUID, compose: composeDuty, rotaPath, isDemonstration: false },
  });
};
const at = (instant: number) => here.setClock(asInstant(instant));
const mails = async () => (await here.settle()).filter(({ subject }) => subject.includes('duty'));

test('whoever comes on duty is told within a day before, once, on however many nodes', async () => {
  await withTurns(['ana', 'bo']);
  await Promise.all([tell(), tell()]);
  await tell();
  const told = await mails();
  expect(told).toHaveLength(1);
  expect(to(told, 'ana').text).toMatchInlineSnapshot(`
    "You have a duty ahead.

    - engineers (level 1): from Tue 17 Nov 2026, 12:00 noon until Wed 18
      Nov 2026, 12:00 noon Pacific. You take over from Bo Brandt.

    Cases that reach your level then come to you. If you cannot be there,
    ask a colleague to swap on the page, or the program manager for an
    override.

    * See who is on duty. Shows the weeks ahead. Mails about your duty are
      stopped there too.
      http://ladder.example/contracts/sample/rota

    -- 
    You get this mail because you have duty under A contract. It cannot be
    answered.
    "
  `);
  // Bo has the next day, and hears of it when it is a day away.
  await at(NOON - 1);
  await tell();
  expect(await mails()).toEqual([]);
  await at(NOON);
  await tell();
  expect((await mails()).map((mail) => [mail.to.address, mail.subject.includes('from')])).toContainEqual([
    'bo@ladder.example',
    true,
  ]);
});

test('whoever goes off duty is told who took over and which cases are open there, once', async () => {
  await withTurns(['ana', 'bo']);
  await tell();
  const { caseId } = await here.open();
  await here.settle();
  await at(NOON + 30_000);
  await Promise.all([tell(), tell()]);
  await tell();
  const over = (await mails()).filter(({ subject }) => subject.includes('over'));
  expect(over.map((mail) => mail.to.address)).toEqual(['bo@ladder.example']);
  expect(over[0]!.text.replaceAll(caseId, 'CASE')).toMatchInlineSnapshot(`
    "Your duty is over.

    - engineers (level 1): Ana Aldous took over, from Tue 17 Nov 2026,
      12:00 noon Pacific on.

    Open cases at this level
    ------------------------

    - CASE, level 1: due Tue 17 Nov 2026, 1:00 pm Pacific.

    * See who is on duty. Shows the weeks ahead. Mails about your duty are
      stopped there too.
      http://ladder.example/contracts/sample/rota

    -- 
    You get this mail because you have duty under A contract. It cannot be
    answered.
    "
  `);
});

test('where no case is open there, that is said', async () => {
  await withTurns(['ana', 'bo']);
  await tell();
  await here.settle();
  await at(NOON);
  await tell();
  const over = (await mails()).find(({ subject }) => subject.includes('over'));
  expect(over?.text).toContain('No case is open at this level.');
});

test('turns of an hour come in one mail a day, and who took over is told twice a day at most', async () => {
  await withTurns(['ana', 'bo', 'cy'], '1 hour');
  const sent = [];
  for (let hour = 0; hour < 48; hour++) {
    await at(NOW + hour * HOUR_MS);
    await tell();
    sent.push(...(await mails()));
  }
  for (const who of ['ana', 'bo', 'cy']) {
    const own = sent.filter(({ to: { address } }) => address.startsWith(who));
    const over = own.filter(({ subject }) => subject.includes('over'));
    expect([who, own.length - over.length <= 2, over.length <= 4]).toEqual([who, true, true]);
    expect(own.length).toBeGreaterThan(2);
  }
});

test('a rota of one person tells nothing', async () => {
  await withTurns(['ana']);
  await tell();
  await at(NOON);
  await tell();
  expect(await mails()).toEqual([]);
});

test('after a stop of days, hand-overs of the last day are told and no others, and what was told stays told', async () => {
  await withTurns(['ana', 'bo']);
  await tell();
  await here.settle();
  await at(NOW + 3 * DAY_MS);
  await tell();
  const over = (await mails()).filter(({ subject }) => subject.includes('over'));
  // On Thursday at noon Ana took over from Bo, and has it still; Bo's of Tuesday is long past.
  expect(over.map((mail) => mail.to.address)).toEqual(['bo@ladder.example']);
  await tell();
  expect(await mails()).toEqual([]);
});

test('an override is told to whoever comes on by it', async () => {
  await withTurns(['ana', 'bo']);
  await tell();
  await here.settle();
  await giveLive(
    openContracts(here.store),
    {
      ...{ contract: 'sample', personId: 'petra', over: 'portal', seats: [] },
      grants: [{ role: 'programManager' }],
    },
    {
      ...{ type: 'setOverride', rota: 'engineers', kind: 'only', people: ['cy'] },
      ...{ from: asInstant(NOW + HOUR_MS), until: asInstant(NOON) },
    },
  );
  await tell();
  const told = await mails();
  expect(told.map((mail) => mail.to.address)).toEqual(['cy@ladder.example']);
  expect(told[0]!.text).toContain('You take over from Bo Brandt.');
});

test('whoever was told of a duty and loses it is told who has it instead, once, and again of it where it comes back', async () => {
  await withTurns(['ana', 'bo']);
  await tell();
  expect((await mails()).map((mail) => mail.to.address)).toEqual(['ana@ladder.example']);
  const petra = {
    ...{ contract: 'sample', personId: 'petra', over: 'portal' as const, seats: [] },
    grants: [{ role: 'programManager' as const }],
  };
  const give = (ask: Parameters<typeof giveLive>[2]) => giveLive(openContracts(here.store), petra, ask);
  await give({
    ...{ type: 'setOverride', rota: 'engineers', kind: 'only', people: ['cy'] },
    ...{ from: asInstant(NOON), until: asInstant(NOON + HOUR_MS) },
  });
  await Promise.all([tell(), tell()]);
  await tell();
  const told = await mails();
  const lost = told.filter(({ subject }) => subject.includes('any more'));
  expect(lost.map((mail) => mail.to.address)).toEqual(['ana@ladder.example']);
  expect(lost[0]!.text).toMatchInlineSnapshot(`
    "A duty that you were told of is yours no more.

    - engineers (level 1): from Tue 17 Nov 2026, 12:00 noon Pacific. cy has
      it instead.

    An override, a swap or time off has changed it. If that is not as it
    should be, tell the program manager.

    * See who is on duty. Shows the weeks ahead. Mails about your duty are
      stopped there too.
      http://ladder.example/contracts/sample/rota

    -- 
    You get this mail because you have duty under A contract. It cannot be
    answered.
    "
  `);
  // Cy has an hour of it, and Ana the rest: both hear of what they have.
  const ahead = told.filter((mail) => !lost.includes(mail)).map((mail) => mail.to.address);
  expect(ahead.toSorted()).toEqual(['ana@ladder.example', 'cy@ladder.example']);
  await give({ type: 'withdraw', entry: 1 });
  await tell();
  const again = (await mails()).map(({ to: { address }, subject }) => [
    address,
    subject.includes('any more'),
  ]);
  expect(again).toContainEqual(['cy@ladder.example', true]);
  expect(again).toContainEqual(['ana@ladder.example', false]);
});

test.each([
  ['a swap', 'ana'],
  ['time off, which leaves nobody', 'nobody'],
])('a duty that is lost by %s is told as well', async (_, who) => {
  await withTurns(['ana', 'bo']);
  await tell();
  await mails();
  const contracts = openContracts(here.store);
  if (who === 'nobody')
    await contracts.transaction(async (tx) => {
      const times = [{ from: asInstant(NOON), until: asInstant(NOON + DAY_MS) }];
      const feed = {
        contract: 'sample',
        personId: 'ana',
        feedId: randomUUID(),
        sealed: 'x',
        host: 'c.example',
      };
      const read = {
        timeZone: 'UTC',
        madeAt: asInstant(NOW),
        times,
        readAt: asInstant(NOW),
        failing: undefined,
      };
      await tx.addTimeOffFeed({ ...feed, ...read }, asInstant(NOW + DAY_MS));
      await settleTimeOff(tx, 'sample');
    });
  else {
    const caller = (personId: string) => ({
      ...{ contract: 'sample', personId, over: 'portal' as const, seats: [personId] },
      grants: [{ role: 'contact' as const }],
    });
    const day = (person: string, days: number) => ({
      ...{ who: person, from: asInstant(NOON + days * DAY_MS), until: asInstant(NOON + (days + 1) * DAY_MS) },
    });
    const asked = { type: 'askSwap', rota: 'engineers', first: day('ana', 0), second: day('bo', 1) } as const;
    expect(await giveLive(contracts, caller('ana'), asked)).toMatchObject({ accepted: true });
    await giveLive(contracts, caller('bo'), { type: 'acceptSwap', entry: 1 });
  }
  await tell();
  const lost = (await mails()).filter(({ subject }) => subject.includes('any more'));
  expect(lost.map((mail) => mail.to.address)).toEqual(['ana@ladder.example']);
  const instead = who === 'nobody' ? 'Nobody has it instead' : 'Bo Brandt has it instead';
  expect(lost[0]!.text.replaceAll(/\s+/g, ' ')).toContain(instead);
});

test('somebody stops these mails for themselves on the page, and has them again', async () => {
  await withTurns(['ana', 'bo']);
  const cookie = await here.stepIn('ana');
  const post = (mailsAre: string, who = cookie) =>
    here.server.inject({
      ...{ method: 'POST', url: '/contracts/sample/rota/mails' },
      headers: {
        ...{ cookie: who, 'sec-fetch-site': 'same-origin' },
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: new URLSearchParams({ mails: mailsAre }).toString(),
    });
  expect((await post('perhaps')).statusCode).toBe(422);
  expect((await post('stopped')).statusCode).toBe(303);
  const page = await here.server.inject({ url: '/contracts/sample/rota', headers: { cookie } });
  expect(page.body).toContain('You have stopped the mails about your duty.');
  await tell();
  expect(await mails()).toEqual([]);
  await post('sent');
  await at(NOW + 2 * DAY_MS);
  await tell();
  expect((await mails()).map((mail) => mail.to.address)).toContain('ana@ladder.example');
  expect((await post('stopped', await here.stepIn('olga'))).statusCode).toBe(404);
});

test('what somebody was told of their duty goes with them, and the mails about it when their time is over', async () => {
  await withTurns(['ana', 'bo']);
  await tell();
  await here.settle();
  await at(NOON);
  await tell();
  await here.settle();
  const { db } = here.connection;
  const left = async () => {
    const { rows } = await sql<{ told: number; mails: number; bodies: number }>`select
      (select count(*)::int from told_duty where person_id = 'bo') as told,
      (select count(*)::int from duty_mail where person_id = 'bo') as mails,
      (select count(*)::int from delivery join delivery_body using (contract_id, delivery_id)
        where kind = 'duty' and body_text is not null) as bodies`.execute(db);
    return rows[0];
  };
  expect(await left()).toEqual({ told: 1, mails: 1, bodies: 3 });
  const later = asInstant(NOON + DAY_MS);
  await openRetention(db).erase({ scope: 'person', contract: 'sample', personId: 'bo' }, false, later);
  expect(await left()).toEqual({ told: 0, mails: 0, bodies: 1 });
  await openRetention(db).erase({ scope: 'before', before: later }, false, later);
  expect(await left()).toEqual({ told: 0, mails: 0, bodies: 0 });
});
