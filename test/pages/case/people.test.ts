import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { on } from '../../build/case.ts';
import { type CasePageWorld, casePageWorld, formIn, textOf } from '../../build/case-page-world.ts';

let here: CasePageWorld;
beforeEach(async () => {
  here = await casePageWorld();
  await sql`update person set name = 'Dora Quist' where person_id = 'dora'`.execute(here.connection.db);
}, 60_000);
afterEach(() => here.close());

const at = (place = ''): string => `${here.path}/people${place}`;
const look = async (who: string, query = '') => textOf((await here.get(who, at(query))).html);
/** Fills in a form of the page as it is shown now, and sends it. */
async function does(who: string, place: string, typed: Readonly<Record<string, string>> = {}) {
  const { html } = await here.get(who, at());
  const form = formIn(html, at(place));
  if (!form) throw new Error(`no form ${place}: ${textOf(html)}`);
  return here.post(who, form.action, { ...form.hidden, ...typed });
}
const last = async () =>
  (await here.events(here.key)).filter(({ type }) => type !== 'DeliveryRecorded').at(-1);

describe('the reporter', () => {
  test('lets a colleague watch, sees that they do, and ends it', async () => {
    const added = await does('dana', '/watchers', { watcher: 'dora' });
    expect([added.status, added.headers.location]).toEqual([303, at('?done=added')]);
    const page = await look('dana', '?done=added');
    expect(page).toContain('They watch the case from now on, and have been told.');
    expect(page).toContain('Dora Quist');
    expect(textOf((await here.get('dora', here.path)).html)).toContain('Dora Quist');
    expect((await does('dana', '/watchers/remove')).status).toBe(303);
    expect(await last()).toMatchObject({ type: 'WatcherRemoved', person: 'dora' });
    expect((await here.get('dora', here.path)).status).toBe(404);
  });
  test('names a stand-in until an instant by the contract’s clocks, and ends it', async () => {
    const until = { 'endsAt-date': '2026-11-20', 'endsAt-time': '17:00' };
    expect((await does('dana', '/stand-in', { standIn: 'dora', ...until })).status).toBe(303);
    expect(await last()).toMatchObject({ type: 'StandInNamed', person: 'dora', endsAt: on('Fri 17:00') });
    expect(await look('dana')).toContain('Dora Quist, until Fri 20 Nov 2026, 5:00 pm Pacific');
    expect(await here.look('dora')).toContain('I am waiting for an answer');
    expect((await does('dana', '/stand-in/end')).status).toBe(303);
    expect(await look('dana')).toContain('Nobody stands in.');
  });
  test('is told what is wrong, beside the field, with what was typed in its place', async () => {
    const none = await does('dana', '/watchers');
    expect([none.status, textOf(none.html)]).toEqual([422, expect.stringContaining('Choose somebody.')]);
    for (const person of ['zoe', 'ana', 'nobody', '"><b>', 'a\0b']) {
      const stranger = await does('dana', '/watchers', { watcher: person });
      expect(stranger.status).toBe(422);
      expect(stranger.html).toContain('href="#watcher"');
      expect(stranger.html).not.toContain('"><b>');
    }
    const past = { 'endsAt-date': '2026-11-16', 'endsAt-time': '17:00' };
    const over = await does('dana', '/stand-in', { standIn: 'dora', ...past });
    expect(over.status).toBe(409);
    expect(textOf(over.html)).toContain('would be over already');
    expect(over.html).toContain('value="2026-11-16"');
    const half = await does('dana', '/stand-in', { standIn: 'dora', 'endsAt-date': '2026-11-20' });
    expect([half.status, textOf(half.html)]).toEqual([
      422,
      expect.stringContaining('“2026-11-20” is no date'),
    ]);
  });
  test('sends a form twice, and it is done once', async () => {
    const form = formIn((await here.get('dana', at())).html, at('/watchers'))!;
    for (let times = 0; times < 2; times++) {
      expect((await here.post('dana', form.action, { ...form.hidden, watcher: 'dora' })).status).toBe(303);
    }
    expect((await here.events(here.key)).filter(({ type }) => type === 'WatcherAdded')).toHaveLength(1);
  });
  test('of a customer with many people names them by their address', async () => {
    // A demonstration shows so many of its people and no more: dana steps in before.
    await look('dana');
    const { contract, connection } = here;
    await sql`insert into person (contract_id, person_id, name, email)
      select ${contract}, 'p' || n, 'P ' || n, 'p' || n || '@ladder.example' from generate_series(1, 200) as n`.execute(
      connection.db,
    );
    await sql`insert into role select ${contract}, 'p' || n, 'customer', 'agency' from generate_series(1, 200) as n`.execute(
      connection.db,
    );
    expect(await look('dana')).toContain('Their e-mail address');
    expect((await does('dana', '/watchers', { watcher: 'P77@ladder.example' })).status).toBe(303);
    expect(await last()).toMatchObject({ type: 'WatcherAdded', person: 'p77' });
    const wrong = await does('dana', '/watchers', { watcher: 'nils@ladder.example' });
    expect([wrong.status, textOf(wrong.html)]).toEqual([
      422,
      expect.stringContaining('nobody “nils@ladder.example”'),
    ]);
  });
});

describe('who else', () => {
  test('of the case looks on: there is nothing to change for them', async () => {
    for (const who of ['ana', 'olga', 'alan', 'desk']) {
      const { status, html } = await here.get(who, at());
      expect([who, status]).toEqual([who, 200]);
      expect(html).not.toContain(`action="${at('')}`);
      const sent = await here.post(who, at('/watchers'), { watcher: 'dora' });
      expect([who, sent.status]).toEqual([who, 403]);
    }
  });
  test('may not see the case finds no such page', async () => {
    for (const who of ['dora', 'nils']) {
      expect((await here.get(who, at())).status).toBe(404);
      for (const place of ['/watchers', '/watchers/remove', '/stand-in', '/stand-in/end']) {
        expect((await here.post(who, at(place), { watcher: 'dora', standIn: 'dora' })).status).toBe(404);
      }
    }
    expect((await here.get(undefined, at())).status).toBe(303);
  });
  test('stands in gives the place back, and names nobody in it', async () => {
    await does('dana', '/stand-in', { standIn: 'dora' });
    const { html } = await here.get('dora', at());
    expect(formIn(html, at('/stand-in'))).toBeUndefined();
    expect((await here.post('dora', at('/stand-in'), { standIn: 'mia' })).status).toBe(403);
    expect((await does('dora', '/stand-in/end')).status).toBe(303);
    expect((await here.get('dora', at())).status).toBe(404);
  });
});
