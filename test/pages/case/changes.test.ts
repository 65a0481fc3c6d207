import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { type CasePageWorld, casePageWorld } from '../../build/case-page-world.ts';

let here: CasePageWorld;
const opened: AbortController[] = [];
const cookies = new Map<string, string>();
afterEach(async () => {
  cookies.clear();
  for (const one of opened.splice(0)) one.abort();
  await here.close();
});

/** What a browser hears of a case, as it comes. */
interface Hearing {
  readonly status: number;
  readonly type: string | null;
  /** Waits until so many events have come, and answers their names and numbers. */
  hears(count: number): Promise<readonly string[]>;
  /** Waits until nothing more can come, and answers all that did. */
  hearsOut(): Promise<readonly string[]>;
}

async function listen(who: string, query = '', page = here.path): Promise<Hearing> {
  if (!here.server.server.listening) await here.server.listen({ host: '127.0.0.1', port: 0 });
  const { port } = here.server.server.address() as AddressInfo;
  const cookie = cookies.get(who) ?? (await here.stepIn(who));
  cookies.set(who, cookie);
  const controller = new AbortController();
  opened.push(controller);
  const reply = await fetch(`http://127.0.0.1:${port}${page}/changes${query}`, {
    headers: { cookie },
    signal: controller.signal,
    redirect: 'manual',
  });
  const reader = reply.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  async function hears(count: number): Promise<readonly string[]> {
    const found = () =>
      [...text.matchAll(/event: (\w+)\ndata: (\S+)\n\n/g)].map(([, name, data]) => `${name} ${data}`);
    while (found().length < count) {
      const { value, done } = await reader.read();
      if (done) break;
      text += value;
    }
    return found();
  }
  const hearsOut = () => hears(Number.POSITIVE_INFINITY);
  return { status: reply.status, type: reply.headers.get('content-type'), hears, hearsOut };
}

test('a page hears that its case has changed, by the number of the last event and no more', async () => {
  here = await casePageWorld();
  const dana = await listen('dana');
  expect([dana.status, dana.type]).toEqual([200, 'text/event-stream; charset=utf-8']);
  await here.does('ana', 'respond', { text: 'On it.' });
  expect(await dana.hears(1)).toEqual(['changed 3']);
  await here.does('dana', 'ask', {});
  expect(await dana.hears(2)).toEqual(['changed 3', 'changed 4']);
});

test('a page that comes back hears at once what it has missed, and nothing where it has missed nothing', async () => {
  here = await casePageWorld();
  await here.does('ana', 'respond', { text: 'On it.' });
  expect(await (await listen('dana', '?after=2')).hears(1)).toEqual(['changed 3']);
  const upToDate = await listen('dana', '?after=3');
  await here.does('dana', 'ask', {});
  expect(await upToDate.hears(1)).toEqual(['changed 4']);
  expect((await listen('dana', '?after=%00nonsense')).status).toBe(200);
});

test('what is said to others is no change, and a carrier that is content is none', async () => {
  here = await casePageWorld();
  await here.settle();
  const dana = await listen('dana');
  await here.does('ana', 'addNote', { text: 'Between ourselves.', audience: 'contractor' });
  await here.does('ana', 'respond', { text: 'On it.' });
  const [first] = await dana.hears(1);
  const { length } = await here.events(here.key);
  expect(first).toBe(`changed ${length}`);
});

test('a list that was not looked at for a while hears at once what it has missed', async () => {
  here = await casePageWorld();
  const queue = `/contracts/${here.contract}/queue`;
  const first = await listen('petra', '', queue);
  await here.does('ana', 'respond', { text: 'On it.' });
  const [heard] = await first.hears(1);
  const place = heard?.replace('changed ', '');
  expect(place).toMatch(/^\d+-\d+-3$/);
  await here.does('dana', 'ask', {});
  expect((await (await listen('petra', `?after=${place}`, queue)).hears(1)).at(0)).toMatch(
    /^changed \d+-\d+-4$/,
  );
});

test('who does not see a case hears nothing of it, and who is not signed in is led to signing in', async () => {
  here = await casePageWorld();
  expect((await listen('nils')).status).toBe(404);
  expect((await here.get(undefined, `${here.path}/changes`)).status).toBe(303);
});

const signsOut = async (who: string) => {
  const headers = { cookie: cookies.get(who) ?? '' };
  return here.ask(undefined, { method: 'POST', url: '/sign-out', headers });
};
const loses = (who: string) =>
  sql`delete from role where person_id = ${who}`.execute(here.connection.db).then(() => undefined);
const becomes = (who: string, role: string) =>
  sql`update role set role = ${role} where person_id = ${who}`.execute(here.connection.db);

test.each([
  ['who has signed out', 'dana', signsOut],
  ['who has lost their role', 'dana', loses],
])('%s hears nothing more, and the stream ends', async (_who, who, end) => {
  here = await casePageWorld();
  const gone = await listen(who);
  const mia = await listen('mia');
  await end(who);
  await here.does('ana', 'respond', { text: 'On it.' });
  expect(await gone.hearsOut()).toEqual(['end {}']);
  expect(await mia.hears(1)).toEqual(['changed 3']);
});

test.each([
  ['whose session has ended', signsOut],
  ['for whom the list is no more', (who: string) => becomes(who, 'auditor')],
])('the stream of a list ends at the next heartbeat for somebody %s', async (_who, end) => {
  here = await casePageWorld({ pages: { streamsBeatMs: 50 } });
  const gone = await listen('petra', '', `/contracts/${here.contract}/queue`);
  expect(gone.status).toBe(200);
  await end('petra');
  expect(await gone.hearsOut()).toEqual(['end {}']);
});

test('one session has so many streams at most', async () => {
  here = await casePageWorld();
  const streams: Hearing[] = [];
  for (let count = 0; count < 21; count++) streams.push(await listen('dana'));
  expect(streams.map(({ status }) => status)).toEqual([...Array.from({ length: 20 }, () => 200), 429]);
});
