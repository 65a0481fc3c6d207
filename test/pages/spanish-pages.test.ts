import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { on } from '../build/case.ts';
import { type CasePageWorld, casePageWorld } from '../build/case-page-world.ts';
import { telephonesHere } from '../build/telephones.ts';
import { englishIn } from '../message/english.ts';

let here: CasePageWorld;
let held: Awaited<ReturnType<typeof telephonesHere>>;

beforeAll(async () => {
  held = await telephonesHere(on('Tue 09:00'));
  here = await casePageWorld({
    pages: { isDemonstration: true, telephones: held.telephones },
    opening: { references: ['CIR-4711'] },
  });
  await sql`insert into installation (kind, made_at, secret_fingerprint)
    values ('demonstration', '2026-01-01T00:00:00Z', 'x')`.execute(here.connection.db);
  await sql`update person set language = 'es'`.execute(here.connection.db);
  await here.settle();
});
afterAll(async () => {
  await here.close();
  await held.close();
});

/** Not pages for people of a contract: the API's own page, what is saved rather than read, the next month, the way out. */
const ELSEWHERE =
  /^\/(?:api|static|language|sign-out|outbox\/[^/]+\/html)|[?&](?:month|cursor)=|[.?&=](?:csv|json|yaml|pdf|svg)\b/;
/** More than anybody has: a link that leads ever deeper is found by this. */
const PAGES_MAX = 300;

/** Every page that somebody gets to by links from where they arrive, and what stands on it. */
async function pagesOf(person: string): Promise<ReadonlyMap<string, string>> {
  const cookie = await here.stepIn(person);
  const found = new Map<string, string>();
  const ahead = [`/contracts/${here.contract}`, '/outbox', '/clock'];
  for (let path = ahead.shift(); path !== undefined && found.size < PAGES_MAX; path = ahead.shift()) {
    if (found.has(path)) continue;
    const { body, statusCode, headers } = await here.server.inject({
      method: 'GET',
      url: path,
      headers: { host: 'localhost', cookie, 'accept-language': 'es-US,en;q=0.5' },
    });
    const next = statusCode === 303 ? [String(headers.location)] : linksOf(body);
    ahead.push(...next.filter((one) => one.startsWith('/') && !ELSEWHERE.test(one)));
    if (String(headers['content-type']).startsWith('text/html')) found.set(path, body);
  }
  expect(ahead, `more than ${PAGES_MAX} pages`).toEqual([]);
  return found;
}

const linksOf = (html: string): readonly string[] =>
  [...html.matchAll(/<a [^>]*href="([^"#]+)[^"]*"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));

/** The words of a page as they are read, its title and what is only read aloud included; names of zones are no words. */
const wordsOf = (html: string): string =>
  html
    .replace(/<(style|script|pre|code)\b.*?<\/\1>/gs, ' ')
    .replace(/<option[^>]* value="\w+\/[^>]*>[^<]*/g, ' ')
    .replace(/<(\w+)[^>]* lang="en"[^>]*>.*?<\/\1>/gs, ' ')
    .replace(/<[^>]*?(?:aria-label|title|placeholder|alt)="([^"]*)"[^>]*>/g, ' $1 ')
    .replace(/<[^>]*>/g, ' ');

test.each(['dana', 'mia', 'ana', 'desk', 'ada', 'petra', 'olga', 'alan', 'adam'])(
  'every page that %s gets to is in Spanish',
  async (person) => {
    const pages = await pagesOf(person);
    expect(pages.size).toBeGreaterThan(4);
    for (const [path, html] of pages) {
      expect([path, html.includes('<html lang="es"')]).toEqual([path, true]);
      expect([path, englishIn(wordsOf(html))]).toEqual([path, undefined]);
    }
  },
);
