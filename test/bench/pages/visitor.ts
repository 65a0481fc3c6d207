import { Agent, get } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

/** A page that somebody asks for again and again. */
export interface Visited {
  readonly name: string;
  readonly url: string;
  readonly cookie: string;
  /** How often among all. */
  readonly share: number;
}

export interface VisitorOrder {
  readonly pages: readonly Visited[];
  readonly perSecond: number;
  /** For so long it is asked without being timed, so that neither the node nor who asks is new to it. */
  readonly untimedMs: number;
  readonly forMs: number;
}

/** One answer: how long after the instant at which it was to be asked for, and its bytes on the wire. */
export interface Seen {
  readonly name: string;
  readonly ms: number;
  readonly bytes: number;
}

const { pages, perSecond, untimedMs, forMs } = workerData as VisitorOrder;
const agent = new Agent({ keepAlive: true, maxSockets: 256 });
const total = pages.reduce((sum, { share }) => sum + share, 0);

/** The pages in turn, as often as their shares say, well mixed: the same in every run. */
function pageFor(turn: number): Visited {
  let at = (turn * 0.618_033_988_749_895 * total) % total;
  for (const page of pages) {
    if (at < page.share) return page;
    at -= page.share;
  }
  return pages[0]!;
}

function ask({ name, url, cookie }: Visited, due: number): Promise<Seen> {
  return new Promise((done, fail) => {
    const headers = { cookie, 'accept-encoding': 'br, gzip', accept: 'text/html' };
    get(url, { agent, headers }, (reply) => {
      let bytes = 0;
      reply.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      reply.once('end', () => {
        if (reply.statusCode !== 200) fail(new Error(`${url}: ${reply.statusCode}`));
        done({ name, ms: performance.now() - due, bytes });
      });
    }).once('error', fail);
  });
}

/** Asks at the pace that was ordered, whether or not what was asked before has been answered. */
async function visit(): Promise<readonly Seen[]> {
  const begin = performance.now();
  const untimed = Math.floor((untimedMs / 1000) * perSecond);
  const count = untimed + Math.floor((forMs / 1000) * perSecond);
  const asked: Promise<Seen>[] = [];
  for (let turn = 0; turn < count; turn++) {
    const due = begin + (turn * 1000) / perSecond;
    const ahead = due - performance.now();
    if (ahead > 0) await new Promise((done) => setTimeout(done, ahead));
    asked.push(ask(pageFor(turn), due));
  }
  return (await Promise.all(asked)).slice(untimed);
}

const seen = await visit();
agent.destroy();
parentPort?.postMessage(seen);
