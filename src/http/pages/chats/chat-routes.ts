import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { CHAT_RIGHTS } from '../../../app/authorise.ts';
import { disconnectUser } from '../../../app/chats/connect-user.ts';
import {
  addChannel,
  type ChatKeeping,
  levelsOf,
  lookAtChannel,
  renewSecrets,
  turnChannel,
} from '../../../app/chats/keep-chats.ts';
import type { ChatKey } from '../../../app/ports/chats.ts';
import { catalogue } from '../../../core/message/catalogue.ts';
import type { ChatKind } from '../../../core/message/chat-message.ts';
import type { ChatProblem } from '../../../core/message/portal/chats.ts';
import { channelPage, channelsPage } from '../../../portal/chats/channel-pages.tsx';
import { newChannelPage, secretsPage } from '../../../portal/chats/new-channel-page.tsx';
import type { PageParts } from '../page-parts.ts';
import { signedPage } from '../page-route.ts';
import { chatsPath } from '../places.ts';
import type { PageAnswer, SignedVisit } from '../visit.ts';
import { slackPath } from './slack-route.ts';

/** Channels that are told of cases; whatever changes one wants a proof that is not old. */
export function chatRoutes(server: FastifyInstance, parts: PageParts): void {
  const at = (
    method: 'GET' | 'POST',
    path: string,
    answer: (visit: SignedVisit) => Promise<PageAnswer>,
    how: { readonly isDangerous?: true; readonly secretFields?: readonly string[] } = method === 'POST'
      ? { isDangerous: true }
      : {},
  ) => {
    const route = { method, path: `/contracts/:contract/chats${path}`, roles: CHAT_RIGHTS.keep, ...how };
    signedPage(server, parts, route, answer);
  };
  const secret = { isDangerous: true, secretFields: ['token', 'signingSecret', 'url'] } as const;
  at('GET', '', list);
  at('GET', '/new/:kind', (visit) => ask(visit, undefined), secret);
  at('POST', '/new/:kind', make, secret);
  at('GET', '/:channel', show);
  at('GET', '/:channel/secrets', (visit) => askSecrets(visit, undefined), secret);
  at('POST', '/:channel/secrets', keepSecrets, secret);
  at('POST', '/:channel/turn', turn);
  at('POST', '/:channel/disconnect', disconnect);
}

const partsOf = ({ parts, visitor }: SignedVisit): ChatKeeping => ({
  contracts: parts.contractsFor({ kind: 'person', personId: visitor.caller.personId }),
  secret: parts.secret,
  newId: randomUUID,
  allowedHosts: parts.outgoingPrivate,
});

const keyOf = ({ visitor, params }: SignedVisit): ChatKey => ({
  contract: visitor.caller.contract,
  channelId: params.channel ?? '',
});

const pathOf = (visit: SignedVisit): string =>
  `${chatsPath(visit.visitor.caller.contract)}/${encodeURIComponent(visit.params.channel ?? '')}`;

async function frameOf({ frame, visitor, parts }: SignedVisit) {
  const { contract } = visitor.caller;
  const [listed] = await parts.reading.contracts(contract);
  return { ...frame, base: chatsPath(contract), timeZone: listed?.timeZone ?? 'UTC' };
}

async function list(visit: SignedVisit): Promise<PageAnswer> {
  const { contract } = visit.visitor.caller;
  const found = await partsOf(visit).contracts.transaction((tx) => tx.chats.channels(contract));
  return { html: channelsPage(await frameOf(visit), found) };
}

const kindOf = ({ params }: SignedVisit): ChatKind | undefined =>
  params.kind === 'slack' || params.kind === 'teams' ? params.kind : undefined;

const secretsTyped = ({ form }: SignedVisit) => ({
  token: form.text('token').trim(),
  signingSecret: form.text('signingSecret').trim(),
  url: form.text('url').trim(),
});

const problemIn = (visit: SignedVisit, problem: ChatProblem | undefined) =>
  problem && { at: problem, words: catalogue(visit.language).chats.problems[problem] };

async function ask(visit: SignedVisit, problem: ChatProblem | undefined): Promise<PageAnswer> {
  const { form } = visit;
  const kind = kindOf(visit);
  if (!kind) return 'missing';
  const html = newChannelPage({
    ...{ frame: await frameOf(visit), kind, problem: problemIn(visit, problem) },
    levels: await levelsOf(partsOf(visit), visit.visitor.caller.contract),
    typed: { name: form.text('name'), room: form.text('room'), levels: form.all('levels') },
  });
  return { html, status: problem ? 422 : 200 };
}

async function make(visit: SignedVisit): Promise<PageAnswer> {
  const { form, visitor } = visit;
  const kind = kindOf(visit);
  if (!kind) return 'missing';
  const { contract, personId: by } = visitor.caller;
  const named = {
    name: form.text('name').trim(),
    room: form.text('room').trim(),
    levels: form.all('levels'),
  };
  const made = await addChannel(partsOf(visit), { contract, by, kind, ...named, ...secretsTyped(visit) });
  if ('problem' in made) return ask(visit, made.problem);
  return { seeOther: `${chatsPath(contract)}/${made.key.channelId}?done=1` };
}

async function show(visit: SignedVisit): Promise<PageAnswer> {
  const { query, language, parts } = visit;
  const key = keyOf(visit);
  const found = await lookAtChannel(partsOf(visit), key);
  if (!found) return 'missing';
  const words = catalogue(language).chats;
  const said = { '': undefined, secrets: words.secrets.kept }[query.text('done')];
  const html = channelPage({
    ...{ ...found, frame: await frameOf(visit) },
    done: query.text('done') === '' ? undefined : (said ?? words.done),
    pressesTo: found.channel.kind === 'slack' ? `${parts.baseUrl()}${slackPath(key)}` : undefined,
  });
  return { html };
}

async function askSecrets(visit: SignedVisit, problem: ChatProblem | undefined): Promise<PageAnswer> {
  const found = await lookAtChannel(partsOf(visit), keyOf(visit));
  if (!found) return 'missing';
  const frame = await frameOf(visit);
  const html = secretsPage({ frame, channel: found.channel, problem: problemIn(visit, problem) });
  return { html, status: problem ? 422 : 200 };
}

async function keepSecrets(visit: SignedVisit): Promise<PageAnswer> {
  const kept = await renewSecrets(partsOf(visit), keyOf(visit), secretsTyped(visit));
  if (!kept) return 'missing';
  return kept === 'kept' ? { seeOther: `${pathOf(visit)}?done=secrets` } : askSecrets(visit, kept.problem);
}

async function turn(visit: SignedVisit): Promise<PageAnswer> {
  const to = visit.form.text('to') === 'on' ? 'on' : 'off';
  const isDone = await turnChannel(partsOf(visit), keyOf(visit), to);
  return isDone ? { seeOther: `${pathOf(visit)}?done=1` } : 'missing';
}

async function disconnect(visit: SignedVisit): Promise<PageAnswer> {
  const { form } = visit;
  const { contracts } = partsOf(visit);
  if (!(await lookAtChannel({ contracts }, keyOf(visit)))) return 'missing';
  const user = { ...keyOf(visit), teamId: form.text('team'), userId: form.text('user') };
  const isEnded = await disconnectUser(contracts, user, undefined);
  return { seeOther: `${pathOf(visit)}${isEnded ? '?done=1' : ''}` };
}
