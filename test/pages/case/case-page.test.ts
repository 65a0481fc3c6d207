import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { on } from '../../build/case.ts';
import { type CasePageWorld, casePageWorld, textOf } from '../../build/case-page-world.ts';
import { revisionWith } from '../../build/revision.ts';

const HOSTILE = `<b>"'&</b><script>alert(1)</script>`;

/** A page of 60 kilobytes, less what style, script and icon take of it. */
const LIGHT_BYTES_MAX = 48 * 1024;

let here: CasePageWorld;
afterEach(() => here.close());

test('who is not signed in is led to signing in, and comes back', async () => {
  here = await casePageWorld();
  const { status, headers } = await here.get(undefined, here.path);
  expect([status, headers.location]).toEqual([303, `/sign-in?then=${encodeURIComponent(here.path)}`]);
});

test('each party reads where the case stands, and what it may do itself', async () => {
  here = await casePageWorld();
  const stands =
    'Level 1 (Service manager) owes the customer an answer since Tue 17 Nov 2026, 9:00 am Pacific.';
  const OWN: Readonly<Record<string, string>> = {
    dana: 'You may contact level 2 (Senior service manager) from Tue 17 Nov 2026, 1:00 pm Pacific (in 4 hours)',
    mia: 'You may contact level 2',
    ana: 'It is your turn.',
    ada: 'I have it',
    petra: 'Respond',
    desk: 'For the customer you may contact level 2 (Senior service manager) from',
    olga: 'You may contact level 3 (Director) from Wed 18 Nov 2026, 9:00 am Pacific',
    alan: 'You look on: you may read everything here and change nothing.',
    adam: 'You look on',
  };
  for (const [who, own] of Object.entries(OWN)) {
    const text = textOf(await here.look(who));
    expect([who, text]).toEqual([who, expect.stringContaining(stands)]);
    expect([who, text]).toEqual([who, expect.stringContaining(own)]);
  }
  expect(textOf(await here.look('alan'))).not.toContain('What you can do');
});

test('an instant from which something may be done is never shown before it is', async () => {
  here = await casePageWorld({ at: on('Tue 09:00:30') });
  expect(textOf(await here.look('dana'))).toContain('from Tue 17 Nov 2026, 1:01 pm Pacific');
});

test('a step whose time has come is said to be due, whether or not a machine has come to it', async () => {
  here = await casePageWorld();
  await here.setClock(on('Tue 13:00'));
  const text = textOf(await here.look('dana'));
  expect(text).toContain('You may contact level 2 (Senior service manager) now.');
  expect(text).toContain('Contact level 2 (Senior service manager) now');
  expect(textOf((await here.get('dana', `${here.path}/why/step/2`)).html)).toContain(
    '4 hours round the clock after the opening, unless the customer is satisfied: counted from Tue 17 Nov 2026, 9:00 am Pacific.',
  );
});

test('a deadline says how it is counted; one of another name is not there', async () => {
  here = await casePageWorld({
    revision: revisionWith({
      promises: [{ track: 'service', level: 1, respondWithin: '1 hour', calendar: 'always' }],
    }),
  });
  const level3 = textOf((await here.get('olga', `${here.path}/why/step/3`)).html);
  expect(level3).toContain('Due Wed 18 Nov 2026, 9:00 am Pacific (');
  expect(level3).toContain('1 business day without an answer from level 1 or 2');
  const promise = await here.get('dana', `${here.path}/why/promise/service/1/respondWithin`);
  expect(textOf(promise.html)).toContain('1 hour later, round the clock: Tue 17 Nov, 10:00 am.');
  for (const name of ['step/9', 'constructor', '', '%00']) {
    expect([name, (await here.get('dana', `${here.path}/why/${name}`)).status]).toEqual([name, 404]);
  }
});

test('a note is read by whom it is for and by whoever wrote it, and by who looks on', async () => {
  here = await casePageWorld();
  await here.does('ana', 'addNote', { text: 'Between ourselves.', audience: 'contractor' });
  await here.does('olga', 'addNote', { text: 'For the customer.', audience: 'customer' });
  const reads = async (who: string): Promise<readonly boolean[]> => {
    const text = textOf(await here.look(who));
    return [text.includes('Between ourselves.'), text.includes('For the customer.')];
  };
  expect(await reads('dana')).toEqual([false, true]);
  expect(await reads('bo')).toEqual([true, false]);
  expect(await reads('olga')).toEqual([false, true]);
  expect(await reads('alan')).toEqual([true, true]);
});

test('numbers that are for the parties alone are not shown to a customer', async () => {
  here = await casePageWorld();
  const { db } = here.connection;
  await sql`update person set office = '+1 202-555-0101', shown = 'parties' where person_id = 'ana'`.execute(
    db,
  );
  await sql`update person set office = '+1 202-555-0102' where person_id = 'dana'`.execute(db);
  const customer = await here.look('dana');
  expect(customer).not.toContain('555-0101');
  expect(customer).toContain('which you are not shown');
  const contractor = await here.look('bo');
  expect(contractor).toContain('tel:+1 202-555-0101');
  expect(contractor).toContain('tel:+1 202-555-0102');
});

test('who fills a seat today is shown by name, and who acted by the name they have today', async () => {
  here = await casePageWorld();
  const { db } = here.connection;
  await here.does('ana', 'acknowledge');
  await sql`update person set name = 'Ana Marlow' where person_id = 'ana'`.execute(db);
  await sql`update seat set person_id = 'cy' where seat_id = 'ana'`.execute(db);
  const text = textOf(await here.look('dana'));
  expect(text).toContain('Ana Marlow, the contractor');
  expect(text).toMatch(/Level 1 \(Service manager\)\ncy/);
});

test('what was told to whom stands under what happened, and not what oversight was told for a customer', async () => {
  here = await casePageWorld();
  await here.settle();
  expect(textOf(await here.look('dana'))).toMatch(/ana: mail handed to its carrier/);
  expect(textOf(await here.look('dana'))).not.toContain('olga: mail');
});

test('text that was erased says so', async () => {
  here = await casePageWorld({ opening: { text: 'Call me at home.' } });
  await sql`update event_text set text = null, salt = null, erased_at = now()`.execute(here.connection.db);
  const text = textOf(await here.look('ana'));
  expect(text).toContain('What was written here has been erased.');
  expect(text).not.toContain('Call me at home.');
});

test('a long case is read page by page, none of it twice and none left out', async () => {
  here = await casePageWorld();
  for (let number = 1; number <= 100; number++) {
    const by = { by: 'dana', over: 'portal' } as const;
    const command = { type: 'addNote', text: `Note ${number}.`, audience: 'all', ...by } as const;
    await here.send({ key: here.key, caller: undefined, actor: 'customer', command });
  }
  const found: string[] = [];
  let path: string | undefined = here.path;
  for (let pages = 0; path !== undefined && pages < 10; pages++) {
    const { html } = await here.get('dana', path);
    found.push(...(html.match(/Note \d+\./g) ?? []));
    path = /<a href="([^"]*)" rel="next">/.exec(html)?.[1]?.split('#')[0];
  }
  expect(found).toEqual(Array.from({ length: 100 }, (_, index) => `Note ${100 - index}.`));
});

test('long notes by the hundred leave a page light, and each is read whole', async () => {
  here = await casePageWorld();
  const cookie = await here.stepIn('dana');
  // As good as random: nothing of it gets smaller on the way.
  const noteOf = (note: number): string =>
    Array.from({ length: 94 }, (_, part) => createHash('sha256').update(`${note}/${part}`).digest('base64'))
      .join('')
      .slice(0, 4_000);
  const notes = new Map(Array.from({ length: 300 }, (_, at) => [noteOf(at + 1), at + 1]));
  for (const text of notes.keys()) {
    const by = { by: 'dana', over: 'portal' } as const;
    const command = { type: 'addNote', text, audience: 'all', ...by } as const;
    await here.send({ key: here.key, caller: undefined, actor: 'customer', command });
  }
  const found: number[] = [];
  let path: string | undefined = here.path;
  for (let pages = 0; path !== undefined && pages < 100; pages++) {
    const headers = { host: 'localhost', cookie, 'accept-encoding': 'gzip' };
    const { rawPayload }: LightMyRequestResponse = await here.server.inject({ url: path, headers });
    expect(rawPayload.length).toBeLessThan(LIGHT_BYTES_MAX);
    const html = gunzipSync(rawPayload).toString();
    const entries = [...html.matchAll(/<blockquote>([^<]*)<\/blockquote>/g)];
    found.push(...entries.map(([, text]) => notes.get(text ?? '') ?? 0));
    path = /<a href="([^"]*)" rel="next">/.exec(html)?.[1]?.split('#')[0];
  }
  expect(found).toEqual(Array.from({ length: 300 }, (_, index) => 300 - index));
}, 60_000);

test('what people typed stays text on every page of a case', async () => {
  here = await casePageWorld({ opening: { text: HOSTILE, references: [HOSTILE] } });
  const { db } = here.connection;
  await here.does('ana', 'respond', { text: HOSTILE });
  await here.does('dana', 'addNote', { text: HOSTILE, audience: 'all' });
  await sql`update person set name = ${HOSTILE}, title = ${HOSTILE}, office = ${HOSTILE}, email = ${HOSTILE}`.execute(
    db,
  );
  await sql`update customer set name = ${HOSTILE}`.execute(db);
  await sql`update contract set title = ${HOSTILE}`.execute(db);
  const ask = await here.act('dana', 'ask');
  const kept = await here.post('dana', `${here.path}/acts/ask`, { text: HOSTILE, 'statedAt-date': HOSTILE });
  const hand = await here.act('ana', 'handOver');
  for (const html of [await here.look('dana'), await here.look('olga'), ask.html, kept.html, hand.html]) {
    expect(html).not.toMatch(/<script>|<b>"/);
    expect(html).toContain('&lt;b&gt;');
  }
});

test('a drill, a pause and a closed case say what they are', async () => {
  here = await casePageWorld({ opening: { practice: true } });
  expect(textOf(await here.look('dana'))).toContain('This is a drill or a sample');
  const sent = await here.does('dana', 'satisfied', {});
  expect(textOf((await here.get('dana', String(sent.headers.location))).html)).toContain(
    'The case is closed. You can take this back within 24 hours.',
  );
  const closed = textOf(await here.look('dana'));
  expect(closed).toContain('Closed since Tue 17 Nov 2026, 9:00 am Pacific.');
  expect(closed).toContain(
    'You can take back that you are satisfied until Wed 18 Nov 2026, 9:00 am Pacific.',
  );
  expect(closed).toContain('No clock runs.');
});

test('word of what was done is for whoever did it', async () => {
  here = await casePageWorld();
  const sent = await here.does('dana', 'ask', {});
  const place = String(sent.headers.location);
  expect(textOf((await here.get('dana', place)).html)).toContain(
    'Every level contacted so far is asked again.',
  );
  expect(textOf((await here.get('ana', place)).html)).not.toContain('Done');
  expect(textOf((await here.get('dana', `${here.path}?done=close.3.3`)).html)).not.toContain(
    'the case is closed',
  );
});
