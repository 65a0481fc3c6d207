import { Worker } from 'node:worker_threads';
import { atMost, type BenchLimit, type BenchRow } from './bench-row.ts';
import { makeTown, type Town } from './pages/town.ts';
import type { Seen, Visited, VisitorOrder } from './pages/visitor.ts';
import { weighPages } from './pages/weigh.ts';

const CASES = Number(process.env.LADDER_BENCH_CASES ?? 100_000);
const PER_SECOND = Number(process.env.LADDER_BENCH_RATE ?? 200);
const FOR_MS = 20_000;
const P99_MS_MAX = 50;
const KILOBYTES_MAX = 60;
/** Before it is measured, a page has been asked for so often that it runs as on a node that has been up for a while. */
const WARM_MS = 15_000;

/** Who asks for what, under the contract's path, and how often among a hundred. */
const ASKED: readonly (readonly [name: string, who: string, path: string, share: number])[] = [
  ['case, customer', 'dana-quill', 'cases/CASE', 20],
  ['case, contractor', 'perpetua-lind', 'cases/CASE', 10],
  ['my cases', 'dana-quill', 'cases', 15],
  ['cases, all', 'tamsin-hale', 'cases', 6],
  ['cases, due first', 'tamsin-hale', 'cases?order=due', 4],
  ['cases, searched', 'tamsin-hale', 'cases?q=ref-10000', 5],
  ['queue, desk', 'odile-marsh', 'queue', 8],
  ['queue, account', 'perpetua-lind', 'queue', 4],
  ['work list', 'tamsin-hale', 'work', 5],
  ['promises', 'tamsin-hale', 'promises', 3],
  ['overview', 'tamsin-hale', 'overview', 5],
  ['contacts', 'odile-marsh', 'contacts', 2],
  ['customers', 'odile-marsh', 'customers', 2],
  ['start', 'dana-quill', 'start', 4],
  ['plan', 'dana-quill', '/plans/CONTRACT', 7],
];

/** Pages of a running demonstration with many cases, asked for at a steady pace, whatever comes of those before. */
export async function benchPages(): Promise<BenchRow[]> {
  process.stderr.write(`${CASES.toLocaleString('en-US')} cases\n`);
  const town = await makeTown(CASES);
  try {
    const pages = await visited(town);
    const seen = await visit({ pages, perSecond: PER_SECOND, untimedMs: WARM_MS, forMs: FOR_MS });
    const rows = [...Map.groupBy(seen, ({ name }) => name)].map(([name, all]) => rowOf(name, all));
    const all = { ...rowOf('all pages', seen), limits: limitsOf(seen) };
    return [all, ...rows, ...(await files(town, pages[0]!)), ...(await weights(town))];
  } finally {
    await town.close();
  }
}

/** The pages that there are; what is not built yet is left out, and said to be. */
async function visited(town: Town): Promise<readonly Visited[]> {
  const cookies = new Map<string, string>();
  const pages: Visited[] = [];
  for (const [name, who, path, share] of ASKED) {
    const cookie = cookies.get(who) ?? (await town.signIn(who));
    cookies.set(who, cookie);
    const whole = path.startsWith('/') ? path : `/contracts/${town.contract}/${path}`;
    const url = town.url + whole.replace('CASE', town.caseId).replace('CONTRACT', town.contract);
    const { status } = await fetch(url, { headers: { cookie } });
    if (status === 200) pages.push({ name, url, cookie, share });
    else process.stderr.write(`left out: ${name} (${status})\n`);
  }
  return pages;
}

function visit(order: VisitorOrder): Promise<readonly Seen[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./pages/visitor.ts', import.meta.url), { workerData: order });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

const msAt = (seen: readonly Seen[], share: number): number =>
  seen.map(({ ms }) => ms).toSorted((a, b) => a - b)[Math.floor(share * (seen.length - 1))]!;

const limitsOf = (seen: readonly Seen[]): readonly BenchLimit[] => [
  atMost('p99', msAt(seen, 0.99), P99_MS_MAX, 'ms'),
  atMost('over the wire', Math.max(...seen.map(({ bytes }) => bytes)) / 1024, KILOBYTES_MAX, 'KB'),
];

function rowOf(name: string, seen: readonly Seen[]): BenchRow {
  const at = (share: number): string => `${msAt(seen, share).toFixed(1)} ms`;
  const bytes = Math.max(...seen.map((one) => one.bytes));
  return {
    name,
    perSecond: Math.round((seen.length / FOR_MS) * 10_000) / 10,
    notes: `p50 ${at(0.5)}, p99 ${at(0.99)}, most ${at(1)}; at most ${kilobytes(bytes)} over the wire`,
  };
}

const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;

/** Of so many of the heaviest it is said what they weigh. */
const HEAVIEST = 8;

/** Every page that there is, by everybody who may open it: what each weighs. */
async function weights(town: Town): Promise<readonly BenchRow[]> {
  const { pages, missing } = await weighPages(town);
  const [heaviest] = pages;
  process.stderr.write(
    `not weighed, for there is none in a demonstration: ${missing.join(', ') || 'none'}\n`,
  );
  const weighed: BenchRow = {
    name: 'every page',
    perSecond: 0,
    notes: `${pages.length} of ${pages.length + missing.length} kinds, the heaviest ${heaviest?.url}`,
    limits: [atMost('over the wire', (heaviest?.bytes ?? Number.NaN) / 1024, KILOBYTES_MAX, 'KB')],
  };
  const rows = pages
    .slice(0, HEAVIEST)
    .map(({ route, bytes }) => ({ name: route, perSecond: 0, notes: `${kilobytes(bytes)} over the wire` }));
  return [weighed, ...rows];
}

/** Style and script, which a browser asks for once. */
async function files(town: Town, { url, cookie }: Visited): Promise<BenchRow[]> {
  const html = await (await fetch(url, { headers: { cookie } })).text();
  const paths = [...html.matchAll(/(?:href|src)="(\/static\/[^"]+\.(?:css|js))"/g)].map(
    ([, path = '']) => path,
  );
  return Promise.all(
    paths.map(async (path) => {
      const [seen] = await visit({
        pages: [{ name: path, url: town.url + path, cookie, share: 1 }],
        perSecond: 1,
        untimedMs: 0,
        forMs: 1000,
      });
      return { name: path, perSecond: 0, notes: `${kilobytes(seen?.bytes ?? 0)} over the wire, once` };
    }),
  );
}
