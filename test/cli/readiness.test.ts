import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiWorld, apiWorld, type Person } from '../http/api-world.ts';
import { play } from './play.ts';

let api: ApiWorld;
let url: string;

beforeAll(async () => {
  api = await apiWorld();
  url = await api.server.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => api.close());

const as = (who: Person, ...line: readonly string[]) =>
  play(['readiness', ...line], { stdin: '', env: { LADDER_URL: url, LADDER_TOKEN: api.token(who) } });

test('everybody of the plan is listed, a line each, as the API has it', async () => {
  const { exit, out } = await as('petra');
  expect(exit).toBe(0);
  expect(out).toMatch(/^\d+ of \d+ people could be reached now/);
  expect(out).toContain('Level 1: at once');
  const { out: whole } = await as('petra', '--json');
  const { people, levels } = JSON.parse(whole) as { people: { name: string }[]; levels: unknown[] };
  for (const { name } of people) expect(out).toContain(name);
  expect(levels.length).toBeGreaterThan(0);
});

test('a customer is told that there is no such contract', async () => {
  expect(await as('dana')).toMatchObject({ exit: 1 });
});
