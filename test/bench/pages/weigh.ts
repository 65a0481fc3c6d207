import { get } from 'node:http';
import { pageRoutes } from '../../rights/page-routes.ts';
import type { Town } from './town.ts';

/** One of each role of the demonstration, and nobody. */
const PEOPLE = [
  ...['dana-quill', 'emeric-stone', 'odile-marsh', 'perpetua-lind', 'solutions-manager'],
  ...['solutions-architect', 'tamsin-hale', 'lorcan-reed', 'ysolde-park', ''],
] as const;

/** What is made before it is weighed, so that the pages about it are there: by whom, where, and what the form says. */
const MADE: readonly (readonly [who: string, path: string, form: Readonly<Record<string, string>>])[] = [
  ['solutions-architect', '/contracts/CONTRACT/drafts', { from: 'published' }],
  ['ysolde-park', '/contracts/CONTRACT/webhooks/new', { url: 'https://hooks.agency.example/in' }],
  ['dana-quill', '/contracts/CONTRACT/plan-webhooks/new', { url: 'https://hooks.agency.example/plan' }],
  [
    'solutions-architect',
    '/contracts/CONTRACT/drills',
    { level: '2', when: 'now', within: '60', sure: 'yes' },
  ],
];

/** Files, streams and fragments, what a link in a mail leads to, and what only leads on. */
const NO_PAGE =
  /\.(?:atom|csv|ics|json|pdf|svg|vcf)$|\/(?:changes|html|language|sign-out|:file|\*)$|^\/$|^\/contracts\/:contract$|^\/zone$|^\/[\w-]+(?:\/link)?\/:token|\/connect\/:token$|organisation/;

/** So many pages of one kind are weighed for one person: the heaviest of them counts. */
const OF_A_KIND_MAX = 6;

/** A kind of page, by the pattern of its route, and what the heaviest of them weighs. */
interface Weighed {
  readonly route: string;
  readonly bytes: number;
  readonly url: string;
}

interface Weights {
  /** The heaviest first. */
  readonly pages: readonly Weighed[];
  /** Pages of the program of which a demonstration has none that a link leads to. */
  readonly missing: readonly string[];
}

/** Goes wherever links lead each of the people, and to what no link leads to, and weighs every page as it is sent. */
export async function weighPages(town: Town): Promise<Weights> {
  const patterns = (await pageRoutes('GET')).filter((route) => !NO_PAGE.test(route)).map(patternOf);
  const heaviest = new Map<string, Weighed>();
  const cookies = new Map<string, string>();
  for (const who of PEOPLE) cookies.set(who, who === '' ? '' : await town.signIn(who));
  for (const [who, path, form] of MADE) await made(town, cookies.get(who) ?? '', path, form);
  for (const cookie of cookies.values()) await walk({ town, cookie, patterns, heaviest });
  return {
    pages: [...heaviest.values()].toSorted((a, b) => b.bytes - a.bytes),
    missing: patterns.map(({ route }) => route).filter((route) => !heaviest.has(route)),
  };
}

interface Pattern {
  readonly route: string;
  readonly matches: RegExp;
  /** How many of its parts are names: of two that match, the one with fewer is meant. */
  readonly names: number;
}

function patternOf(route: string): Pattern {
  const matches = new RegExp(`^${route.replace(/:\w+/g, '[^/]+').replace(/\*$/, '.*')}$`);
  return { route, matches, names: route.split(/[:*]/).length - 1 };
}

interface Walk {
  readonly town: Town;
  readonly cookie: string;
  readonly patterns: readonly Pattern[];
  readonly heaviest: Map<string, Weighed>;
}

async function walk({ town, cookie, patterns, heaviest }: Walk): Promise<void> {
  const direct = patterns
    .map(({ route }) => route.replace(':contract', town.contract))
    .filter((path) => !/[:*]/.test(path));
  const ofCase = ['cases', 'record', 'start'].map((at) => `/contracts/${town.contract}/${at}/${town.caseId}`);
  const waiting = ['/', ...ofCase, ...direct];
  const asked = new Set<string>(waiting);
  const ofKind = new Map<string, number>();
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const { pathname } = new URL(path, town.url);
    const kind = kindOf(patterns, pathname);
    if (!kind && path !== '/') continue;
    const seen = ofKind.get(kind ?? path) ?? 0;
    if (seen >= OF_A_KIND_MAX) continue;
    const { isPage, bytes, html, leadsTo } = await weigh(town.url + path, cookie);
    const links = leadsTo === undefined ? (isPage ? linksIn(html) : []) : [leadsTo];
    if (isPage && kind) {
      ofKind.set(kind, seen + 1);
      if (bytes > (heaviest.get(kind)?.bytes ?? 0)) heaviest.set(kind, { route: kind, bytes, url: path });
    }
    for (const link of links.filter((one) => !asked.has(one))) {
      asked.add(link);
      waiting.push(link);
    }
  }
}

function kindOf(patterns: readonly Pattern[], pathname: string): string | undefined {
  const found = patterns.filter(({ matches }) => matches.test(pathname));
  return found.toSorted((a, b) => a.names - b.names)[0]?.route;
}

/** Paths of ours that a page leads to. */
const linksIn = (html: string): readonly string[] =>
  [...html.matchAll(/<a [^>]*href="(\/[^"#]*)/g)].map(([, path = '']) => path.replaceAll('&amp;', '&'));

/** One page as it is sent, and as it is read. */
async function weigh(url: string, cookie: string) {
  const { status, type, bytes, location } = await sent(url, cookie);
  const isPage = status === 200 && type.startsWith('text/html');
  const html = isPage ? await (await fetch(url, { headers: { cookie } })).text() : '';
  return { isPage, bytes, html, leadsTo: location };
}

interface Sent {
  readonly status: number;
  readonly type: string;
  readonly bytes: number;
  readonly location: string | undefined;
}

function sent(url: string, cookie: string): Promise<Sent> {
  return new Promise((done, fail) => {
    const headers = { cookie, 'accept-encoding': 'br, gzip', accept: 'text/html' };
    get(url, { headers }, (reply) => {
      let bytes = 0;
      reply.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      const { location, 'content-type': type = '' } = reply.headers;
      const status = reply.statusCode ?? 0;
      if (type.startsWith('text/event-stream')) reply.destroy();
      reply.once('close', () => done({ status, type, bytes, location }));
    }).once('error', fail);
  });
}

async function made(
  town: Town,
  cookie: string,
  path: string,
  form: Readonly<Record<string, string>>,
): Promise<void> {
  const reply = await fetch(town.url + path.replace('CONTRACT', town.contract), {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  });
  if (reply.status >= 400) process.stderr.write(`not made: ${path} (${reply.status})\n`);
}
