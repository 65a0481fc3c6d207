import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiWorld, apiWorld, CONTRACT } from './api-world.ts';

let api: ApiWorld;
beforeAll(async () => {
  api = await apiWorld();
});
afterAll(() => api.close());

test('a case is opened, shown and answered', async () => {
  const opened = await api.post('dana', `${CONTRACT}/cases`, {
    track: 'service',
    text: 'Both lines are down.',
    references: ['INC-1'],
  });
  expect(opened).toMatchObject({ status: 201, body: { version: 2 }, headers: { etag: '"2"' } });
  const path = String(opened.headers.location);
  const shown = await api.get('dana', path);
  expect(shown.body).toMatchObject({ status: 'open', customer: 'agency', references: ['INC-1'] });
  expect(shown.body.waiting).toMatchObject({ kind: 'answer', party: 'contractor', level: 1 });
  const answered = await api.post('ana', `${path}/responses`, { text: 'A technician is on the way.' });
  expect(answered).toMatchObject({ status: 201, body: { version: 3, events: [{ type: 'Responded' }] } });
  expect((await api.get('dana', path)).body.waiting).toMatchObject({ kind: 'settlement' });
});

test('an unchanged case is not sent again', async () => {
  const path = await api.opened();
  const { headers } = await api.get('dana', path);
  expect(headers.etag).toBe('"2"');
  expect(await api.get('dana', path, { 'if-none-match': '"1", "2"' })).toMatchObject({ status: 304 });
  await api.post('ana', `${path}/acknowledgements`);
  expect(await api.get('dana', path, { 'if-none-match': '"2"' })).toMatchObject({ status: 200 });
});

test('a command without anything new is accepted and brings nothing', async () => {
  const path = await api.opened();
  const key = { 'idempotency-key': 'once' };
  const first = await api.post('ana', `${path}/acknowledgements`, undefined, key);
  const second = await api.post('ana', `${path}/acknowledgements`);
  expect([first.status, second.status]).toEqual([201, 200]);
  expect(second.body).toMatchObject({ version: 3, events: [] });
});

test('a stand-in named until an instant is one until then, and one whose end has passed is refused', async () => {
  const path = await api.opened();
  const named = await api.post('dana', `${path}/stand-ins`, {
    person: 'dora',
    endsAt: '2099-12-24T17:00:00+01:00',
  });
  expect(named).toMatchObject({ status: 201, body: { events: [{ endsAt: '2099-12-24T16:00:00.000Z' }] } });
  expect((await api.get('dana', path)).body.standIn).toEqual({
    person: 'dora',
    endsAt: '2099-12-24T16:00:00.000Z',
  });
  expect((await api.get('dora', path)).status).toBe(200);
  const over = await api.post('dana', `${path}/stand-ins`, {
    person: 'dora',
    endsAt: '1999-12-24T17:00:00Z',
  });
  expect(over).toMatchObject({ status: 409, body: { code: 'case-stand-in-over' } });
});

test('the desk opens for a caller, who is told and answers', async () => {
  const opening = { track: 'service', customer: 'agency', onBehalfOf: 'customer' };
  expect(await api.post('desk', `${CONTRACT}/cases`, opening)).toMatchObject({
    status: 422,
    body: { code: 'reporter-not-named' },
  });
  expect(await api.post('desk', `${CONTRACT}/cases`, { ...opening, reporter: 'nils' })).toMatchObject({
    status: 422,
    body: { code: 'reporter-not-found' },
  });
  const opened = await api.post('desk', `${CONTRACT}/cases`, { ...opening, reporter: 'dana' });
  expect(opened).toMatchObject({
    status: 201,
    body: { events: [{ onBehalfOf: 'customer', by: 'desk' }, {}] },
  });
  const path = String(opened.headers.location);
  expect((await api.get('dana', path)).body).toMatchObject({ reporter: 'dana' });
  expect(await api.post('desk', `${path}/satisfactions`, {})).toMatchObject({ status: 403 });
  expect(await api.post('desk', `${path}/asks`, { onBehalfOf: 'customer' })).toMatchObject({ status: 201 });
});

test.each([
  ['of a customer of no such name', 'olga', { customer: 'nobody' }, 404, 'customer-not-found'],
  ["of a stranger's customer", 'dana', { customer: 'other' }, 404, 'customer-not-found'],
  [
    'by somebody of the contractor in its own name',
    'ana',
    { customer: 'agency' },
    403,
    'command-not-allowed',
  ],
  ['without a customer by who belongs to none', 'desk', {}, 422, 'customer-not-named'],
  ['on a track that is not in the plan', 'dana', { track: 'nothing' }, 409, 'case-track-unknown'],
  ['stated later than now', 'dana', { statedAt: '2026-12-24T09:00:00Z' }, 409, 'case-stated-ahead'],
] as const)('no case is opened %s', async (_what, who, fields, status, code) => {
  const answer = await api.post(who, `${CONTRACT}/cases`, { track: 'service', ...fields });
  expect(answer).toMatchObject({ status, body: { status, code, type: `/api/problems#${code}` } });
});

test('a deadline says why it falls where it does', async () => {
  const path = await api.opened();
  const { body } = await api.get('dana', `${path}/deadlines`);
  const [step] = body.items as { name: string; dueAt: string; reasons: { code: string; text: string }[] }[];
  expect(step).toMatchObject({ name: 'step/2', dueAt: '2026-11-17T21:00:00.000Z' });
  expect(step?.reasons.map(({ code }) => code)).toEqual(['forecast-clock', 'explain-opened', 'explain-due']);
  expect(step?.reasons.at(-1)?.text).toContain('4 hours later');
});

test('a forecast of a case goes on from where it stands', async () => {
  const path = await api.opened();
  await api.post('dana', `${path}/asks`);
  const { body } = await api.get('dana', `${path}/forecast`);
  const rows = body.rows as { at: string; kind: string; level: number }[];
  expect(rows.filter(({ kind }) => kind === 'move').map(({ level }) => level)).toEqual([2, 3]);
  expect(rows[0]).toMatchObject({ at: '2026-11-17T21:00:00.000Z', level: 2 });
});

test('a forecast of a case that might be opened heeds supposed answers', async () => {
  const asked = `${CONTRACT}/forecasts?track=service&opened=2026-11-17T09:00:00-08:00`;
  const silent = await api.get('dana', asked);
  expect((silent.body.rows as object[]).length).toBeGreaterThan(2);
  const answered = await api.get(
    'dana',
    `${asked}&answered=1@2026-11-17T10:00:00-08:00,2@2026-11-17T14:00:00-08:00`,
  );
  expect(answered).toMatchObject({ status: 200, body: { unreached: [{ level: 3 }] } });
  expect(await api.get('dana', `${asked}&answered=soon`)).toMatchObject({
    status: 400,
    body: { problems: [{ path: '/answered', code: 'field-answer-malformed' }] },
  });
  expect(await api.get('dana', asked.replace('service', 'nothing'))).toMatchObject({
    status: 400,
    body: { code: 'forecast-track-unknown' },
  });
});

test('a forecast says whom Ladder would try in the first hour of each level, to those who may see whom it could reach', async () => {
  const asked = `${CONTRACT}/forecasts?track=service&opened=2026-11-17T09:00:00-08:00`;
  interface Row {
    readonly kind: string;
    readonly at: string;
    readonly tries?: readonly {
      readonly at: string;
      readonly person: string;
      readonly means: readonly string[];
    }[];
  }
  const rowsFor = async (who: Parameters<ApiWorld['get']>[0], query: string) =>
    (await api.get(who, query)).body.rows as readonly Row[];
  const rows = await rowsFor('desk', asked);
  for (const { kind, at, tries = [] } of rows) {
    if (kind !== 'opened' && kind !== 'move') expect(tries).toEqual([]);
    else expect([kind, tries[0]?.at, tries[0]?.means]).toEqual([kind, at, ['email']]);
    expect(tries.filter((one) => Date.parse(one.at) >= Date.parse(at) + 3_600_000)).toEqual([]);
  }
  const answered = await rowsFor('desk', `${asked}&answered=1@2026-11-17T09:10:00-08:00`);
  expect(answered.find(({ kind }) => kind === 'opened')?.tries).toHaveLength(1);
  expect((await rowsFor('dana', asked)).some(({ tries }) => tries)).toBe(false);
  const path = await api.opened();
  const ahead = await rowsFor('desk', `${path}/forecast`);
  expect(ahead.filter(({ kind }) => kind === 'move').every(({ tries = [] }) => tries.length > 0)).toBe(true);
});

test('a note for one party is read by that party and its writer', async () => {
  const path = await api.opened();
  await api.post('ana', `${path}/notes`, { text: 'The card is old.', audience: 'contractor' });
  const texts = async (who: Parameters<ApiWorld['get']>[0]) =>
    ((await api.get(who, `${path}/events`)).body.items as { text?: string }[]).flatMap(
      ({ text }) => text ?? [],
    );
  expect(await texts('desk')).toEqual(['The card is old.']);
  expect(await texts('alan')).toEqual(['The card is old.']);
  expect(await texts('dana')).toEqual([]);
  expect(await texts('olga')).toEqual([]);
});

test('events are read from a number on', async () => {
  const path = await api.opened();
  await api.post('dana', `${path}/asks`, { text: 'Hello?' });
  const first = await api.get('dana', `${path}/events?limit=2`);
  expect(first.body).toMatchObject({ items: [{ number: 1 }, { number: 2 }], next: 2 });
  const rest = await api.get('dana', `${path}/events?after=2`);
  expect(rest.body).toMatchObject({
    items: [{ number: 3, type: 'CustomerAsked', text: 'Hello?' }],
    next: null,
  });
});

test('whom to reach is who fills the seats today', async () => {
  const path = await api.opened();
  const { body } = await api.get('alan', `${path}/contacts`);
  expect(body.items).toMatchObject([
    { level: 1, reach: [{ seat: 'ana', person: { personId: 'ana', office: '+1 202-555-0101' } }] },
    { level: 2 },
    { level: 3 },
  ]);
  // The plan as written is gone, so nobody knows which numbers it shows to the parties alone.
  const forCustomer = (await api.get('dana', `${path}/contacts`)).body.items as { reach: object[] }[];
  expect(forCustomer[0]?.reach).toEqual([
    { seat: 'ana', title: 'Service manager', deputy: null, person: { personId: 'ana', name: 'ana' } },
  ]);
});

test('a case that is set aside is shown as such, and takes no command', async () => {
  const path = await api.opened();
  await sql`update "case" set set_aside_at = '2026-11-17T17:00:00Z', set_aside_error = 'a bug',
    deadline_job = null where case_id = ${path.split('/').at(-1)}`.execute(api.world.connection.db);
  const shown = await api.get('dana', path, { 'if-none-match': '"2"' });
  expect(shown).toMatchObject({ status: 200, body: { setAside: true }, headers: { etag: '"2-set-aside"' } });
  const answer = await api.post('dana', `${path}/asks`, {}, { 'if-match': '"2-set-aside"' });
  expect(answer).toMatchObject({ status: 503, body: { code: 'case-set-aside' } });
  expect(answer.headers['retry-after']).toBe('300');
});

test('a draft opens cases in a demonstration, and nowhere else', async () => {
  for (const isDemonstration of [false, true]) {
    const own = await apiWorld({ isDemonstration });
    await sql`update revision set state = 'draft', published_at = null`.execute(own.world.connection.db);
    const answer = await own.post('dana', `${CONTRACT}/cases`, { track: 'service' });
    await own.close();
    expect(answer.status).toBe(isDemonstration ? 201 : 409);
    if (!isDemonstration) expect(answer.body.code).toBe('revision-not-published');
  }
});

test('deliveries say whom and how, and no address', async () => {
  const path = await api.opened();
  const caseId = path.split('/').at(-1);
  await sql`insert into delivery (contract_id, delivery_id, case_id, number, person_id, level, kind, means, state,
      attempts, queued_at) values ('sample', gen_random_uuid(), ${caseId}, 2, 'ana', 1, 'notice', 'email', 'queued',
      0, '2026-11-17T17:00:00Z')`.execute(api.world.connection.db);
  const { body } = await api.get('dana', `${path}/deliveries`);
  expect(body.items).toEqual([
    {
      deliveryId: expect.any(String),
      event: 2,
      round: 0,
      person: 'ana',
      level: 1,
      kind: 'notice',
      means: 'email',
      state: 'queued',
      attempts: 0,
      reason: null,
      queuedAt: '2026-11-17T17:00:00.000Z',
      settledAt: null,
      handedOverAt: null,
      deliveredAt: null,
      answeredAt: null,
    },
  ]);
});
