import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { revisionDigest } from '../../src/app/revision-digest.ts';
import { COMMAND_TYPES } from '../../src/core/case/command.ts';
import type { Revision } from '../../src/core/plan/revision/revision.ts';
import { DEMONSTRATION_CUSTOMERS, DEMONSTRATION_PEOPLE } from '../../src/service/demonstration-samples.ts';
import { planText } from '../app/contracts-world.ts';
import { on } from '../build/case.ts';
import { revisionWith } from '../build/revision.ts';
import type { World } from '../build/world.ts';
import { report } from '../obligation/build.ts';
import { undertakenIn } from '../obligation/undertaken-in.ts';
import { type ApiWorld, apiWorld, CONTRACT, type Person } from './api-world.ts';
import { inTestNames } from './sample-names.ts';

interface Media {
  readonly schema: { readonly examples?: readonly unknown[]; readonly $ref?: string };
  readonly example?: unknown;
}
interface Described {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly example?: unknown;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Media>> }>>;
}
interface Operation {
  readonly path: string;
  readonly method: string;
  readonly described: Described;
}

let api: ApiWorld;
let document: Record<string, unknown>;
let operations: readonly Operation[];
let ajv: Ajv2020;

beforeAll(async () => {
  const pauses = {
    reasons: ['customer not available'],
    longest: '2 business days',
    calendar: 'business',
  };
  const revision = revisionWith({ pauses, reopening: { within: '30 days' } });
  api = await apiWorld({}, revision);
  await seed(api.world, revision);
  document = (await api.get(undefined, '/api/openapi.json')).body;
  operations = Object.entries(document.paths as Record<string, Record<string, Described>>).flatMap(
    ([path, item]) => Object.entries(item).map(([method, described]) => ({ path, method, described })),
  );
  ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(document, 'api');
});
afterAll(() => api.close());

/** What the examples speak of, beside what every test has: another revision, a plan as written, a customer. */
async function seed({ connection: { db }, contract }: World, revision: Revision): Promise<void> {
  const second = { ...revision, contract, number: 2 };
  const rules = JSON.stringify(second);
  await sql`insert into revision (contract_id, number, state, digest, rules, loaded_at, published_at)
    values (${contract}, 2, 'superseded', decode(${revisionDigest(second, [])}, 'hex'), ${rules}::jsonb, ${NOW},
      ${NOW})`.execute(db);
  await sql`insert into revision_source (contract_id, number, source) values (${contract}, 1, 'ladder: 1')`.execute(
    db,
  );
  await sql`insert into customer values (${contract}, 'parks', 'Department of Parks')`.execute(db);
}

/** The validator of one place in the document, which may point elsewhere in it. */
function validator(...place: readonly string[]): ValidateFunction {
  const pointer = place
    .map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1'))
    .map(encodeURIComponent);
  return ajv.compile({ $ref: `api#/${pointer.join('/')}` });
}

/** The example of a body, beside its schema or in what the schema points to. */
function exampleOf({ schema, example }: Media): unknown {
  const name = schema.$ref?.split('/').at(-1) ?? '';
  const { schemas } = document.components as { schemas: Record<string, Media['schema']> };
  return example ?? (schemas[name] ?? schema).examples?.[0];
}

test('every operation is described, and every command of a case is one', () => {
  expect(document.openapi).toBe('3.1.0');
  const ids = operations.map(({ described }) => described.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { described } of operations) expect(described.summary).not.toBe('');
  const given = COMMAND_TYPES.filter(
    (type) => !['open', 'deadlineDue', 'deliveryResult', 'noteMeans', 'endReaching'].includes(type),
  );
  expect(ids).toEqual(expect.arrayContaining([...given, 'openCase']));
});

test('every route of the API is in its description', () => {
  const written = operations.map(({ path, method }) => `${method.toUpperCase()} ${path}`).sort();
  const routes = [...ROUTES].sort();
  expect(written.filter((one) => !one.includes('/cases/{caseId}/'))).toEqual(routes);
});

test('a command says that it heeds a key, and one of what is there already the version seen', () => {
  const headersOf = ({ parameters = [] }: Described) =>
    parameters.filter((one) => one.in === 'header').map(({ name }) => name);
  for (const { path, method, described } of operations.filter((one) => one.method === 'post')) {
    // What is new has no version, and a draft says in the body which text was read.
    const hasTag = !/\/drafts|\/cases$/.test(path);
    const heeded = hasTag ? ['idempotency-key', 'if-match'] : ['idempotency-key'];
    expect([method, path, headersOf(described)]).toEqual([method, path, heeded]);
  }
});

const ROUTES = [
  'GET /api/v1/contracts',
  'GET /api/v1/contracts/{contract}',
  'GET /api/v1/contracts/{contract}/cases',
  'GET /api/v1/contracts/{contract}/cases/{caseId}',
  'GET /api/v1/contracts/{contract}/customers',
  'GET /api/v1/contracts/{contract}/customers/{customer}',
  'GET /api/v1/contracts/{contract}/drafts',
  'GET /api/v1/contracts/{contract}/drafts/{draft}',
  'GET /api/v1/contracts/{contract}/drafts/{draft}/text',
  'GET /api/v1/contracts/{contract}/events',
  'GET /api/v1/contracts/{contract}/forecasts',
  'GET /api/v1/contracts/{contract}/obligations',
  'GET /api/v1/contracts/{contract}/obligations/{obligation}',
  'GET /api/v1/contracts/{contract}/plans',
  'GET /api/v1/contracts/{contract}/plans/{state}',
  'GET /api/v1/contracts/{contract}/readiness',
  'GET /api/v1/contracts/{contract}/revisions',
  'GET /api/v1/contracts/{contract}/revisions/{revision}',
  'GET /api/v1/contracts/{contract}/revisions/{revision}/source',
  'POST /api/v1/contracts/{contract}/cases',
  'POST /api/v1/contracts/{contract}/drafts',
  ...[
    ...['agreements', 'comments', 'drops', 'edits', 'overrides', 'proposals', 'publications', 'send-backs'],
  ].map((path) => `POST /api/v1/contracts/{contract}/drafts/{draft}/${path}`),
  ...[
    ...[
      'acceptances',
      'agreements',
      'declines',
      'deliveries',
      'proposal-withdrawals',
      'proposals',
      'returns',
    ],
  ].map((path) => `POST /api/v1/contracts/{contract}/obligations/{obligation}/${path}`),
];

test('every body and every reply has an example that its own schema takes', () => {
  for (const { path, method, described } of operations) {
    const { operationId: id, requestBody, responses } = described;
    const bodies = Object.entries(requestBody?.content ?? {}).map(
      ([type, media]) => [media, ['requestBody', 'content', type, 'schema']] as const,
    );
    const replies = Object.entries(responses).flatMap(([status, { content = {} }]) =>
      Object.entries(content).map(
        ([type, media]) => [media, ['responses', status, 'content', type, 'schema']] as const,
      ),
    );
    for (const [media, place] of [...bodies, ...replies]) {
      if (place[1] === 'default') continue;
      const validate = validator('paths', path, method, ...place);
      expect([id, place, validate(exampleOf(media)), validate.errors]).toEqual([id, place, true, null]);
    }
  }
});

const BY_CUSTOMER = new Set([
  ...['openCase', 'escalate', 'ask', 'notSatisfied', 'confirmResponse', 'satisfied', 'undoSatisfied'],
  ...['consentToPause', 'refusePause', 'contestPause', 'changeTrack', 'chooseAutomatic', 'addNote', 'attach'],
  ...['recordCall', 'withdraw', 'reopen', 'moveToRevision', 'decline'],
  ...['addWatcher', 'removeWatcher', 'nameStandIn', 'endStandIn'],
]);
const BY_OVERSIGHT = new Set([
  ...['close', 'decidePauseDispute', 'decideStatedInstant', 'commentDraft', 'sendBackDraft'],
  ...['acceptObligation', 'sendObligationBack', 'agreeToObligationChange', 'declineObligationChange'],
]);
const BY_PROGRAM_MANAGER = new Set([
  ...['makeDraft', 'editDraft', 'proposeDraft', 'agreeDraft', 'overrideFinding', 'publishDraft', 'dropDraft'],
  ...['proposeObligationChange', 'withdrawObligationProposal'],
]);

const whoGives = (id: string, method: string): Person => {
  if (BY_PROGRAM_MANAGER.has(id)) return 'petra';
  if (method === 'get' || BY_OVERSIGHT.has(id)) return 'olga';
  return BY_CUSTOMER.has(id) ? 'dana' : 'ana';
};

type Step = readonly [who: Person, path: string, body?: object];
const NOW = '2026-11-17T09:00:00-08:00';
const PAUSE_ASKED: Step = ['ana', 'pause-requests', { reason: 'customer not available' }];
const PAUSED: readonly Step[] = [PAUSE_ASKED, ['dana', 'pause-consents']];
const STATED: Step = ['dana', 'asks', { statedAt: NOW }];
/** What has to have happened to a new case for an example to make sense. */
const BEFORE: Readonly<Record<string, readonly Step[]>> = {
  confirmResponse: [['ana', 'responses', { statedAt: NOW }]],
  consentToPause: [PAUSE_ASKED],
  refusePause: [PAUSE_ASKED],
  resume: PAUSED,
  contestPause: PAUSED,
  decidePauseDispute: [...PAUSED, ['dana', 'pause-contests', { pause: 1 }]],
  contestStatedInstant: [STATED],
  decideStatedInstant: [STATED, ['ana', 'instant-contests', { ask: 1 }]],
  removeWatcher: [['dana', 'watchers', { person: 'dora' }]],
  endStandIn: [['dana', 'stand-ins', { person: 'dora' }]],
  undoSatisfied: [['dana', 'satisfactions']],
  reopen: [['dana', 'withdrawals']],
};
/** Steps that become due with time. */
const WHEN_DUE = new Set(['escalate', 'decline']);

const PROPOSED: Step = ['petra', 'proposals', { base: 1 }];
/** What has to have happened to a new draft. */
const BEFORE_OF_DRAFT: Readonly<Record<string, readonly Step[]>> = {
  sendBackDraft: [PROPOSED],
  agreeDraft: [PROPOSED],
  publishDraft: [PROPOSED, ['petra', 'agreements', { base: 1 }], ['olga', 'agreements', { base: 1 }]],
};

/** A draft of its own for an operation; the path of it. */
async function draftFor(id: string): Promise<string> {
  const text = planText((plan) => {
    plan.levels![1]!.title = `Second, for ${id}`;
    if (id === 'overrideFinding') plan.requirements = { ...plan.requirements, levels: 9 };
  });
  const made = await api.post('petra', `${CONTRACT}/drafts`, { text });
  const path = `${CONTRACT}/drafts/${made.body.draft}`;
  for (const [who, step, body] of BEFORE_OF_DRAFT[id] ?? []) {
    expect([id, step, (await api.post(who, `${path}/${step}`, body)).status]).toEqual([id, step, 201]);
  }
  return path;
}

const HANDED_OVER: Step = ['ana', 'deliveries', { text: 'Here it is' }];
const DATE_PROPOSED: Step = [
  ...(['petra', 'proposals'] as const),
  { proposed: { what: 'date', dueOn: '2027-02-01' }, text: 'The numbers come in January' },
];
/** What has to have happened to a new obligation. */
const BEFORE_OF_OBLIGATION: Readonly<Record<string, readonly Step[]>> = {
  acceptObligation: [HANDED_OVER],
  sendObligationBack: [HANDED_OVER],
  agreeToObligationChange: [DATE_PROPOSED],
  declineObligationChange: [DATE_PROPOSED],
  withdrawObligationProposal: [DATE_PROPOSED],
};

/** An obligation of its own for an operation; the path of it. */
async function obligationFor(id: string): Promise<string> {
  await undertakenIn(api.world, { ...report, id });
  const path = `${CONTRACT}/obligations/${id}`;
  for (const [who, step, body] of BEFORE_OF_OBLIGATION[id] ?? []) {
    expect([id, step, (await api.post(who, `${path}/${step}`, body)).status]).toEqual([id, step, 201]);
  }
  return path;
}

/** A file is read by the id it was given, and a paper is no JSON: the tests of files and of case files do. */
const NO_JSON = new Set(['readFile', 'printCaseFile']);

test('every example works when it is sent, and what comes back fits the description', async () => {
  for (const { path, method, described } of operations) {
    const { operationId: id, parameters = [], requestBody, responses } = described;
    if (id.startsWith('stream') || NO_JSON.has(id)) continue;
    await api.world.setClock(on('Tue 09:00'));
    const fresh = await api.opened();
    for (const [who, step, body] of BEFORE[id] ?? []) {
      expect([id, step, (await api.post(who, `${fresh}/${step}`, body)).status]).toEqual([id, step, 201]);
    }
    if (WHEN_DUE.has(id)) await api.world.setClock(on('Tue 14:00'));
    const draft = path.includes('{draft}') ? await draftFor(id) : '';
    const obligation = path.includes('{obligation}') ? await obligationFor(id) : '';
    const url = exampleUrl(path, parameters)
      .replace('/100001', `/${fresh.split('/').at(-1)}`)
      .replace(`${CONTRACT}/drafts/2`, draft)
      .replace(`${CONTRACT}/obligations/annual-report`, obligation);
    const [[bodyType, media] = []] = Object.entries(requestBody?.content ?? {});
    const headers = bodyType === undefined ? {} : { 'content-type': bodyType };
    const who = whoGives(id, method);
    const answer = await (media
      ? api.post(who, url, inTestNames(exampleOf(media)), headers)
      : api.get(who, url));
    expect([id, answer.status]).toEqual([id, method === 'get' ? 200 : 201]);
    const [type = ''] = Object.keys(responses[String(answer.status)]?.content ?? {});
    const validate = validator(
      'paths',
      path,
      method,
      'responses',
      String(answer.status),
      'content',
      type,
      'schema',
    );
    const told = type === 'application/json' ? answer.body : answer.body.text;
    expect([id, validate(told), validate.errors]).toEqual([id, true, null]);
  }
});

/** The address with the example of each parameter in it; one that is needed and has none fails here. */
function exampleUrl(path: string, parameters: NonNullable<Described['parameters']>): string {
  const query = new URLSearchParams();
  let filled = path;
  for (const { name, in: place, required = false, example } of parameters) {
    if (required) expect([path, name, example]).not.toEqual([path, name, undefined]);
    if (place === 'path') filled = filled.replace(`{${name}}`, String(inTestNames(example)));
    if (place === 'query' && example !== undefined) query.set(name, String(inTestNames(example)));
  }
  return query.size === 0 ? filled : `${filled}?${query}`;
}

/** What names something of a contract, in a body or an address. */
const NAMING = new Set(['contract', 'track', 'customer', 'person', 'to', 'obligation']);

test('the examples can be sent to a demonstration: they name what is there', () => {
  const there = [
    readFileSync(new URL('../../plans/calnet-3-category-9.1.plan.yaml', import.meta.url), 'utf8'),
    JSON.stringify([DEMONSTRATION_CUSTOMERS, DEMONSTRATION_PEOPLE]),
  ].join();
  const named = operations.flatMap(({ described: { operationId, parameters = [], requestBody } }) => {
    const [media] = Object.values(requestBody?.content ?? {});
    const body = media ? exampleOf(media) : {};
    const fields = typeof body === 'object' ? Object.entries(body as object) : [];
    const given = parameters.map(({ name, example }) => [name, example] as const);
    return [...fields, ...given]
      .filter(([name, value]) => value !== undefined && (NAMING.has(name) || operationId === 'requestPause'))
      .map(([name, value]) => [operationId, name, String(value)] as const);
  });
  expect(
    named.filter(([, , value]) => !new RegExp(`\\b${value}\\b`).test(there) && value !== '100001'),
  ).toEqual([]);
  expect(new Set(named.map(([, name]) => name))).toEqual(new Set([...NAMING, 'caseId', 'reason']));
});

test('the page of the API shows every operation, escaped and without script', async () => {
  const { body, headers } = await api.get(undefined, '/api');
  const page = String(body.text);
  for (const { described } of operations) {
    expect(page).toContain(described.summary.replaceAll("'", '&#39;'));
  }
  const ask = `curl -X POST 'https://ladder.example/api/v1/contracts/calnet-3-category-9-1/cases/100001/asks' \\
  -H "Authorization: Bearer $LADDER_TOKEN" \\
  -H 'Content-Type: application/json' \\
  -d '{"text":"Is there any news?"}'`;
  expect(page).toContain(ask.replaceAll("'", '&#39;').replaceAll('"', '&#34;'));
  expect(page.match(/<code>curl /g)).toHaveLength(operations.length);
  expect(document.servers).toEqual([{ url: 'https://ladder.example' }]);
  expect(page).not.toMatch(/<script(?! type="module" src="\/static\/)/);
  expect(page).not.toContain('style=');
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect((await api.get(undefined, '/api/problems')).body.text).toContain('id="case-changed"');
});

test('each code has its place on the page of problems, once, with the status it really has', async () => {
  const page = String((await api.get(undefined, '/api/problems')).body.text);
  const ids = [...page.matchAll(/<dt id="([a-z-]+)">/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const statusOf = (code: string): string | undefined =>
    new RegExp(`<dt id="${code}"><code>${code}</code> \\((\\d+)\\)`).exec(page)?.[1];
  const fresh = await api.opened();
  const refused = [
    await api.post('ana', `${fresh}/moves`, { level: 2 }),
    await api.post('dana', `${fresh}/moves`, { level: 2 }),
    await api.post('dana', `${fresh}/confirmations`, { response: 0 }),
    await api.post('dana', `${fresh}/moves`, { level: 'two' }),
    await api.get('dana', `${fresh.replace('/cases/', '/forecasts?track=')}`),
  ];
  for (const { body, status } of refused) {
    expect([body.code, statusOf(String(body.code))]).toEqual([body.code, String(status)]);
  }
  expect(new Set(refused.map(({ status }) => status))).toEqual(new Set([403, 409, 422, 400]));
});
