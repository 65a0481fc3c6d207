import { randomUUID } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { makeWebhook } from '../../src/app/webhooks/keep-webhooks.ts';
import { feedWebhooks, sendWebhooks } from '../../src/app/webhooks/send-webhooks.ts';
import type { WebhookSending } from '../../src/app/webhooks/webhook-parts.ts';
import { signWebhook, webhookCarrier } from '../../src/channels/webhook/send.ts';
import { composeWebhook } from '../../src/render/mail/compose-webhook.ts';
import { openContracts } from '../../src/store/contracts/open-contracts.ts';
import type { AnswersWorld } from '../build/answers-world.ts';
import { fakeLog, TEST_SECRET } from '../build/engine-parts.ts';

/** A request as a receiver got it. */
export interface Received {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface Receiver {
  readonly url: string;
  readonly got: Received[];
  answer: RequestListener;
}

/** A program on this machine that keeps what it is sent, closed after the test. */
export async function receiver(
  answer: RequestListener = (_request, reply) => void reply.end(),
): Promise<Receiver> {
  const here: Receiver = { url: '', got: [], answer };
  const server = createServer(async (request, reply) => {
    let body = '';
    for await (const part of request) body += part;
    here.got.push({ headers: request.headers as Record<string, string>, body });
    here.answer(request, reply);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return Object.assign(here, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook` });
}

/** What webhooks of a world are told with, over real connections on this machine. */
export function sendingIn({ store }: Pick<AnswersWorld, 'store'>, changes: Partial<WebhookSending> = {}) {
  const log = fakeLog();
  const parts: WebhookSending = {
    ...{ contracts: openContracts(store), secret: TEST_SECRET, newId: randomUUID, log },
    ...{ allowedHosts: ['127.0.0.1'], baseUrl: 'http://ladder.example', isDemonstration: false },
    ...{ compose: composeWebhook, sign: signWebhook },
    send: webhookCarrier({ allowed: ['127.0.0.1'], totalMs: 300 }),
    ...changes,
  };
  return {
    ...parts,
    log,
    make: async (url: string, types: readonly string[] = []) => {
      const made = await makeWebhook(parts, { contract: 'sample', by: 'petra', url, types });
      if ('problem' in made) throw new Error(made.problem);
      return { ...made, key: made.webhook };
    },
    /** Queues what has happened and sends what is due. */
    settle: async () => {
      await feedWebhooks(parts);
      for (let turns = 0; await sendWebhooks(parts); turns++) if (turns > 20) throw new Error('without end');
    },
  };
}
