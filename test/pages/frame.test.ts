import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { STATIC_FILES } from '../../src/http/pages/static-files.ts';
import { type AnswersWorld, answersWorld } from '../build/answers-world.ts';
import { on } from '../build/case.ts';

let here: AnswersWorld;
afterEach(() => here.close());

const get = (url: string, headers: Record<string, string> = {}) =>
  here.server.inject({ method: 'GET', url, headers: { host: 'localhost', ...headers } });

async function demonstration(): Promise<void> {
  here = await answersWorld(on('Tue 09:00'), {
    isDemonstration: true,
    baseUrl: () => 'http://localhost',
  });
}

test('style, script and icon are sent compressed, and kept for ever under the digest in their path', async () => {
  await demonstration();
  const { body } = await get('/outbox');
  for (const { path, plain } of STATIC_FILES) {
    expect(body).toContain(`"${path}"`);
    const sent = await get(path, { 'accept-encoding': 'gzip, deflate, br' });
    expect(sent.statusCode).toBe(200);
    expect(sent.headers).toMatchObject({
      'content-encoding': 'br',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
    });
    expect(brotliDecompressSync(sent.rawPayload)).toEqual(plain);
    const older = await get(path, { 'accept-encoding': 'gzip, br;q=0' });
    expect(gunzipSync(older.rawPayload)).toEqual(plain);
    const oldest = await get(path);
    expect(oldest.headers['content-encoding']).toBeUndefined();
    expect(oldest.rawPayload).toEqual(plain);
  }
});

test('a page is packed for whoever takes that, with a length and a word to whoever keeps it on the way', async () => {
  await demonstration();
  const plain = await get('/outbox');
  const packed = await get('/outbox', { 'accept-encoding': 'br, gzip' });
  expect(plain.headers).toMatchObject({ vary: 'accept-encoding' });
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(packed.headers).toMatchObject({
    'content-encoding': 'gzip',
    'content-length': String(packed.rawPayload.length),
    vary: 'accept-encoding',
  });
  expect(gunzipSync(packed.rawPayload).toString()).toBe(plain.body);
});

test('the language that is chosen is kept, and its reader is back where they were', async () => {
  await demonstration();
  const chosen = await get('/language?to=es&then=%2Foutbox%3Fcase%3D7');
  expect(chosen.statusCode).toBe(303);
  expect(chosen.headers.location).toBe('/outbox?case=7');
  const cookie = String(chosen.headers['set-cookie']);
  expect(cookie).toBe('ladder_language=es; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax');
  const after = await get('/outbox', { cookie: cookie.split(';')[0] ?? '' });
  expect(after.body).toContain('<html lang="es">');
  expect(after.body).toContain('href="/language?to=en&amp;then=%2Foutbox"');
});

test('a choice of language leads to no other site, and to no language that Ladder does not speak', async () => {
  await demonstration();
  expect((await get('/language?to=es&then=https://elsewhere.example/')).headers.location).toBe('/');
  expect((await get('/language?to=es&then=//elsewhere.example')).headers.location).toBe('/');
  expect((await get('/language?to=tlh&then=/')).statusCode).toBe(404);
});

test('a place one is at is marked in the navigation, and one within it as well', async () => {
  await demonstration();
  expect((await get('/outbox?case=7')).body).toContain('<a href="/outbox" aria-current="page">');
  expect((await get('/clock')).body).not.toContain('<a href="/outbox" aria-current');
});

test('many places stand in groups: a row of them with the places of the one that one is in, and all of them in the menu', async () => {
  await demonstration();
  const cookie = await here.stepIn('olga');
  const { body } = await get(`/contracts/${here.contract}/work`, { cookie });
  const [wide = '', narrow = ''] = [
    ...body.matchAll(/<nav class="places-wide".*?<\/nav>|<details class="places-narrow.*?<\/details>/gs),
  ].map(([all]) => all);
  const linksIn = (html: string): readonly (readonly string[])[] =>
    [...html.matchAll(/<a href="[^"]*"(?: aria-current="(\w+)")?>([^<]*)</g)].map(
      ([, current = '', said = '']) => [said, current],
    );
  expect(linksIn(wide)).toEqual([
    ...[
      ['Contract', ''],
      ['Cases', 'true'],
      ['Directory', ''],
      ['Plan', ''],
      ['Installation', ''],
    ],
    ...[
      ['Work list', 'page'],
      ['Cases', ''],
      ['Promises', ''],
    ],
  ]);
  const titles = [...narrow.matchAll(/<p class="places-title" id="([^"]*)">([^<]*)/g)];
  expect(titles.map(([, , said]) => said)).toEqual([
    'Contract',
    'Cases',
    'Directory',
    'Plan',
    'Installation',
  ]);
  for (const [, id] of titles) expect(narrow).toContain(`<ul aria-labelledby="${id}">`);
  expect(linksIn(narrow).length).toBeGreaterThan(15);
  const account = await get('/account', { cookie });
  expect(account.body).not.toContain('places-within');
});

test('few places stand in one row, under no heading', async () => {
  await demonstration();
  const { body } = await get(`/contracts/${here.contract}/cases`, { cookie: await here.stepIn('dana') });
  expect(body).toContain('<nav class="places-wide"');
  expect(body).not.toMatch(/places-within|places-title/);
  expect(body.match(/>Outbox<\/a>/g)).toHaveLength(2);
});

test('an address that leads nowhere is a page for a browser, just as what one may not see, and a problem for a program', async () => {
  await demonstration();
  const cookie = await here.stepIn('dana');
  const asBrowser = { accept: 'text/html,*/*;q=0.8', cookie };
  const [nowhere, unseen] = [
    await get('/nowhere', asBrowser),
    await get(`/contracts/${here.contract}/queue`, asBrowser),
  ];
  expect([nowhere.statusCode, unseen.statusCode]).toEqual([404, 404]);
  expect(nowhere.body.replaceAll('nowhere', '')).toBe(
    unseen.body.replaceAll(`contracts%2F${here.contract}%2Fqueue`, ''),
  );
  expect(nowhere.body).toContain('>Outbox</a>');
  for (const [url, accept] of [
    ['/nowhere', '*/*'],
    ['/api/nowhere', 'text/html'],
  ] as const) {
    const problem = await get(url, { accept });
    expect(problem.statusCode).toBe(404);
    expect(problem.json()).toMatchObject({ code: 'page-not-found' });
  }
});

test('the way to help stands at the foot of every page: the plan of one’s contract, for others the plans', async () => {
  await demonstration();
  const foot = async (cookie?: string): Promise<string> => {
    const { body } = await get('/outbox', cookie === undefined ? {} : { cookie });
    return /<footer[\s\S]*<\/footer>/.exec(body)?.[0] ?? '';
  };
  expect(await foot()).toContain('href="/plans"');
  expect(await foot(await here.stepIn('dana'))).toContain(`href="/plans/${here.contract}"`);
});
