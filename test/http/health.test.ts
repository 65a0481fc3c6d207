import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiWorld, apiWorld } from './api-world.ts';

let api: ApiWorld;
let isDraining = false;
const answered: { route: string | undefined; status: number }[] = [];
const lines: object[] = [];
beforeAll(async () => {
  api = await apiWorld({
    ratePerMinute: 2,
    readiness: async () => ({
      database: true,
      migrations: true,
      engine: true,
      draining: isDraining,
      plansKept: 0,
    }),
    meters: { requestAnswered: ({ route, status }) => void answered.push({ route, status }) },
    log: {
      info: (_code, fields) => void lines.push(fields ?? {}),
      warn: () => undefined,
      error: () => undefined,
    },
  });
});
afterAll(() => api.close());

test('a process that lives says so, however often it is asked', async () => {
  for (let at = 0; at < 5; at++) expect(await api.get(undefined, '/healthz')).toMatchObject({ status: 200 });
});

test('a node that is being stopped is not ready', async () => {
  expect(await api.get(undefined, '/readyz')).toMatchObject({ status: 200, body: { ready: true } });
  isDraining = true;
  const reply = await api.get(undefined, '/readyz');
  expect(reply).toMatchObject({ status: 503, body: { ready: false, draining: true } });
  expect(reply.headers['retry-after']).toBe('5');
});

test('the meters are for a token with their scope, and for others are not there', async () => {
  expect((await api.get('meter', '/metrics')).body.text).toContain('ladder_up 1');
  expect(await api.get('root', '/metrics')).toMatchObject({ status: 200 });
  expect(await api.get('olga', '/metrics')).toMatchObject({ status: 404, body: { code: 'page-not-found' } });
  expect(await api.get(undefined, '/metrics')).toMatchObject({ status: 404 });
});

test('each request leaves a count and a line, under the pattern of its route', async () => {
  const before = answered.length;
  await api.get('dana', '/api/v1/contracts/sample/cases/42');
  await api.get(undefined, '/nothing/of/this?token=secret');
  expect(answered.slice(before)).toEqual([
    { route: '/api/v1/contracts/:contract/cases/:caseId', status: 404 },
    { route: undefined, status: 404 },
  ]);
  expect(JSON.stringify(lines)).not.toContain('secret');
  expect(JSON.stringify(lines)).not.toContain('ladder_');
});
