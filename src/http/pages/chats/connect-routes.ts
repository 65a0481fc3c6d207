import type { FastifyInstance } from 'fastify';
import { CHAT_RIGHTS } from '../../../app/authorise.ts';
import { connectUser, disconnectUser, lookAtInvitation, usersOf } from '../../../app/chats/connect-user.ts';
import { catalogue } from '../../../core/message/catalogue.ts';
import { connectPage, ownUsersPage } from '../../../portal/chats/connect-pages.tsx';
import { wordPage } from '../../../portal/frame.tsx';
import type { PageParts } from '../page-parts.ts';
import { signedPage } from '../page-route.ts';
import { ownChatUsersPath } from '../places.ts';
import type { PageAnswer, SignedVisit } from '../visit.ts';

/** Where somebody says, in their own session, which user of a channel they are, and takes it back. */
export function connectRoutes(server: FastifyInstance, parts: PageParts): void {
  const at = (method: 'GET' | 'POST', path: string, answer: (visit: SignedVisit) => Promise<PageAnswer>) => {
    const isDangerous = path.startsWith('/connect') || method === 'POST';
    const route = { method, path: `/contracts/:contract/chats${path}`, roles: CHAT_RIGHTS.connect };
    signedPage(server, parts, isDangerous ? { ...route, isDangerous } : route, answer);
  };
  at('GET', '/connect/:token', ask);
  at('POST', '/connect/:token', connect);
  at('GET', '/mine', (visit) => mine(visit));
  at('POST', '/mine', end);
}

const contractsOf = ({ parts, visitor }: SignedVisit) =>
  parts.contractsFor({ kind: 'person', personId: visitor.caller.personId });

const askedBy = ({ visitor, params }: SignedVisit) => ({
  contract: visitor.caller.contract,
  personId: visitor.caller.personId,
  token: params.token ?? '',
});

const over = ({ frame, language }: SignedVisit): PageAnswer => ({
  html: wordPage(frame, catalogue(language).chats.connect.over),
  status: 410,
});

async function ask(visit: SignedVisit): Promise<PageAnswer> {
  const { frame, visitor, request } = visit;
  const found = await lookAtInvitation(contractsOf(visit), askedBy(visit));
  if (!found) return over(visit);
  return { html: connectPage({ frame, invited: found, person: visitor.name, formPath: request.url }) };
}

async function connect(visit: SignedVisit): Promise<PageAnswer> {
  const isDone = await connectUser(contractsOf(visit), askedBy(visit));
  return isDone
    ? { seeOther: `${ownChatUsersPath(visit.visitor.caller.contract)}?done=connected` }
    : over(visit);
}

async function mine(visit: SignedVisit): Promise<PageAnswer> {
  const { frame, visitor, query, parts, language } = visit;
  const { contract, personId } = visitor.caller;
  const users = await usersOf(contractsOf(visit), { contract, personId });
  const [listed] = await parts.reading.contracts(contract);
  const { connected, ended } = catalogue(language).chats.mine;
  const done = { connected, ended }[query.text('done')];
  const own = { ...frame, base: ownChatUsersPath(contract), timeZone: listed?.timeZone ?? 'UTC' };
  return { html: ownUsersPage({ frame: own, users, done }) };
}

/** The list is the same whether there was one of theirs to end or not: what is not theirs shows in no answer. */
async function end(visit: SignedVisit): Promise<PageAnswer> {
  const { form, visitor } = visit;
  const { contract, personId } = visitor.caller;
  const user = {
    ...{ contract, channelId: form.text('channel') },
    ...{ teamId: form.text('team'), userId: form.text('user') },
  };
  const isEnded = await disconnectUser(contractsOf(visit), user, personId);
  return { seeOther: `${ownChatUsersPath(contract)}${isEnded ? '?done=ended' : ''}` };
}
