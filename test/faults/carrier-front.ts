import { once } from 'node:events';
import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { NodeProcess } from './node-process.ts';

/** Something that the carrier asked or told, and was answered 200 or 204: from there on it is Ladder's. */
export interface Given {
  readonly path: string;
  readonly form: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Stands where the carrier believes Ladder to be, and leads to whichever node is alive. */
export interface CarrierFront {
  readonly url: string;
  /** Everything that was answered well, in the order of the answers; what was said twice stands there once. */
  readonly given: readonly Given[];
  /** Answers that were lost on the way back, so that the same was asked once more. */
  readonly lostAnswers: number;
  /** By the port of a node how often it has answered well. */
  readonly answeredBy: ReadonlyMap<number, number>;
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** A carrier that is told to come again does, for a while. */
const TRIES_MAX = 30;
const AGAIN_MS = 400;
const WITHIN_MS = 12_000;

/** The nodes take turns, so that the turns of one call go to both; an answer may be lost after a node has given it. */
export async function startFront(
  nodes: readonly Pick<NodeProcess, 'isReady' | 'port'>[],
  losesAnswer: (what: 'said' | 'status') => boolean,
): Promise<CarrierFront> {
  const given: Given[] = [];
  const answeredBy = new Map<number, number>();
  let turn = 0;
  let lost = 0;
  const ask = async (asked: IncomingMessage, body: string): Promise<Answer | undefined> => {
    for (let tries = 0; tries < TRIES_MAX; tries++) {
      const ready = nodes.filter((node) => node.isReady && node.port !== undefined);
      const node = ready[turn++ % Math.max(1, ready.length)];
      const answer = node && (await pass(node.port!, asked, body));
      const isGood = answer !== undefined && answer.status < 300;
      const what = asked.url?.startsWith('/telephone/status/') ? 'status' : 'said';
      if (isGood) answeredBy.set(node!.port!, (answeredBy.get(node!.port!) ?? 0) + 1);
      if (isGood && losesAnswer(what)) {
        lost += 1;
        continue;
      }
      // What is refused for good is refused by the other node as well.
      if (answer && answer.status < 500) return answer;
      await new Promise((go) => setTimeout(go, AGAIN_MS));
    }
    return undefined;
  };
  const server = createServer(async (asked, reply) => {
    let body = '';
    for await (const piece of asked.setEncoding('utf8')) body += piece;
    const answer = await ask(asked, body);
    if (!answer) return void reply.socket?.destroy();
    if (answer.status < 300)
      given.push({
        path: asked.url ?? '',
        form: Object.fromEntries(new URLSearchParams(body)),
        body: answer.body,
      });
    reply.writeHead(answer.status, { 'content-type': answer.type }).end(answer.body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    given,
    answeredBy,
    get lostAnswers() {
      return lost;
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Undefined where the node ended, or says nothing for too long. */
const pass = (port: number, { url, headers }: IncomingMessage, body: string): Promise<Answer | undefined> =>
  new Promise((done) => {
    const passing = request(
      {
        ...{ host: '127.0.0.1', port, path: url, method: 'POST', agent: false },
        headers: { ...headers, host: 'ladder.example' },
        signal: AbortSignal.timeout(WITHIN_MS),
      },
      (reply) => {
        let said = '';
        reply.setEncoding('utf8');
        reply.on('data', (piece: string) => {
          said += piece;
        });
        reply.on('end', () =>
          done({
            ...{ status: reply.statusCode ?? 0, type: String(reply.headers['content-type'] ?? '') },
            body: said,
          }),
        );
        reply.on('error', () => done(undefined));
      },
    );
    passing.on('error', () => done(undefined));
    passing.end(body);
  });
