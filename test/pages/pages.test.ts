import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { handle } from '../../src/app/handle.ts';
import { moveClock } from '../../src/app/move-clock.ts';
import type { MovableClock } from '../../src/app/ports/movable-clock.ts';
import type { Telephones } from '../../src/app/ports/telephones.ts';
import { hashOf } from '../../src/app/secret.ts';
import { databaseClock } from '../../src/clock/database.ts';
import { startEngine } from '../../src/engine/engine.ts';
import { movableClock } from '../../src/store/answers/movable-clock.ts';
import { connect } from '../../src/store/connect.ts';
import { openStore } from '../../src/store/open-store.ts';
import { type AnswersWorld, answersWorld, linkIn, to } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { engineParts } from '../build/engine-parts.ts';

const HOSTILE = `<b>"'&</b><script>alert(1)</script>`;

let here: AnswersWorld;
afterEach(() => here.close());

const get = (url: string, headers: Record<string, string> = {}) =>
  here.server.inject({ method: 'GET', url, headers });

async function kind(name: 'demonstration' | 'real'): Promise<void> {
  await sql`insert into installation (kind, made_at, secret_fingerprint) values (${name}, '2026-01-01T00:00:00Z', 'x')`.execute(
    here.connection.db,
  );
}

async function token(scopes: readonly string[]): Promise<Record<string, string>> {
  const made = `ladder_${randomBytes(32).toString('base64url')}`;
  await sql`insert into api_token (token_id, token_hash, name, scopes, made_at) values (${randomUUID()},
    decode(${hashOf(made)}, 'hex'), 'test', ${[...scopes]}::text[], '2026-01-01T00:00:00Z')`.execute(
    here.connection.db,
  );
  return { authorization: `Basic ${Buffer.from(`any:${made}`).toString('base64')}` };
}

const firstMail = async (): Promise<string> => {
  const { rows } = await sql<{ delivery_id: string }>`
    select delivery_id from delivery where person_id = 'dana'`.execute(here.connection.db);
  return rows[0]!.delivery_id;
};

describe('the outbox', () => {
  test('of a demonstration shows each mail as its reader has it, links that work included', async () => {
    here = await answersWorld(on('Tue 09:00'), { isDemonstration: true });
    await here.open();
    const mails = await here.settle();
    const list = await get('/outbox', { host: 'localhost:8080' });
    expect(list.statusCode).toBe(200);
    expect(list.body).toContain('Demonstration: nothing here is real');
    for (const { subject } of mails) expect(list.body).toContain(subject);
    const id = await firstMail();
    const path = linkIn(to(mails, 'dana'), /^Satisfied/);
    expect((await get(`/outbox/${id}`, { host: '127.0.0.1' })).body).toContain(path);
    const html = await get(`/outbox/${id}/html`, { host: 'localhost' });
    expect(html.body).toContain(path);
    expect(html.headers['content-security-policy']).toMatch(/^sandbox .*default-src 'none'/);
    expect((await get('/outbox?person=ana', { host: 'localhost' })).body).not.toContain('>dana<');
    expect((await get('/outbox?case=999999&before=x', { host: 'localhost' })).body).toContain('No mail.');
    for (const filter of ['person', 'case', 'before'])
      expect((await get(`/outbox?${filter}=a%00b`, { host: 'localhost' })).statusCode).toBe(200);
  });

  test('says plainly of what nobody needed to hear any more that it was not sent', async () => {
    here = await answersWorld(on('Tue 09:00'), { isDemonstration: true });
    await here.open();
    await here.settle();
    await sql`update delivery set state = 'failed', reason = 'overtaken'`.execute(here.connection.db);
    const list = await get('/outbox', { host: 'localhost:8080' });
    expect(list.body).toContain('not sent: no longer needed');
    expect(list.body).not.toContain('overtaken');
    expect((await get(`/outbox/${await firstMail()}`, { host: 'localhost' })).body).toContain(
      'not sent: no longer needed',
    );
  });

  test('leads from a text to the telephone that gets it, where there are any', async () => {
    const telephones: Telephones = {
      ladder: '+12025550100',
      all: async () => [],
      one: async () => expect.unreachable(),
      act: async () => false,
    };
    here = await answersWorld(on('Tue 09:00'), { isDemonstration: true, telephones });
    await here.open();
    await here.settle();
    const link = 'href="/outbox/telephones/12025550111"';
    await sql`update delivery_body set address = '+1 202-555-0111'`.execute(here.connection.db);
    expect((await get('/outbox', { host: 'localhost:8080' })).body).not.toContain(link);
    await sql`update delivery set means = 'text'`.execute(here.connection.db);
    expect((await get('/outbox', { host: 'localhost:8080' })).body).toContain(link);
  });

  test('of a demonstration is for this machine alone', async () => {
    here = await answersWorld(on('Tue 09:00'), { isDemonstration: true });
    for (const path of ['/outbox', '/clock', '/problems']) {
      expect((await get(path, { host: 'rebound.elsewhere.example' })).statusCode).toBe(403);
    }
  });

  test('of a real installation wants the administrator, and hides links', async () => {
    here = await answersWorld(on('Tue 09:00'));
    await here.open();
    const mails = await here.settle();
    const id = await firstMail();
    for (const path of ['/outbox', `/outbox/${id}`, `/outbox/${id}/html`, '/problems']) {
      const refused = await get(path);
      expect([path, refused.statusCode]).toEqual([path, 401]);
      expect(refused.headers['www-authenticate']).toMatch(/^Basic/);
      expect(refused.body).not.toContain('dana');
      expect((await get(path, await token(['read', 'write']))).statusCode).toBe(401);
      const shown = await get(path, await token(['admin']));
      expect([path, shown.statusCode]).toEqual([path, 200]);
      expect(shown.body).not.toContain('ladder-link:');
      expect(shown.body).not.toContain(linkIn(to(mails, 'dana'), /^Satisfied/));
    }
  });

  test('does not fail on ids that are none', async () => {
    here = await answersWorld(on('Tue 09:00'), { isDemonstration: true });
    for (const id of ['x', '%00', randomUUID()]) {
      expect((await get(`/outbox/${id}`, { host: 'localhost' })).statusCode).toBe(404);
    }
  });
});

test('what people typed stays text on every page', async () => {
  here = await answersWorld(on('Tue 09:00'), { isDemonstration: true });
  const { db } = here.connection;
  await sql`update person set name = ${HOSTILE}`.execute(db);
  await sql`update customer set name = ${HOSTILE}`.execute(db);
  await sql`update contract set title = ${HOSTILE}`.execute(db);
  const key = await here.open({ text: HOSTILE, references: [HOSTILE] });
  const mails = await here.settle();
  await here.taker.take(here.mailFrom('dana', key, HOSTILE, { authenticated: false }));
  const [held] = await here.settle();
  await sql`update "case" set set_aside_at = now(), set_aside_error = ${HOSTILE}, set_aside_by = ${HOSTILE},
    deadline_job = null`.execute(db);
  await sql`update delivery set state = 'failed', reason = ${HOSTILE}`.execute(db);
  const id = await firstMail();
  const paths = [
    ...[
      linkIn(to(mails, 'dana'), /^Satisfied/),
      linkIn(to(mails, 'ana'), /^Respond/),
      linkIn(held!, /^Confirm/),
    ],
    ...['/outbox', `/outbox/${id}`, `/outbox/${id}/html`, '/clock', '/problems'],
    `/outbox?case=${encodeURIComponent(HOSTILE)}&person=${encodeURIComponent(HOSTILE)}`,
  ];
  for (const path of paths) {
    const { body, statusCode } = await get(path, { host: 'localhost' });
    expect([path, statusCode]).toEqual([path, 200]);
    expect(body).not.toContain('<script>');
    expect(body).not.toMatch(/<b>"/);
  }
  const undone = await here.server.inject({
    method: 'POST',
    url: linkIn(to(mails, 'dana'), /^Satisfied/),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ text: HOSTILE }).toString(),
  });
  expect(undone.statusCode).toBe(503);
  expect(undone.body).not.toContain('<script>');
});

describe('the clock', () => {
  test('of a real installation is not moved, by no road', async () => {
    here = await answersWorld(on('Tue 09:00'));
    await kind('real');
    const { authorization = '' } = await token(['admin']);
    const post = (url: string, payload: object) =>
      here.server.inject({ method: 'POST', url, headers: { authorization }, payload });
    expect((await post('/api/v1/demonstration/clock', { by: '4 hours' })).statusCode).toBe(404);
    expect((await post('/clock', { by: '4 hours' })).statusCode).toBe(409);
    const clock = movableClock(here.store);
    expect(await moveClock({ clock, wait: async () => undefined }, on('Wed 09:00'))).toMatchObject({
      code: 'clock-not-movable',
    });
  });

  test.each(['yesterday', '-4 hours', '2 years', '1 business day', '', '400 days'])(
    'does not move by "%s"',
    async (by) => {
      here = await answersWorld(on('Tue 09:00'), { isDemonstration: true });
      await kind('demonstration');
      const answer = await here.server.inject({
        method: 'POST',
        url: '/api/v1/demonstration/clock',
        headers: { host: 'localhost' },
        payload: { by },
      });
      expect(answer.statusCode).toBe(422);
    },
  );

  test('goes from due instant to due instant, and nothing is late by it', async () => {
    let moved: MovableClock | undefined;
    const clock: MovableClock = {
      isDemonstration: async () => (await moved?.isDemonstration()) ?? false,
      now: async () => (await moved?.now()) ?? on('Tue 09:00'),
      stepTowards: (target) => moved!.stepTowards(target),
    };
    here = await answersWorld(on('Tue 09:00'), { isDemonstration: true, clock });
    await kind('demonstration');
    const connection = connect<unknown>(here.url, { max: 10, applicationName: 'test' });
    const store = await openStore({ connection, clock: databaseClock });
    const engine = startEngine(engineParts(store));
    try {
      moved = movableClock(store);
      const begun = await moved.now();
      const key = { contract: here.contract, caseId: await store.transaction((tx) => tx.newCaseId()) };
      const about = { caseId: key.caseId, revision: here.revision, track: 'service', customer: 'agency' };
      const [opened] = await handle(store, [
        { key, caller: undefined, actor: 'customer', command: { type: 'open', by: 'dana', ...about } },
      ]);
      expect(opened).toMatchObject({ accepted: true });
      const until = new Date(begun + 3 * 86_400_000).toISOString();
      let far: { readonly isThere?: boolean; readonly stops?: number } = {};
      for (let calls = 0; calls < 5 && !far.isThere; calls++) {
        const answer = await here.server.inject({
          method: 'POST',
          url: '/api/v1/demonstration/clock',
          headers: { host: 'localhost' },
          payload: { until },
        });
        far = { stops: (far.stops ?? 0) + answer.json().stops, isThere: answer.json().isThere };
      }
      expect(far).toMatchObject({ isThere: true });
      expect(far.stops).toBeGreaterThan(3);
      const { rows } = await sql<{ type: string; late: number | null }>`
        select type, (body->>'latenessMs')::int as late from event order by number`.execute(connection.db);
      expect(rows.map(({ type }) => type)).toContain('StepFellDue');
      // Not the hours that were jumped over; seconds are a machine that stands still.
      expect(Math.max(...rows.map(({ late }) => late ?? 0))).toBeLessThan(30_000);
      expect(await moved.now()).toBeGreaterThanOrEqual(Date.parse(until));
    } finally {
      await engine.stop();
      await store.close();
      await connection.close();
    }
  }, 60_000);
});
