import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Caller } from '../../src/app/authorise.ts';
import { giveLive } from '../../src/app/rota/give-live.ts';
import { asInstant } from '../../src/core/instant.ts';
import type { LiveAsk } from '../../src/core/rota/live/live-command.ts';
import { rotaPath } from '../../src/http/pages/places.ts';
import { composeSwap } from '../../src/render/mail/compose-swap.ts';
import { openContracts } from '../../src/store/contracts/open-contracts.ts';
import { type AnswersWorld, answersWorld, linkIn, to } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { TEST_SECRET } from '../build/engine-parts.ts';
import { revisionWith } from '../build/revision.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const NOW = on('Tue 09:00');
const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Ana and Bo hand over each day at noon; it is Bo's turn until then. */
const revision = revisionWith({
  rotas: {
    engineers: {
      layers: [{ turns: ['ana', 'bo'], every: '1 day', from: dateOf(NOW - 2 * DAY_MS), handOver: '12:00' }],
    },
  },
  levels: [
    { title: 'Engineer', reach: ['engineers'], otherwise: ['desk'] },
    { title: 'Senior', reach: ['bo'] },
    { title: 'Director', reach: ['cy'] },
  ],
});

let here: AnswersWorld;
beforeEach(async () => {
  here = await answersWorld(NOW, { revision });
  const { db } = here.connection;
  await sql`update person set name = 'Ana Aldous' where person_id = 'ana'`.execute(db);
  await sql`update person set name = 'Bo Brandt' where person_id = 'bo'`.execute(db);
});
afterEach(() => here.close());

const callerOf = (personId: string): Caller => ({
  ...{ contract: 'sample', personId, over: 'portal', seats: [personId] },
  grants: [{ role: personId === 'petra' ? 'programManager' : 'contact' }],
});
const give = (personId: string, ask: LiveAsk) =>
  giveLive(openContracts(here.store), callerOf(personId), ask, {
    ...{ secret: TEST_SECRET, newId: randomUUID, compose: composeSwap, rotaPath, isDemonstration: false },
  });
const noon = NOW + 3 * HOUR_MS;
/** Bo's day that begins tomorrow, for Ana's that begins today. */
const ask: LiveAsk = {
  ...{ type: 'askSwap', rota: 'engineers' },
  first: { who: 'bo', from: asInstant(noon + DAY_MS), until: asInstant(noon + 2 * DAY_MS) },
  second: { who: 'ana', from: asInstant(noon), until: asInstant(noon + DAY_MS) },
};
const swap = async () => {
  const { state } = await openContracts(here.store).transaction((tx) => tx.liveRotas('sample'));
  return state.entries[0];
};
const open = (url: string, method: 'GET' | 'POST' = 'GET') => here.server.inject({ method, url });

/** Asks, and gives the pages behind the two links of the mail. */
async function asked() {
  expect(await give('bo', ask)).toMatchObject({ accepted: true, isTold: true });
  const mails = await here.settle();
  const mail = to(mails, 'ana');
  expect(mails).toHaveLength(1);
  const pages = await Promise.all(
    [/^Accept the swap/, /^Decline the swap/].map(async (label) => {
      const looked = await open(linkIn(mail, label));
      expect(looked.statusCode).toBe(303);
      return String(looked.headers.location);
    }),
  );
  return { mail, accept: pages[0]!, decline: pages[1]! };
}

test('whoever is asked gets a mail with both duties, and looking at its links changes nothing', async () => {
  const { mail, accept, decline } = await asked();
  expect(mail.subject).toBe('A contract: Bo Brandt asks you to swap duty');
  expect(mail.text.replaceAll(/\/l\/[\w-]{43}/g, '/l/TOKEN')).toMatchInlineSnapshot(`
    "Bo Brandt asks you to take each other’s duty.

    Your duty:   from Tue 17 Nov 2026, 12:00 noon until Wed 18 Nov 2026,
                 12:00 noon Pacific
    The other’s duty: from Wed 18 Nov 2026, 12:00 noon until Thu 19 Nov 2026,
                 12:00 noon Pacific
    Reached at:  Level 1

    The swap holds once you accept it, which has to be before the first of
    the two begins. Until then each of you keeps their own duty.

    * Accept the swap. Shows the swap once more, with a button: you have
      the other’s duty, and the other has yours.
      http://ladder.example/l/TOKEN

    * Decline the swap. Shows the swap once more, with a button: each of
      you keeps their own duty.
      http://ladder.example/l/TOKEN

    * See who is on duty. Shows the weeks ahead with everything that was
      changed. You sign in there.
      http://ladder.example/contracts/sample/rota

    -- 
    You get this mail because you have duty under A contract. It cannot be
    answered.
    "
  `);
  for (const path of [accept, decline, accept]) {
    const page = await open(path);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('You answer as Ana Aldous');
  }
  expect(await swap()).toMatchObject({ status: 'asked' });
});

test('a click and a button accept it, once, and whoever asked is told', async () => {
  const { accept, decline } = await asked();
  expect((await open(accept, 'POST')).body).toContain('The swap holds');
  expect(await swap()).toMatchObject({ status: 'holds' });
  const mails = await here.settle();
  expect(to(mails, 'bo').subject).toBe('A contract: Ana Aldous has accepted the swap of duty');
  expect(mails).toHaveLength(1);
  for (const path of [accept, decline]) {
    expect((await open(path)).statusCode).toBe(410);
    expect((await open(path, 'POST')).statusCode).toBe(410);
  }
  expect(await here.settle()).toEqual([]);
  const { rows } = await sql<{
    by: string;
  }>`select body ->> 'by' as by from rota_event where type = 'SwapAccepted'`.execute(here.connection.db);
  expect(rows).toEqual([{ by: 'ana' }]);
});

test('declined by its link, each keeps their own, and whoever asked is told', async () => {
  const { accept, decline } = await asked();
  expect((await open(decline, 'POST')).body).toContain('You have declined');
  expect(await swap()).toMatchObject({ status: 'declined' });
  expect(to(await here.settle(), 'bo').subject).toContain('has declined');
  const dead = await open(accept, 'POST');
  expect([dead.statusCode, dead.body.includes('This swap was answered already')]).toEqual([410, true]);
});

test('of two clicks at once one answers', async () => {
  const { accept } = await asked();
  const codes = (await Promise.all([open(accept, 'POST'), open(accept, 'POST')])).map(
    ({ statusCode }) => statusCode,
  );
  expect(codes.sort()).toEqual([200, 410]);
  expect(await here.settle()).toHaveLength(1);
});

test('taken back, its links do nothing any more, and the one asked is told', async () => {
  const { accept } = await asked();
  await give('bo', { type: 'withdraw', entry: 1 });
  const mails = await here.settle();
  expect(mails).toHaveLength(1);
  expect(to(mails, 'ana').subject).toContain('asks for the swap of duty no longer');
  const dead = await open(accept, 'POST');
  expect([dead.statusCode, dead.body.includes('This swap is asked for no longer')]).toEqual([410, true]);
});

test('one that held and is taken back by the program manager is told to both', async () => {
  const { accept } = await asked();
  await open(accept, 'POST');
  await here.settle();
  await give('petra', { type: 'withdraw', entry: 1 });
  const mails = await here.settle();
  expect(mails.map((mail) => mail.to.address).sort()).toEqual(['ana@ladder.example', 'bo@ladder.example']);
});

test('once the first of the two begins, the links are too late', async () => {
  const { accept } = await asked();
  await here.setClock(asInstant(noon + 1));
  const dead = await open(accept, 'POST');
  expect([dead.statusCode, dead.body.includes('It is too late for this swap')]).toEqual([410, true]);
  expect(await swap()).toMatchObject({ status: 'asked' });
});

test('a link ends after 72 hours, and with the seat', async () => {
  const later = (time: { who: string; from: number; until: number }, days: number) => ({
    ...{ who: time.who, from: asInstant(time.from + days * DAY_MS) },
    until: asInstant(time.until + days * DAY_MS),
  });
  const far = { ...ask, first: later(ask.first, 4), second: later(ask.second, 4) };
  await give('bo', far);
  const [mail] = await here.settle();
  const path = String((await open(linkIn(mail!, /^Accept/))).headers.location);
  const { db } = here.connection;
  await sql`delete from seat where seat_id = 'ana'`.execute(db);
  expect((await open(path, 'POST')).body).toContain('is not yours any more');
  await sql`insert into seat values ('sample', 'ana', 'ana', '2026-01-01T00:00:00Z')`.execute(db);
  await here.setClock(asInstant(NOW + 72 * HOUR_MS));
  const dead = await open(path, 'POST');
  expect([dead.statusCode, dead.body.includes('it held for 72 hours')]).toEqual([410, true]);
  expect(await swap()).toMatchObject({ status: 'asked' });
});

test('whoever has no address is told nothing, and whoever asked is told so', async () => {
  await sql`update person set email = null where person_id = 'ana'`.execute(here.connection.db);
  const cookie = await here.stepIn('bo');
  const sent = await here.server.inject({
    ...{ method: 'POST', url: '/contracts/sample/rota/swap' },
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    payload: new URLSearchParams({
      own: `engineers/bo/${noon + DAY_MS}`,
      other: `engineers/ana/${noon}`,
    }).toString(),
  });
  expect([sent.statusCode, sent.headers.location]).toEqual([303, '/contracts/sample/rota?done=untold']);
  expect(await here.settle()).toEqual([]);
});

test('a link that nobody was sent leads nowhere', async () => {
  for (const path of [`/swap/${'x'.repeat(43)}`, '/swap/no', '/swap/%00'])
    for (const method of ['GET', 'POST'] as const) expect((await open(path, method)).statusCode).toBe(404);
});
