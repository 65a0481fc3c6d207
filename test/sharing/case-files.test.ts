import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { FILE_BYTES_MAX } from '../../src/app/files/attach-file.ts';
import { KEPT, REFUSED, utf8 } from '../build/files.ts';
import { type ApiWorld, apiWorld, type Person } from '../http/api-world.ts';

let api: ApiWorld;
let here: string;
beforeAll(async () => {
  api = await apiWorld();
}, 60_000);
afterAll(() => api.close());
beforeEach(async () => {
  here = await api.opened('dana');
});

interface Sent {
  readonly name?: string;
  readonly bytes?: Uint8Array;
  readonly audience?: string;
  readonly key?: string;
  readonly ifMatch?: string;
}

/** Somebody sends a file to the case. */
async function send(
  who: Person,
  { name = 'seen.txt', bytes = utf8('No dial tone'), audience, key, ifMatch }: Sent = {},
) {
  const query = new URLSearchParams({ name, ...(audience && { audience }) });
  const reply = await api.server.inject({
    method: 'POST',
    url: `${here}/files?${query}`,
    headers: {
      authorization: `Bearer ${api.token(who)}`,
      'content-type': 'application/octet-stream',
      ...(key && { 'idempotency-key': key }),
      ...(ifMatch && { 'if-match': ifMatch }),
    },
    payload: Buffer.from(bytes),
  });
  return { status: reply.statusCode, body: reply.json() as Record<string, unknown> };
}

const listed = async (who: Person) =>
  (await api.get(who, `${here}/files`)).body.items as { file: string; name: string; type: string }[];
const read = (who: Person, file: string) =>
  api.server.inject({
    method: 'GET',
    url: `${here}/files/${file}`,
    headers: { authorization: `Bearer ${api.token(who)}` },
  });
const kept = async (): Promise<number> => {
  const { rows } = await sql<{ count: number }>`select count(*) as count from case_file
    where case_id = ${here.split('/').at(-1)}`.execute(api.world.connection.db);
  return rows[0]!.count;
};

describe('a file', () => {
  test.each(KEPT)('of kind %s is kept, listed, and comes back as it was', async (kind, bytes, name) => {
    expect(await send('dana', { bytes, name })).toMatchObject({ status: 201 });
    const [file] = await listed('ana');
    expect(file).toMatchObject({ name, audience: 'all', by: 'dana', actor: 'customer', size: bytes.length });
    const reply = await read('ana', file!.file);
    expect(reply.statusCode).toBe(200);
    expect(Uint8Array.from(reply.rawPayload)).toEqual(bytes);
    expect(reply.headers['content-type']).toBe(file!.type);
    expect(kind === 'text').toBe(file!.type.startsWith('text/plain'));
  });

  test('is served as a download in which nothing runs, whatever it holds', async () => {
    await send('dana', { bytes: utf8('GIF89a<script>x()</script>'), name: 'a\';"x.gif' });
    const [file] = await listed('dana');
    const { headers } = await read('dana', file!.file);
    expect(headers).toMatchObject({
      'content-type': 'image/gif',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    expect(headers['content-disposition']).toBe(
      `attachment; filename="a__ x.gif"; filename*=UTF-8''a%27%3B%20x.gif`,
    );
  });

  test.each(REFUSED)('is not kept that is %s', async (_why, bytes) => {
    const sent = await send('dana', { bytes, name: 'rack.png' });
    expect(sent).toMatchObject({
      status: 422,
      body: { code: 'file-kind-unknown', values: { name: 'rack.png' } },
    });
    expect([await kept(), await listed('dana')]).toEqual([0, []]);
  });

  test('is not kept that is empty, or bigger than 10 MB, and nothing is left of it', async () => {
    expect(await send('dana', { bytes: utf8('') })).toMatchObject({
      status: 422,
      body: { code: 'file-empty' },
    });
    const big = new Uint8Array(FILE_BYTES_MAX + 1).fill(65);
    expect(await send('dana', { bytes: big })).toMatchObject({
      status: 413,
      body: { code: 'file-too-big', values: { mebibytesMax: 10 } },
    });
    expect(await kept()).toBe(0);
    expect(await send('dana', { bytes: big.subarray(1) })).toMatchObject({ status: 201 });
    expect(await kept()).toBe(1);
  });

  test('sent again under its key is kept once, and another under that key is refused', async () => {
    const first = await send('dana', { key: 'k1' });
    expect(await send('dana', { key: 'k1' })).toEqual(first);
    expect([await kept(), (await listed('dana')).length]).toEqual([1, 1]);
    expect(await send('dana', { key: 'k1', bytes: utf8('another') })).toMatchObject({
      status: 422,
      body: { code: 'key-used-differently' },
    });
    expect(await kept()).toBe(1);
  });

  test('is kept only on the version of the case that its sender has seen, where they name one', async () => {
    await api.post('ana', `${here}/responses`, { text: 'On it.' });
    expect(await send('dana', { ifMatch: '"2"' })).toMatchObject({
      status: 412,
      body: { code: 'case-changed', values: { expected: 2, said: 3 }, happened: [expect.any(String)] },
    });
    expect(await send('dana', { ifMatch: 'three' })).toMatchObject({
      status: 400,
      body: { code: 'request-header-invalid' },
    });
    expect(await kept()).toBe(0);
    expect(await send('dana', { ifMatch: '"3"' })).toMatchObject({ status: 201 });
    expect(await kept()).toBe(1);
  });

  test('is one of twenty at most', async () => {
    for (let sent = 0; sent < 20; sent++) expect((await send('dana')).status).toBe(201);
    expect(await send('ana')).toMatchObject({ status: 409, body: { code: 'case-files-too-many' } });
    expect(await kept()).toBe(20);
  });

  test('is an event with its name and the digest of its bytes', async () => {
    await send('dana', { name: 'seen.txt' });
    const { body } = await api.get('dana', `${here}/events`);
    const event = (body.items as Record<string, unknown>[]).at(-1);
    expect(event).toMatchObject({
      type: 'FileAttached',
      text: 'seen.txt',
      fileDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(event?.sentence).toBe('The customer attaches seen.txt.');
  });
});

describe('who reads a file', () => {
  const READERS: readonly (readonly [audience: string, readers: readonly Person[]])[] = [
    ['all', ['dana', 'mia', 'ana', 'desk', 'ada', 'petra', 'olga', 'alan', 'adam', 'root']],
    ['customer', ['dana', 'mia', 'ana', 'desk', 'ada', 'petra', 'alan', 'adam', 'root']],
    ['contractor', ['ana', 'desk', 'ada', 'petra', 'alan', 'adam', 'root']],
    ['oversight', ['ana', 'desk', 'ada', 'petra', 'olga', 'alan', 'adam', 'root']],
  ];
  const EVERYBODY: readonly Person[] = [
    ...(['dana', 'dora', 'mia', 'nils', 'desk', 'ada', 'ana'] as const),
    ...(['petra', 'olga', 'alan', 'adam', 'root'] as const),
  ];
  test.each(READERS)('that the contractor sent for %s', async (audience, readers) => {
    await send('ana', { audience });
    const [file] = await listed('ana');
    const seen: Person[] = [];
    for (const who of EVERYBODY) {
      const { statusCode } = await read(who, file!.file);
      const items = await listed(who);
      if (statusCode === 200) seen.push(who);
      else expect(statusCode).toBe(404);
      // Of somebody who does not see the case there is no list either.
      expect([who, (items ?? []).length]).toEqual([who, statusCode === 200 ? 1 : 0]);
    }
    expect(seen.sort()).toEqual([...readers].sort());
  });

  test('nobody by an id that is none, or by that of another case', async () => {
    await send('dana');
    const [file] = await listed('dana');
    here = await api.opened('dana');
    for (const id of [file!.file, 'x', '0198c2a4-7c1e-4b7e-9a51-6f1d2f0c7b11', "'", '%00']) {
      expect((await read('dana', id)).statusCode).toBe(404);
    }
  });
});

describe('who sends a file', () => {
  test.each([
    ...(['dana', 'mia', 'ana', 'desk', 'ada', 'petra', 'olga'] as const).map((who) => [who, 201] as const),
    ...(['alan', 'adam', 'root'] as const).map((who) => [who, 403] as const),
    ...(['dora', 'nils'] as const).map((who) => [who, 404] as const),
  ])('%s: %s', async (who, status) => {
    expect((await send(who)).status).toBe(status);
    expect(await kept()).toBe(status === 201 ? 1 : 0);
  });
  test('not whoever only watches', async () => {
    await api.post('dana', `${here}/watchers`, { person: 'dora' });
    expect((await send('dora')).status).toBe(403);
    await send('dana');
    expect((await listed('dora')).length).toBe(1);
  });
});
