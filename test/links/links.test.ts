import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OutgoingMail } from '../../src/app/ports/mail.ts';
import type { CaseKey } from '../../src/app/ports/store.ts';
import { linkToken } from '../../src/app/secret.ts';
import { type AnswersWorld, answersWorld, linkIn, to } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { TEST_SECRET } from '../build/engine-parts.ts';

let here: AnswersWorld;
let key: CaseKey;
let mails: readonly OutgoingMail[];

beforeEach(async () => {
  here = await answersWorld(on('Tue 09:00'));
  key = await here.open({ text: 'No dial tone' });
  mails = await here.settle();
}, 60_000);
afterEach(() => here.close());

const get = (url: string) => here.server.inject({ method: 'GET', url });
const post = (url: string, text?: string, headers: Record<string, string> = {}) =>
  here.server.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: text === undefined ? '' : new URLSearchParams({ text }).toString(),
  });
const types = async (): Promise<readonly string[]> =>
  (await here.events(key)).map((event) => event.type).filter((type) => type !== 'DeliveryRecorded');

describe('a link', () => {
  test('says on whose behalf one acts and what the button does, and does nothing when it is looked at', async () => {
    const path = linkIn(to(mails, 'dana'), /^Satisfied/);
    const before = await types();
    for (let looks = 0; looks < 3; looks++) expect((await get(path)).statusCode).toBe(200);
    const { body, headers } = await get(path);
    expect(body).toContain('You act as dana, on behalf of An agency.');
    expect(body).toContain('It closes the case.');
    expect(body).toContain(key.caseId);
    expect(body).not.toMatch(/<script(?! type="module" src="\/static\/)/);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(await types()).toEqual(before);
  });

  test.each([
    ['ana', /^Acknowledge/, undefined, 'Acknowledged'],
    ['ana', /^Respond/, 'A technician is on the way', 'Responded'],
    ['dana', /^Satisfied/, '', 'CaseClosed'],
    ['dana', /^Not satisfied/, 'It dropped again', 'NotSatisfied'],
  ] as const)(
    'of %s that says %s acts once, and says afterwards that it was used',
    async (who, label, text, event) => {
      const path = linkIn(to(mails, who), label);
      const done = await post(path, text);
      expect([done.statusCode, done.body]).toEqual([200, expect.stringContaining('Done: ')]);
      const said = (await here.events(key)).find(({ type }) => type === event);
      expect(said).toMatchObject({ by: who, over: 'portal' });
      const after = await types();
      const again = await post(path, text);
      expect(again.statusCode).toBe(410);
      expect(again.body).toContain('This link has been used');
      expect(await types()).toEqual(after);
    },
  );

  test('to move the case works once its step is due', async () => {
    await here.setClock(on('Tue 13:00'));
    const path = linkIn(to(await here.settle(), 'dana'), /^Contact level 2 now/);
    expect((await post(path)).statusCode).toBe(200);
    expect((await here.events(key)).find(({ type }) => type === 'Escalated')).toMatchObject({
      level: 2,
      by: 'dana',
    });
  });

  test('a response without words is asked for again, and the link still works', async () => {
    const path = linkIn(to(mails, 'ana'), /^Respond/);
    const empty = await post(path, '   ');
    expect([empty.statusCode, empty.body]).toEqual([
      422,
      expect.stringContaining('Write your response first'),
    ]);
    expect((await post(path, 'On the way')).statusCode).toBe(200);
  });

  test('of two that use it at once one acts', async () => {
    const path = linkIn(to(mails, 'dana'), /^Not satisfied/);
    const answers = await Promise.all([post(path), post(path), post(path)]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 410, 410]);
    expect((await types()).filter((type) => type === 'NotSatisfied')).toHaveLength(1);
  });

  test('dies when the case goes on, but not of an acknowledgement or a note', async () => {
    const path = linkIn(to(mails, 'dana'), /^Satisfied/);
    const say = (command: object) =>
      here.send({ key, caller: undefined, actor: 'contractor', command: { by: 'ana', ...command } as never });
    await say({ type: 'acknowledge' });
    await say({ type: 'addNote', text: 'Looking' });
    expect((await get(path)).statusCode).toBe(200);
    await say({ type: 'respond', text: 'Fixed' });
    const page = await get(path);
    expect(page.statusCode).toBe(410);
    expect(page.body).toContain('The case has gone on since this link was sent');
    expect((await post(path)).statusCode).toBe(410);
    expect(await types()).not.toContain('CaseClosed');
  });

  test('dies after 72 hours', async () => {
    const path = linkIn(to(mails, 'ana'), /^Acknowledge/);
    await here.setClock(on('Fri 08:59'));
    expect((await get(path)).statusCode).toBe(200);
    await here.setClock(on('Fri 09:00'));
    const page = await post(path);
    expect([page.statusCode, page.body]).toEqual([410, expect.stringContaining('worked for 72 hours')]);
  });

  test('that was forged, cut short or made with another secret is none', async () => {
    const path = linkIn(to(mails, 'dana'), /^Satisfied/);
    const forged = `/l/${linkToken(TEST_SECRET, '00000000-0000-4000-8000-000000000000')}`;
    for (const one of [forged, path.slice(0, -1), `${path}x`, '/l/..%2F', `/l/${'a'.repeat(150)}`]) {
      const page = await post(one);
      expect([one, page.statusCode]).toEqual([one, 404]);
      expect((await post(`${one}/fresh`)).statusCode).toBe(404);
    }
    expect(await types()).not.toContain('CaseClosed');
  });

  test('of somebody whose role has ended shows nothing of the case and does nothing', async () => {
    const path = linkIn(to(mails, 'dana'), /^Satisfied/);
    await sql`delete from role where person_id = 'dana'`.execute(here.connection.db);
    const page = await get(path);
    expect(page.statusCode).toBe(410);
    expect(page.body).not.toContain(key.caseId);
    expect(page.body).not.toContain('An agency');
    expect((await post(path)).statusCode).toBe(410);
    expect(await types()).not.toContain('CaseClosed');
  });

  test('acts only from its own page', async () => {
    const path = linkIn(to(mails, 'dana'), /^Satisfied/);
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site', origin: 'null' },
      { origin: 'https://elsewhere.example' },
    ] as Record<string, string>[]) {
      expect((await post(path, '', headers)).statusCode).toBe(403);
    }
    expect(await types()).not.toContain('CaseClosed');
    expect((await post(path, '', { 'sec-fetch-site': 'same-origin', origin: 'null' })).statusCode).toBe(200);
  });

  test('that is dead offers a fresh message, which goes to the address on file, three times an hour', async () => {
    const path = linkIn(to(mails, 'dana'), /^Satisfied/);
    await here.send({ key, caller: undefined, actor: 'contractor', command: { type: 'respond', by: 'ana' } });
    await here.settle();
    expect((await get(path)).body).toContain('Send me a fresh message');
    const statuses = [];
    for (let count = 0; count < 4; count++) statuses.push((await post(`${path}/fresh`)).statusCode);
    expect(statuses).toEqual([200, 200, 200, 429]);
    const fresh = await here.settle();
    expect(fresh.map((mail) => mail.to.address)).toEqual(Array(3).fill('dana@ladder.example'));
    expect((await get(linkIn(fresh[0]!, /^Satisfied/))).statusCode).toBe(200);
  });

  test('satisfied by link is told to the opener in one mail with the way back, and to the others as a closing', async () => {
    await post(linkIn(to(mails, 'dana'), /^Satisfied/));
    const told = await here.settle();
    const mine = told.filter((mail) => mail.to.address === 'dana@ladder.example');
    expect(mine.map(({ subject }) => subject)).toEqual([
      expect.stringContaining('Satisfied: the case is closed'),
    ]);
    const [confirmed] = mine;
    const text = confirmed!.text.replaceAll(/\s+/g, ' ');
    expect(text).toContain('dana said by a link that the matter is settled.');
    expect(text).toContain('you can take it back until Wednesday 18 November, 9:00 am Pacific');
    // Whoever else is on the case hears of the closing, once each.
    const others = told.filter((mail) => mail !== confirmed);
    expect(others.map((mail) => mail.to.address).toSorted()).toEqual(['ana@ladder.example']);
    for (const { subject, text: said } of others) {
      expect(subject).toContain('Case closed');
      expect(said).not.toContain('Take it back');
    }
    expect((await post(linkIn(confirmed!, /^Take it back/))).statusCode).toBe(200);
    expect(await types()).toContain('SatisfactionUndone');
  });

  test('leaves no token in the log, nor in the database', async () => {
    const path = linkIn(to(mails, 'dana'), /^Satisfied/);
    const token = path.slice('/l/'.length);
    await get(path);
    await post(path);
    await post(`${path}/fresh`);
    await get(`${path}%zz`);
    expect(here.logged.length).toBeGreaterThan(2);
    expect(here.logged.join()).toContain('/l/:token');
    expect(here.logged.join()).not.toContain(token);
    const { rows } = await sql<{ found: boolean }>`
      select exists (select from delivery_body where body_text like ${`%${token}%`} or body_html like ${`%${token}%`})
        or exists (select from action_link where encode(token_hash, 'escape') like ${`%${token}%`}) as found`.execute(
      here.connection.db,
    );
    expect(rows[0]?.found).toBe(false);
  });
});
