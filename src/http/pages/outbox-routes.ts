import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { writeChat } from '../../app/chats/write-chat.ts';
import { subjectOf } from '../../app/give-answer.ts';
import { fillLinks, hideLinks } from '../../app/notices/fill-links.ts';
import { replyCaseOf } from '../../app/ports/attestations.ts';
import type { OutboxMail } from '../../app/ports/outbox.ts';
import type { Telephones } from '../../app/ports/telephones.ts';
import { replyLocalPart } from '../../app/secret.ts';
import { bodyOf } from '../../app/webhooks/send-webhooks.ts';
import type { RefusalWords } from '../../core/message/case.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import type { ShownChat } from '../../portal/chats/chat-message-part.tsx';
import { wordPage } from '../../portal/frame.tsx';
import { mailPage, outboxPage } from '../../portal/outbox-page.tsx';
import { composeChat } from '../../render/chat/compose-chat.ts';
import { field, mayOperate, operatorFrame, refusalOf, sendPage } from './guards.ts';
import { handsetRoutes } from './outbox/handset-routes.ts';
import type { PageParts } from './page-parts.ts';
import { TELEPHONES } from './places.ts';

const PAGE_MAX = 50;

interface ListQuery {
  readonly Querystring: Readonly<Record<string, unknown>>;
}
interface MailPath {
  readonly Params: { readonly id: string };
}

/** Every mail as its reader gets it; links work in a demonstration alone. */
export function outboxRoutes(server: FastifyInstance, parts: PageParts): void {
  const schema = { hide: true };
  server.get<ListQuery>('/outbox', { schema }, async (request, reply) => {
    if (!(await mayOperate(parts, request, reply))) return reply;
    return sendPage(reply, 200, await listPage(parts, request));
  });
  server.get<MailPath>('/outbox/:id', { schema }, async (request, reply) => {
    if (!(await mayOperate(parts, request, reply))) return reply;
    const mail = await parts.operator.mail(request.params.id);
    return mail
      ? sendPage(reply, 200, await onePage(parts, request, mail, 'no'))
      : missing(parts, request, reply);
  });
  server.get<MailPath>('/outbox/:id/html', { schema }, async (request, reply) => {
    if (!(await mayOperate(parts, request, reply))) return reply;
    const mail = await parts.operator.mail(request.params.id);
    if (!mail?.html) return missing(parts, request, reply);
    void reply.header('content-security-policy', MAIL_POLICY);
    return sendPage(
      reply,
      200,
      asShown(parts, mail.html, '#').replace('<head>', '<head><base target="_top">'),
    );
  });
  handsetRoutes(server, parts);
  server.post<MailPath>('/outbox/:id/reply', { schema }, async (request, reply) => {
    if (!(await mayOperate(parts, request, reply))) return reply;
    return answer(parts, request, reply);
  });
}

/** A mail brings its own style and runs nothing; the page that shows it is ours. */
const MAIL_POLICY = [
  'sandbox allow-top-navigation-by-user-activation',
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

async function missing(
  parts: PageParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const frame = await operatorFrame(parts, request);
  return sendPage(reply, 404, wordPage(frame, refusalOf('page-missing', {}, frame.language)));
}

async function listPage(parts: PageParts, request: FastifyRequest<ListQuery>): Promise<string> {
  const { query } = request;
  const wanted = (name: string): string | undefined => {
    const text = field(query, name).trim();
    // The database knows no such sign, so nothing has it in its name.
    return text === '' || text.includes('\0') ? undefined : text;
  };
  const filter = { caseId: wanted('case'), personId: wanted('person') };
  const found = await parts.operator.mails({ ...filter, before: wanted('before') }, PAGE_MAX + 1);
  const mails = found.slice(0, PAGE_MAX);
  const last = found.length > PAGE_MAX ? mails.at(-1) : undefined;
  const older = last && new URLSearchParams({ before: last.deliveryId });
  if (older && filter.caseId !== undefined) older.set('case', filter.caseId);
  if (older && filter.personId !== undefined) older.set('person', filter.personId);
  return outboxPage({
    ...(await operatorFrame(parts, request)),
    ...filter,
    mails,
    older: older && `/outbox?${older}`,
    timeZone: await parts.operator.timeZone(),
    ...(parts.isDemonstration && wanted('before') === undefined
      ? { requests: await requests(parts), chats: await chats(parts) }
      : { requests: [], chats: [] }),
    telephones: parts.telephones && { path: TELEPHONES, ringing: await ringing(parts.telephones) },
  });
}

const ringing = async (telephones: Telephones): Promise<number> =>
  (await telephones.all()).filter(({ state }) => state === 'rings').length;

/** More than anybody reads. */
const REQUESTS_MAX = 20;

/** What programs would be told. */
async function requests(parts: PageParts) {
  const contracts = parts.contractsFor({ kind: 'terminal' });
  const found = await contracts.transaction((tx) => tx.newestDeliveries(REQUESTS_MAX));
  return found.map((one) => ({
    ...{ url: one.webhook.url, type: one.type, queuedAt: one.queuedAt },
    body: bodyOf(one, parts.baseUrl()),
  }));
}

/** What channels would be told, as their cases stand now. */
const chats = (parts: PageParts) =>
  parts.links.answers.transaction(async (tx) => {
    const found = await tx.chats.newest(REQUESTS_MAX);
    const writing = { baseUrl: parts.baseUrl(), compose: composeChat, isDemonstration: true };
    const shown: ShownChat[] = [];
    for (const one of found) {
      const subject = await subjectOf(tx, one);
      if (!subject) continue;
      const { kind, name: channel } = one.channel;
      shown.push({
        kind,
        channel,
        language: one.language,
        queuedAt: one.queuedAt,
        message: writeChat(writing, one, subject),
      });
    }
    return shown;
  });

async function onePage(
  parts: PageParts,
  request: FastifyRequest,
  mail: OutboxMail,
  replied: 'no' | 'taken' | RefusalWords,
): Promise<string> {
  const frame = await operatorFrame(parts, request);
  const { hiddenLink } = catalogue(frame.language).pages.outbox;
  return mailPage({
    ...frame,
    mail: { ...mail, text: mail.text === undefined ? undefined : asShown(parts, mail.text, hiddenLink) },
    // A text and a call have no other form.
    hasHtml: (mail.html ?? '') !== '',
    canReply: parts.sendReply !== undefined && mail.canReply && mail.address !== undefined,
    replied,
    timeZone: await parts.operator.timeZone(),
  });
}

const asShown = ({ isDemonstration, secret, baseUrl }: PageParts, body: string, hidden: string): string =>
  isDemonstration ? fillLinks(body, { secret, baseUrl: baseUrl() }) : hideLinks(body, hidden);

async function answer(
  parts: PageParts,
  request: FastifyRequest<MailPath>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { params, body } = request;
  const mail = await parts.operator.mail(params.id);
  if (!mail || !parts.sendReply || !mail.canReply || mail.address === undefined)
    return missing(parts, request, reply);
  const notTaken = await parts.sendReply({
    from: { name: mail.name, address: mail.address },
    to: `${replyLocalPart(parts.secret, { ...mail, caseId: replyCaseOf(mail) })}@${parts.mailDomain}`,
    subject: `Re: ${mail.subject ?? ''}`,
    text: field(body, 'text'),
  });
  if (notTaken === undefined) return sendPage(reply, 200, await onePage(parts, request, mail, 'taken'));
  const { language } = await operatorFrame(parts, request);
  const words = refusalOf('page-reply-not-taken', { reason: notTaken }, language);
  return sendPage(reply, 502, await onePage(parts, request, mail, words));
}
