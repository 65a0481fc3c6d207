import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { begin } from './case-world.ts';

const CASE = '/api/v1/contracts/sample/cases/100001';
const STANDING = {
  status: 'open',
  version: 2,
  waiting: { sentence: 'It waits.' },
  deadlines: [],
  setAside: false,
};
const at = '2026-11-17T17:00:00.000Z';

const event = (number: number, type: string): string =>
  `id: ${number}\nevent: ${type}\ndata: ${JSON.stringify({ caseId: '100001', number, at, type, sentence: `${type}.` })}\n\n`;

type Stream = (response: ServerResponse, lastEventId: unknown) => void;

/** A Ladder of one case whose stream goes as the script has it, one connection after the other. */
async function ladderWith(...streams: readonly Stream[]): Promise<Readonly<Record<string, string>>> {
  let count = 0;
  const server = createServer((request, response) => {
    const json = (body: object): void =>
      void response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
    if (request.url === '/api/v1/contracts') json({ items: [{ contract: 'sample', timeZone: 'UTC' }] });
    else if (request.url === CASE) json(STANDING);
    else {
      response.setHeader('content-type', 'text/event-stream');
      streams[count++]?.(response, request.headers['last-event-id'] ?? request.url);
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { LADDER_URL: `http://127.0.0.1:${port}`, LADDER_TOKEN: `ladder_${'t'.repeat(43)}` };
}

test('a stream that breaks is taken up after the last event heard', async () => {
  const from: unknown[] = [];
  const env = await ladderWith(
    (response, after) => {
      from.push(after);
      response.write(event(3, 'Responded'), () => response.destroy());
    },
    (response, after) => {
      from.push(after);
      response.end('event: end\ndata: {}\n\n');
    },
    (response, after) => {
      from.push(after);
      response.write(event(4, 'CaseClosed'));
    },
  );
  const watching = begin(['case', 'watch', '100001'], env);
  expect(await watching.ended).toBe(0);
  expect(from).toEqual([`${CASE}/stream?after=2`, '3', '3']);
  expect(watching.out()).toMatch(/^Now: It waits\.\n.* {2}Responded\.\n.* {2}CaseClosed\.\n$/);
  expect(watching.err()).toBe('Case 100001 is closed.\n');
});

test('a token that is revoked meanwhile ends it with what the service says', async () => {
  const problem = {
    code: 'token-not-valid',
    status: 401,
    detail: 'The token is not valid. Make another.',
    values: {},
  };
  const env = await ladderWith((response) => {
    response.writeHead(401, { 'content-type': 'application/problem+json' }).end(JSON.stringify(problem));
  });
  const watching = begin(['case', 'watch', '100001'], env);
  expect(await watching.ended).toBe(1);
  expect(watching.err()).toBe('ladder: The token is not valid.\n  Make another.\n');
});
