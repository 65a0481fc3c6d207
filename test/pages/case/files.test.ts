import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FILE_BYTES_MAX } from '../../../src/app/files/attach-file.ts';
import { type CasePageWorld, casePageWorld, textOf } from '../../build/case-page-world.ts';
import { KEPT, utf8 } from '../../build/files.ts';

let here: CasePageWorld;
beforeEach(async () => {
  here = await casePageWorld();
}, 60_000);
afterEach(() => here.close());

interface Chosen {
  readonly name?: string;
  readonly bytes?: Uint8Array;
  readonly audience?: string;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends the form as a browser does. */
async function send(
  who: string | undefined,
  { name = 'seen.txt', bytes = utf8('No dial tone'), audience = 'all', key = '', headers = {} }: Chosen = {},
) {
  const form = new FormData();
  form.set('key', key);
  form.set('audience', audience);
  form.set('file', new Blob([Buffer.from(bytes)], { type: 'text/html' }), name);
  const request = new Request('http://localhost/', { method: 'POST', body: form });
  const reply = await here.server.inject({
    method: 'POST',
    url: `${here.path}/files`,
    headers: {
      host: 'localhost',
      'content-type': request.headers.get('content-type') ?? '',
      ...(who !== undefined && { cookie: await here.stepIn(who) }),
      ...headers,
    },
    payload: Buffer.from(await request.arrayBuffer()),
  });
  return { status: reply.statusCode, html: reply.body, location: String(reply.headers.location ?? '') };
}
const list = async (who: string, query = '') => here.get(who, `${here.path}/files${query}`);
const linksIn = (html: string): readonly string[] =>
  [...html.matchAll(/href="([^"]*\/files\/[0-9a-f-]{36})"/g)].map(([, path = '']) => path);
const kept = async (): Promise<number> => {
  const { rows } = await sql<{ count: number }>`select count(*) as count from case_file`.execute(
    here.connection.db,
  );
  return rows[0]!.count;
};

describe('a file that is sent from the page', () => {
  test('is on the case: in the list, on its page, in the conversation, and told to the others', async () => {
    await here.settle();
    const { status, location } = await send('dana', { name: 'C:\\fakepath\\seen.txt' });
    expect(status).toBe(303);
    const { html } = await here.get('dana', location);
    expect(textOf(html)).toContain('seen.txt is on the case, and those who may read it are told.');
    const [path = ''] = linksIn(html);
    expect(linksIn(await here.look('ana'))).toEqual([path]);
    expect(textOf(await here.look('ana'))).toContain('The customer attaches seen.txt.');
    const file = await here.get('ana', path);
    expect([file.status, file.html]).toEqual([200, 'No dial tone']);
    expect(file.headers).toMatchObject({
      'content-disposition': `attachment; filename="seen.txt"; filename*=UTF-8''seen.txt`,
      'content-security-policy': "default-src 'none'; sandbox",
      'content-type': 'text/plain; charset=utf-8',
    });
    await send('ana', { name: 'found.txt' });
    const mail = (await here.settle()).find(({ to }) => to.address === 'dana@ladder.example');
    expect(mail?.text.replace(/\s+/g, ' ')).toContain('“found.txt”');
  });
  test.each(KEPT.slice(0, 11))('of kind %s goes through a form unchanged', async (_kind, bytes, name) => {
    expect((await send('ana', { bytes, name })).status).toBe(303);
    const [path = ''] = linksIn((await list('dana')).html);
    const reply = await here.server.inject({
      method: 'GET',
      url: path,
      headers: { host: 'localhost', cookie: await here.stepIn('dana') },
    });
    expect(Uint8Array.from(reply.rawPayload)).toEqual(bytes);
  });
  test('twice by two presses is kept once', async () => {
    for (let presses = 0; presses < 2; presses++) {
      expect((await send('dana', { key: 'one-form-of-many' })).status).toBe(303);
    }
    expect(await kept()).toBe(1);
  });
});

describe('not kept, and said why beside the field, is a file', () => {
  test.each([
    ['that was not chosen', { name: '', bytes: utf8('') }, 422, 'Choose a file.'],
    ['that is empty', { bytes: utf8('') }, 422, 'There is nothing in the file “seen.txt”'],
    ['that is a page', { bytes: utf8('<html><script>x()</script>') }, 422, 'of no kind that is kept'],
    ['that is too big', { bytes: new Uint8Array(FILE_BYTES_MAX + 1).fill(65) }, 413, 'bigger than 10 MB'],
  ] as const)('%s', async (_what, chosen, status, words) => {
    const sent = await send('dana', chosen);
    expect(sent.status).toBe(status);
    expect(textOf(sent.html).replaceAll('"', '“')).toContain(words.replace('”', '“'));
    expect(sent.html).toContain('href="#file"');
    expect(await kept()).toBe(0);
  });
  test('whose name is markup is named as text', async () => {
    const sent = await send('dana', { name: '<b>x.txt', bytes: utf8('<svg/>') });
    expect(sent.html).toContain('&lt;b&gt;x.txt');
    expect(sent.html).not.toContain('<b>x');
  });
  test('in a form that is none', async () => {
    const sent = await here.post('dana', `${here.path}/files`, { file: 'x' });
    expect([sent.status, textOf(sent.html)]).toEqual([422, expect.stringContaining('Choose a file.')]);
    const broken = await here.server.inject({
      method: 'POST',
      url: `${here.path}/files`,
      headers: {
        host: 'localhost',
        cookie: await here.stepIn('dana'),
        'content-type': 'multipart/form-data; boundary=x',
      },
      payload: '--x\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\ncut off',
    });
    expect(broken.statusCode).toBeGreaterThanOrEqual(400);
    expect(broken.statusCode).toBeLessThan(500);
    expect(await kept()).toBe(0);
  });
  test('beyond the twentieth', async () => {
    for (let sent = 0; sent < 20; sent++) expect((await send('dana')).status).toBe(303);
    expect(await send('ana')).toMatchObject({ status: 409 });
    expect(textOf((await list('dana')).html)).toContain('The case has 20 files, and more are not kept.');
  }, 30_000);
});

describe('whose a file is', () => {
  test('only those it is for see it, in the list, on the page and by its address', async () => {
    await send('ana', { name: 'inner.txt', audience: 'contractor' });
    const [path = ''] = linksIn((await list('desk')).html);
    expect((await here.get('desk', path)).status).toBe(200);
    for (const who of ['dana', 'mia', 'olga']) {
      expect((await list(who)).html).not.toContain('inner.txt');
      expect(await here.look(who)).not.toContain('inner.txt');
      expect((await here.get(who, path)).status).toBe(404);
    }
  });
  test('nobody sees it who does not see the case, or is not signed in', async () => {
    await send('dana');
    const [path = ''] = linksIn((await list('dana')).html);
    for (const who of ['dora', 'nils']) {
      expect([(await list(who)).status, (await here.get(who, path)).status]).toEqual([404, 404]);
      expect((await send(who)).status).toBe(404);
    }
    expect((await here.get(undefined, path)).status).toBe(303);
    expect((await send(undefined)).status).toBe(401);
    expect(await kept()).toBe(1);
  });
  test('who only looks on has no form, and one sent all the same is refused', async () => {
    expect((await list('alan')).html).not.toContain('type="file"');
    expect((await send('alan')).status).toBe(403);
  });
  test('another site’s page sends none', async () => {
    expect((await send('dana', { headers: { origin: 'https://elsewhere.example' } })).status).toBe(403);
    expect(await kept()).toBe(0);
  });
});
