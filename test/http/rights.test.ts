import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiWorld, apiWorld, CONTRACT, type Person } from './api-world.ts';

let api: ApiWorld;
let mine: string;
beforeAll(async () => {
  api = await apiWorld();
  mine = await api.opened('dana');
  await api.opened('dora');
});
afterAll(() => api.close());

const SEES: Readonly<Record<Exclude<Person, 'meter' | 'reader'>, boolean>> = {
  dana: true,
  dora: false,
  mia: true,
  nils: false,
  desk: true,
  ada: true,
  ana: true,
  petra: true,
  olga: true,
  alan: true,
  adam: true,
  root: true,
};
const LOOKED = ['', '/events', '/deadlines', '/contacts', '/forecast', '/deliveries'];

test.each(Object.entries(SEES))('whether %s sees the case: %s, and every part of it', async (who, sees) => {
  for (const part of LOOKED) {
    const { status, body } = await api.get(who as Person, `${mine}${part}`);
    expect([part, status]).toEqual([part, sees ? 200 : 404]);
    if (!sees) expect(body.code).toBe('case-not-found');
  }
  const { body } = await api.get(who as Person, `${CONTRACT}/cases`);
  const listed = (body.items as { caseId: string }[]).map(({ caseId }) => caseId);
  expect(listed.includes(mine.split('/').at(-1) ?? '')).toBe(sees);
});

test('a case out of sight is answered as one that is not', async () => {
  const strip = ({
    status,
    body: { instance: _id, values: _values, detail: _detail, ...rest },
  }: {
    status: number;
    body: Record<string, unknown>;
  }) => ({ status, rest });
  const none = `${CONTRACT}/cases/999999`;
  expect(strip(await api.get('dora', mine))).toEqual(strip(await api.get('dora', none)));
  expect(strip(await api.post('dora', `${mine}/asks`))).toEqual(
    strip(await api.post('dora', `${none}/asks`)),
  );
  expect(strip(await api.get('dana', '/api/v1/contracts/elsewhere'))).toEqual(
    strip(await api.get('dana', '/api/v1/contracts/nowhere')),
  );
});

const CUSTOMERS = ['dana', 'mia'];
const CONTRACTORS = ['desk', 'ada', 'ana', 'petra'];
const LOOKERS = ['alan', 'adam', 'root'];
/** Who may give a command, so that anything but "not allowed" is answered. */
const COMMANDS: readonly (readonly [path: string, body: object, may: readonly string[]])[] = [
  ['acknowledgements', {}, CONTRACTORS],
  ['responses', {}, CONTRACTORS],
  ['proposals', {}, CONTRACTORS],
  ['updates', {}, CONTRACTORS],
  ['hand-overs', { to: 'bo' }, CONTRACTORS],
  ['pause-requests', { reason: 'none' }, CONTRACTORS],
  ['instant-contests', { ask: 0 }, CONTRACTORS],
  ['track-proposals', { track: 'billing' }, CONTRACTORS],
  ['revision-proposals', { revision: 1 }, CONTRACTORS],
  ['asks', {}, CUSTOMERS],
  ['dissatisfactions', {}, CUSTOMERS],
  ['confirmations', { response: 9 }, CUSTOMERS],
  ['pause-consents', {}, CUSTOMERS],
  ['pause-refusals', {}, CUSTOMERS],
  ['pause-contests', { pause: 9 }, CUSTOMERS],
  ['automatic-choices', { automatic: false }, CUSTOMERS],
  ['satisfaction-undos', {}, CUSTOMERS],
  ['reopenings', {}, CUSTOMERS],
  ['watchers', { person: 'dana' }, CUSTOMERS],
  ['watcher-removals', { person: 'nobody' }, CUSTOMERS],
  ['stand-ins', { person: 'dana' }, CUSTOMERS],
  ['stand-in-ends', {}, CUSTOMERS],
  ['resumptions', {}, [...CUSTOMERS, ...CONTRACTORS]],
  ['track-changes', { track: 'service' }, [...CUSTOMERS, 'olga']],
  ['revision-changes', { revision: 1 }, [...CUSTOMERS, 'olga']],
  ['pause-decisions', { pause: 9, upheld: true }, ['olga']],
  ['instant-decisions', { ask: 0, upheld: true }, ['olga']],
  ['closings', { reason: 'silent' }, ['olga']],
  ['notes', { text: 'A note.' }, [...CUSTOMERS, ...CONTRACTORS, 'olga']],
  ['calls', { level: 1, reached: true }, [...CUSTOMERS, ...CONTRACTORS, 'olga']],
  ['declines', { level: 2, reason: 'none' }, [...CUSTOMERS, ...CONTRACTORS, 'olga']],
];

test.each(COMMANDS)('who may post to %s', async (path, body, may) => {
  const allowed: string[] = [];
  for (const who of [...CUSTOMERS, ...CONTRACTORS, ...LOOKERS, 'olga'] as Person[]) {
    const { status, body: told } = await api.post(who, `${mine}/${path}`, body);
    expect([200, 201, 403, 409]).toContain(status);
    if (told.code !== 'command-not-allowed') allowed.push(who);
  }
  expect(allowed.sort()).toEqual([...may].sort());
});

test('a token does what its scopes say', async () => {
  expect(await api.get('reader', mine)).toMatchObject({ status: 200 });
  expect(await api.post('reader', `${mine}/asks`)).toMatchObject({
    status: 403,
    body: { code: 'token-scope-missing', values: { needed: 'write' } },
  });
  expect(await api.get('meter', mine)).toMatchObject({ status: 403, body: { code: 'token-scope-missing' } });
});

test('without a token, and with one that is not known, the door stays shut', async () => {
  const missing = await api.get(undefined, mine);
  expect(missing).toMatchObject({ status: 401, body: { code: 'token-missing' } });
  expect(missing.headers['www-authenticate']).toContain('Bearer');
  for (const authorization of ['Basic eDp5', 'Bearer ', `Bearer ladder_${'a'.repeat(43)}`, 'Bearer \u00e9']) {
    const wrong = await api.get(undefined, mine, { authorization });
    expect(wrong).toMatchObject({ status: 401, body: { code: 'token-not-valid' } });
  }
});

test('customers see themselves, an account manager its customers, the others all', async () => {
  const seen = async (who: Person) =>
    ((await api.get(who, `${CONTRACT}/customers`)).body.items as { customer: string }[]).map(
      (one) => one.customer,
    );
  expect(await seen('dana')).toEqual(['agency']);
  expect(await seen('nils')).toEqual(['other']);
  expect(await seen('ada')).toEqual(['agency']);
  expect(await seen('olga')).toEqual(['agency', 'other']);
  expect(await api.get('dana', `${CONTRACT}/customers/other`)).toMatchObject({ status: 404 });
});

test('contracts are those of the token', async () => {
  const seen = async (who: Person) =>
    ((await api.get(who, '/api/v1/contracts')).body.items as { contract: string }[]).map(
      (one) => one.contract,
    );
  expect(await seen('dana')).toEqual(['sample']);
  expect(await seen('root')).toEqual(['elsewhere', 'sample']);
});
