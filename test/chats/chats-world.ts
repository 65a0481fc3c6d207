import { createHmac, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { onTestFinished } from 'vitest';
import type { ChatSending } from '../../src/app/chats/chat-parts.ts';
import { addChannel } from '../../src/app/chats/keep-chats.ts';
import { sendChats } from '../../src/app/chats/send-chats.ts';
import { asInstant } from '../../src/core/instant.ts';
import { composeChat } from '../../src/render/chat/compose-chat.ts';
import { composeChatOff } from '../../src/render/mail/compose-chat-off.ts';
import { chatCarrier } from '../../src/service/chat-sender.ts';
import { openContracts } from '../../src/store/contracts/open-contracts.ts';
import type { AnswersWorld } from '../build/answers-world.ts';
import { fakeLog, TEST_SECRET } from '../build/engine-parts.ts';

export const TOKEN = 'xoxb-000000000000-stands-for-a-token';
export const SIGNING = '0123456789abcdef0123456789abcdef';
export const ROOM = 'C0DESK';

/** What was sent, of Slack or of a workflow, as far as tests look at it. */
interface Sent {
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
  readonly text: string;
  readonly blocks: { readonly type: string; readonly elements?: object[] }[];
  readonly attachments: readonly {
    readonly contentType: string;
    readonly content: { readonly actions: readonly { readonly type: string; readonly url: string }[] };
  }[];
}

/** What Slack or a workflow was asked, in its order. */
interface Asked {
  readonly path: string;
  readonly token: string | undefined;
  readonly body: Sent;
}

interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Slack's API, or a workflow of Teams, on this machine: keeps what it is asked, and answers as a test says. */
export async function chatServer() {
  const asked: Asked[] = [];
  let sent = 0;
  const here = {
    url: '',
    asked,
    answer: (_one: Asked): Answer => ({ body: { ok: true, ts: `1700000000.00000${++sent}` } }),
    of: (method: string) => asked.filter(({ path }) => path.endsWith(method)).map(({ body }) => body),
  };
  const server = createServer(async (request, reply) => {
    let text = '';
    for await (const part of request) text += part;
    const one = { path: request.url ?? '', token: request.headers.authorization, body: JSON.parse(text) };
    asked.push(one);
    const { status = 200, headers = {}, body = {} } = here.answer(one);
    reply.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  here.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
  return here;
}

/** What channels of a world are told with, over real connections on this machine. */
export function chatsIn(here: AnswersWorld, slackUrl: string) {
  const log = fakeLog();
  const carrier = chatCarrier({ outgoingPrivate: ['127.0.0.1'], slackUrl }, false);
  const parts: ChatSending = {
    ...{
      store: here.store,
      contracts: openContracts(here.store),
      secret: TEST_SECRET,
      newId: randomUUID,
      log,
    },
    ...{ baseUrl: 'http://ladder.example', isDemonstration: false, carrier },
    ...{ compose: composeChat, composeMail: composeChatOff },
  };
  const keeping = { ...parts, allowedHosts: ['127.0.0.1'] };
  const now = () => here.store.transaction((tx) => tx.now());
  return {
    ...{ parts, keeping, carrier, log, now },
    slack: (changes: Partial<Parameters<typeof addChannel>[1]> = {}) =>
      added(addChannel(keeping, { ...SLACK, ...changes })),
    teams: (url: string) => added(addChannel(keeping, { ...SLACK, kind: 'teams', name: 'Teams desk', url })),
    /** Writes what is to be told, and sends what is due; a channel takes one message a second. */
    settle: async () => {
      await here.settle();
      for (let turns = 0; turns < 20 && (await sendChats(parts)); turns++)
        await here.setClock(asInstant((await now()) + 1_000));
    },
    /** A request of Slack, signed unless said otherwise. */
    press: async (channelId: string, payload: object, changes: Partial<Signed> = {}) => {
      const { secret = SIGNING, atSeconds = Math.floor((await now()) / 1000) } = changes;
      const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
      const hash = createHmac('sha256', secret).update(`v0:${atSeconds}:${body}`).digest('hex');
      return here.server.inject({
        ...{ method: 'POST', url: `/slack/${here.contract}/${channelId}` },
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'x-slack-request-timestamp': String(atSeconds),
          'x-slack-signature': changes.signature ?? `v0=${hash}`,
        },
        payload: changes.body ?? body,
      });
    },
  };
}

interface Signed {
  readonly secret: string;
  readonly atSeconds: number;
  readonly signature: string;
  readonly body: string;
}

const SLACK = {
  ...({
    contract: 'sample',
    by: 'petra',
    kind: 'slack',
    name: 'Support desk',
    room: ROOM,
    levels: [],
  } as const),
  ...{ token: TOKEN, signingSecret: SIGNING, url: '' },
} as const;

async function added(adding: ReturnType<typeof addChannel>) {
  const made = await adding;
  if ('problem' in made) throw new Error(made.problem);
  return made.key;
}

/** Somebody who keeps channels. */
export async function withManager({ connection, contract }: AnswersWorld): Promise<void> {
  await sql`insert into person (contract_id, person_id, name, email)
    values (${contract}, 'petra', 'Petra Example', 'petra@ladder.example')`.execute(connection.db);
  await sql`insert into role values (${contract}, 'petra', 'programManager', null)`.execute(connection.db);
}

/** The press of a button by a user of Slack. */
export const pressOf = (value: string, { user = 'U0ANA', action = 'acknowledge' } = {}) => ({
  type: 'block_actions',
  team: { id: 'T0DESK' },
  user: { id: user, username: 'ana', name: 'Ana', team_id: 'T0DESK' },
  actions: [{ action_id: action, value }],
});
