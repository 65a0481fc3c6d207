import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a carrier asked, as far as tests look at it. */
interface Asked {
  readonly path: string;
  readonly form: Readonly<Record<string, string>>;
  readonly signature: string;
}

/** Stands where Ladder would: keeps what a carrier asks, and answers each path as a test says. */
export async function scriptedLadder(answers: Record<string, string | ((asked: Asked) => string)> = {}) {
  const asked: Asked[] = [];
  const server = createServer(async (request, reply) => {
    let text = '';
    for await (const piece of request.setEncoding('utf8')) text += piece;
    const path = request.url ?? '';
    const form = Object.fromEntries(new URLSearchParams(text));
    const one = { path, form, signature: String(request.headers['x-twilio-signature']) };
    asked.push(one);
    const answer = answers[path] ?? '';
    const body = typeof answer === 'string' ? answer : answer(one);
    reply.writeHead(body === '500' ? 500 : 200, { 'content-type': 'text/xml' }).end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: async () => {
      server.close();
      server.closeAllConnections();
    },
    /** What it was told of one path, each as the value of one field. */
    told: (path: string, field: string) =>
      asked.filter((one) => one.path === path).map(({ form }) => form[field]),
  };
}

export const twiml = (verbs: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><Response>${verbs}</Response>`;
