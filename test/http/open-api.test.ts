import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COMMAND_TYPES } from '../../src/core/case/command.ts';
import { type ApiWorld, apiWorld, type Person } from './api-world.ts';

interface Media {
  readonly schema: { readonly examples?: readonly unknown[] };
  readonly examples?: unknown;
}
interface Described {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema: { readonly examples?: readonly unknown[] };
    readonly examples?: readonly unknown[];
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
  api = await apiWorld();
  document = (await api.get(undefined, '/api/openapi.json')).body;
  operations = Object.entries(document.paths as Record<string, Record<string, Described>>).flatMap(
    ([path, item]) => Object.entries(item).map(([method, described]) => ({ path, method, described })),
  );
  ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(document, 'api');
});
afterAll(() => api.close());

/** The validator of one place in the document, which may point elsewhere in it. */
function validator(...place: readonly string[]): ValidateFunction {
  const pointer = place
    .map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1'))
    .map(encodeURIComponent);
  return ajv.compile({ $ref: `api#/${pointer.join('/')}` });
}

/** A schema with what it points to. */
function resolved(schema: Media['schema'] & { readonly $ref?: string }): Media['schema'] {
  const name = schema.$ref?.split('/').at(-1);
  const { schemas } = document.components as { schemas: Record<string, Media['schema']> };
  return name === undefined ? schema : (schemas[name] ?? schema);
}

test('every operation is described, and every command of a case is one', () => {
  expect(document.openapi).toBe('3.1.0');
  const ids = operations.map(({ described }) => described.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { described } of operations) expect(described.summary).not.toBe('');
  const given = COMMAND_TYPES.filter((type) => !['open', 'deadlineDue', 'deliveryResult'].includes(type));
  expect(ids).toEqual(expect.arrayContaining([...given, 'openCase']));
});

test('every route of the API is in its description', () => {
  const written = operations.map(({ path, method }) => `${method.toUpperCase()} ${path}`).sort();
  const routes = [...ROUTES].sort();
  expect(written.filter((one) => !one.includes('/cases/{caseId}/'))).toEqual(routes);
});

const ROUTES = [
  'GET /api/v1/contracts',
  'GET /api/v1/contracts/{contract}',
  'GET /api/v1/contracts/{contract}/cases',
  'GET /api/v1/contracts/{contract}/cases/{caseId}',
  'GET /api/v1/contracts/{contract}/customers',
  'GET /api/v1/contracts/{contract}/customers/{customer}',
  'GET /api/v1/contracts/{contract}/events',
  'GET /api/v1/contracts/{contract}/forecasts',
  'GET /api/v1/contracts/{contract}/plans',
  'GET /api/v1/contracts/{contract}/plans/{state}',
  'GET /api/v1/contracts/{contract}/revisions',
  'GET /api/v1/contracts/{contract}/revisions/{revision}',
  'GET /api/v1/contracts/{contract}/revisions/{revision}/source',
  'POST /api/v1/contracts/{contract}/cases',
];

test('every body and every reply has an example that its own schema takes', () => {
  for (const { path, method, described } of operations) {
    const place = ['paths', path, method];
    for (const [type, { schema }] of Object.entries(described.requestBody?.content ?? {})) {
      const { examples = [] } = resolved(schema);
      expect([described.operationId, examples.length > 0]).toEqual([described.operationId, true]);
      const validate = validator(...place, 'requestBody', 'content', type, 'schema');
      for (const example of examples) expect([validate(example), validate.errors]).toEqual([true, null]);
    }
    for (const [status, { content = {} }] of Object.entries(described.responses)) {
      for (const [type, { schema }] of Object.entries(content)) {
        const validate = validator(...place, 'responses', status, 'content', type, 'schema');
        for (const example of resolved(schema).examples ?? []) {
          expect([described.operationId, validate(example), validate.errors]).toEqual([
            described.operationId,
            true,
            null,
          ]);
        }
      }
    }
  }
});

const OWN_WORD = new Set(['satisfied', 'withdraw', 'close', 'undoSatisfied', 'reopen']);
const BY_CUSTOMER = new Set(
  [
    'openCase',
    'escalate',
    'ask',
    'notSatisfied',
    'confirmResponse',
    'satisfied',
    'undoSatisfied',
    'consentToPause',
  ].concat([
    'refusePause',
    'contestPause',
    'changeTrack',
    'chooseAutomatic',
    'addNote',
    'attach',
    'recordCall',
    'withdraw',
    'reopen',
    'moveToRevision',
  ]),
);
const BY_OVERSIGHT = new Set(['close', 'decidePauseDispute', 'decideStatedInstant']);

const whoGives = (id: string, method: string): Person => {
  if (method === 'get' || BY_OVERSIGHT.has(id)) return 'olga';
  return BY_CUSTOMER.has(id) ? 'dana' : 'ana';
};

test('every example works when it is sent, and what comes back fits the description', async () => {
  // The examples speak of the first case of a new database.
  const answers: Record<string, number> = {};
  const last = operations.filter(({ described }) => OWN_WORD.has(described.operationId));
  const first = operations.filter(({ described }) => described.operationId === 'openCase');
  const rest = operations.filter((one) => !last.includes(one) && !first.includes(one));
  for (const { path, method, described } of [...first, ...rest, ...last]) {
    const { operationId: id, parameters = [], requestBody } = described;
    if (id.startsWith('stream')) continue;
    const url = new URL(path, 'http://ladder.example');
    for (const { name, in: place, required = false, ...parameter } of parameters) {
      const example = String(parameter.schema.examples?.[0] ?? parameter.examples?.[0] ?? '');
      if (required) expect([id, name, example]).not.toEqual([id, name, '']);
      if (place === 'path') url.pathname = decodeURIComponent(url.pathname).replace(`{${name}}`, example);
      else if (place === 'query' && example !== '') url.searchParams.set(name, example);
    }
    const example = Object.values(requestBody?.content ?? {})[0]?.schema;
    const who = whoGives(id, method);
    const asked = url.pathname.replace('/customers/parks', '/customers/agency') + url.search;
    const answer =
      method === 'get'
        ? await api.get(who, asked)
        : await api.post(who, asked, example && resolved(example).examples?.[0]);
    answers[id] = answer.status;
    const told = described.responses[String(answer.status)] ? String(answer.status) : 'default';
    const [type = ''] = Object.keys(described.responses[told]?.content ?? {});
    if (id === 'showRevisionSource' && answer.status === 200) continue;
    const validate = validator('paths', path, method, 'responses', told, 'content', type, 'schema');
    expect([id, validate(answer.body), validate.errors]).toEqual([id, true, null]);
  }
  const wrong = Object.entries(answers).filter(([id, status]) => status >= 400 && !(id in REFUSED));
  expect(wrong).toEqual([]);
  expect(Object.entries(REFUSED).map(([id]) => [id, answers[id]])).toEqual(Object.entries(REFUSED));
});

/** What a new case refuses, though the request is well made: there is no pause in the plan, nothing to contest, one revision. */
const REFUSED: Readonly<Record<string, number>> = {
  showRevisionSource: 404,
  escalate: 409,
};

test('the page of the API shows every operation, escaped and without script', async () => {
  const { body, headers } = await api.get(undefined, '/api');
  const page = String(body.text);
  for (const { described } of operations) {
    expect(page).toContain(described.summary.replaceAll("'", '&#39;'));
  }
  expect(page).not.toContain('<script');
  expect(page).not.toContain('style=');
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect((await api.get(undefined, '/api/problems')).body.text).toContain('id="case-changed"');
});
