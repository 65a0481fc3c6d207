import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AnswersWorld, answersWorld } from '../build/answers-world.ts';
import { on } from '../build/case.ts';

const PATH = '/api/v1/demonstration/clock';
const AT_HOME = { host: 'localhost:8080' };

let here: AnswersWorld;
let real: AnswersWorld;
beforeAll(async () => {
  here = await answersWorld(on('Tue 09:00'), { isDemonstration: true });
  real = await answersWorld(on('Tue 09:00'));
  await sql`insert into installation (kind, made_at, secret_fingerprint)
    values ('demonstration', '2026-01-01T00:00:00Z', 'x')`.execute(here.connection.db);
});
afterAll(async () => {
  await here.close();
  await real.close();
});

const post = (payload: object, headers: Record<string, string> = AT_HOME) =>
  here.server.inject({ method: 'POST', url: PATH, headers, payload });

interface Document {
  readonly paths: Readonly<Record<string, { readonly post: { readonly security: unknown } }>>;
  readonly components: { readonly schemas: Readonly<Record<string, { readonly examples: unknown[] }>> };
}
const documentOf = async ({ server }: AnswersWorld): Promise<Document> =>
  (await server.inject({ url: '/api/openapi.json' })).json();

test('the clock is in the description of a demonstration, and in no other', async () => {
  const described = await documentOf(here);
  expect(described.paths[PATH]?.post.security).toEqual([]);
  expect(Object.keys((await documentOf(real)).paths)).not.toContain(PATH);
  const answer = await real.server.inject({
    method: 'POST',
    url: PATH,
    headers: AT_HOME,
    payload: { by: '1 hour' },
  });
  expect(answer.json()).toMatchObject({ status: 404, code: 'page-not-found' });
});

test('what comes back fits the description', async () => {
  const document = await documentOf(here);
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  ajv.addSchema(document, 'api');
  const validate = ajv.compile({ $ref: 'api#/components/schemas/ClockMoved' });
  expect(validate(document.components.schemas.ClockMoved?.examples[0])).toBe(true);
  // An instant that has been is reached already.
  const answer = await post({ until: '2026-11-16T09:00:00-08:00' });
  expect([answer.statusCode, validate(answer.json()), validate.errors]).toEqual([200, true, null]);
  expect(answer.json()).toMatchObject({ until: '2026-11-16T17:00:00.000Z', stops: 0, isThere: true });
});

test.each([
  ['a span that is none', { by: 'yesterday' }, {}, 422, 'clock-span-not-understood'],
  ['more than a year', { by: '400 days' }, {}, 422, 'clock-span-too-long'],
  ['an instant more than a year away', { until: '2029-01-01T00:00:00Z' }, {}, 422, 'clock-span-too-long'],
  ['nothing', {}, {}, 422, 'request-body-invalid'],
  ['both', { by: '1 hour', until: '2026-11-17T21:00:00Z' }, {}, 422, 'request-body-invalid'],
  ['a field it does not know', { be: '1 hour' }, {}, 422, 'request-body-invalid'],
  ['an instant without its offset', { until: '2026-11-17T21:00:00' }, {}, 422, 'request-body-invalid'],
  [
    'another name for this machine',
    { by: '1 hour' },
    { host: 'rebound.example' },
    403,
    'request-host-foreign',
  ],
  ['a page elsewhere', { by: '1 hour' }, { 'sec-fetch-site': 'cross-site' }, 403, 'request-origin-foreign'],
  [
    'an origin elsewhere',
    { by: '1 hour' },
    { origin: 'https://elsewhere.example' },
    403,
    'request-origin-foreign',
  ],
])('%s is refused as a problem, and the clock stands', async (_what, body, headers, status, code) => {
  const answer = await post(body, { ...AT_HOME, ...headers });
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.json()).toMatchObject({ status, code, type: `/api/problems#${code}` });
  expect(answer.statusCode).toBe(status);
  const { rows } = await sql<{ moved: number }>`select clock_offset_ms as moved from installation`.execute(
    here.connection.db,
  );
  expect(rows).toEqual([{ moved: 0 }]);
});

test('who names neither a span nor an instant is told of both', async () => {
  const { problems } = (await post({})).json();
  expect(problems).toEqual([
    {
      path: '/',
      code: 'field-clock-target-unclear',
      message: 'Send either `by`, a span of time, or `until`, an instant.',
    },
  ]);
});

test('a database that is no demonstration is not moved, whatever the server takes it for', async () => {
  await sql`update installation set kind = 'real'`.execute(here.connection.db);
  const answer = await post({ by: '1 hour' });
  expect(answer.json()).toMatchObject({ status: 409, code: 'clock-not-movable' });
});
