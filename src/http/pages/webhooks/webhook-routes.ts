import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { ROLES, type Role, WEBHOOK_RIGHTS } from '../../../app/authorise.ts';
import { EVENT_CATALOGUE } from '../../../app/webhooks/event-catalogue.ts';
import {
  endWebhook,
  type KeptWebhook,
  listWebhooks,
  lookAtWebhook,
  makeWebhook,
  OVERLAP_HOURS,
  repeatAllSince,
  repeatDelivery,
  rotateSecret,
  turnWebhook,
} from '../../../app/webhooks/keep-webhooks.ts';
import type { WebhookParts } from '../../../app/webhooks/webhook-parts.ts';
import { catalogue } from '../../../core/message/catalogue.ts';
import type { WebhookProblem } from '../../../core/message/portal/webhooks.ts';
import type { Question } from '../../../portal/sure-page.tsx';
import {
  newWebhookPage,
  webhookPage,
  webhookSecretPage,
  webhooksPage,
} from '../../../portal/webhooks/webhook-pages.tsx';
import { momentAsked } from '../moment-asked.ts';
import type { PageParts } from '../page-parts.ts';
import { signedPage } from '../page-route.ts';
import { planPath, planWebhooksPath, webhooksPath } from '../places.ts';
import { sure } from '../sure.ts';
import type { PageAnswer, SignedVisit } from '../visit.ts';

/** Programs that are told what happens in a contract; whatever changes one wants a proof that is not old. */
export function webhookRoutes(server: FastifyInstance, parts: PageParts): void {
  routesOf(server, parts, OF_CONTRACT);
  routesOf(server, parts, OWN);
}

/** Whose webhooks are meant: those of the contract, or those of whoever asks, which tell of the plan alone. */
interface Kind {
  readonly isOwn: boolean;
  readonly name: 'webhooks' | 'plan-webhooks';
  readonly roles: readonly Role[];
  readonly pathIn: (contract: string) => string;
}

const OF_CONTRACT: Kind = { isOwn: false, name: 'webhooks', roles: WEBHOOK_RIGHTS, pathIn: webhooksPath };
const OWN: Kind = { isOwn: true, name: 'plan-webhooks', roles: ROLES, pathIn: planWebhooksPath };

/** A visit to webhooks of one kind. */
type Visited = SignedVisit & { readonly kind: Kind };

function routesOf(server: FastifyInstance, parts: PageParts, kind: Kind): void {
  const at = (
    method: 'GET' | 'POST',
    path: string,
    answer: (visit: Visited) => Promise<PageAnswer>,
    isDangerous = method === 'POST',
  ) => {
    const route = { method, path: `/contracts/:contract/${kind.name}${path}`, roles: kind.roles };
    signedPage(server, parts, isDangerous ? { ...route, isDangerous } : route, (visit) =>
      answer({ ...visit, kind }),
    );
  };
  at('GET', '', list);
  at('GET', '/new', (visit) => ask(visit, undefined), true);
  at('POST', '/new', make);
  at('GET', '/:webhook', (visit) => show(visit, {}));
  at('POST', '/:webhook/secret', sure(askRotation, rotate));
  at('POST', '/:webhook/turn', turn);
  at('POST', '/:webhook/again', again);
  at('POST', '/:webhook/deliveries/:delivery/again', againOne);
  if (kind.isOwn) at('POST', '/:webhook/end', sure(askEnd, end));
}

const partsOf = ({ parts, visitor }: Visited): WebhookParts => ({
  contracts: parts.contractsFor({ kind: 'person', personId: visitor.caller.personId }),
  secret: parts.secret,
  newId: randomUUID,
  allowedHosts: parts.outgoingPrivate,
});

const ownerOf = ({ visitor, kind }: Visited): string | undefined =>
  kind.isOwn ? visitor.caller.personId : undefined;

const keyOf = (visit: Visited): KeptWebhook => ({
  contract: visit.visitor.caller.contract,
  ownerId: ownerOf(visit),
  webhookId: visit.params.webhook ?? '',
});

async function frameOf({ frame, visitor, parts, kind }: Visited) {
  const { contract } = visitor.caller;
  const [listed] = await parts.reading.contracts(contract);
  const own = { planTitle: listed?.title ?? contract, planPath: planPath(contract) };
  const base = kind.pathIn(contract);
  return { ...frame, base, timeZone: listed?.timeZone ?? 'UTC', own: kind.isOwn ? own : undefined };
}

async function list(visit: Visited): Promise<PageAnswer> {
  const found = await listWebhooks(partsOf(visit), keyOf(visit));
  return { html: webhooksPage(await frameOf(visit), found) };
}

const TYPES = EVENT_CATALOGUE.map(({ type }) => type);

async function ask(visit: Visited, problem: WebhookProblem | undefined): Promise<PageAnswer> {
  const { form, language } = visit;
  const words = problem && catalogue(language).webhooks.problems[problem];
  const html = newWebhookPage({
    frame: await frameOf(visit),
    types: visit.kind.isOwn ? [] : TYPES,
    typed: { url: form.text('url'), types: form.all('types') },
    problem: words && { field: problem === 'typeUnknown' ? 'types' : 'url', words },
  });
  return { html, status: problem ? 422 : 200 };
}

async function make(visit: Visited): Promise<PageAnswer> {
  const { form, visitor } = visit;
  const { contract, personId: by } = visitor.caller;
  const asked = {
    contract,
    by,
    url: form.text('url').trim(),
    types: form.all('types'),
    ownerId: ownerOf(visit),
  };
  const made = await makeWebhook(partsOf(visit), asked);
  if ('problem' in made) return ask(visit, made.problem);
  const { secret, webhook } = made;
  const shown = { secret, webhookId: webhook.webhookId, hours: undefined };
  return { html: webhookSecretPage(await frameOf(visit), shown) };
}

interface Shown {
  readonly problem?: WebhookProblem;
  readonly done?: string;
  /** A further secret was asked for while the one before the last still holds. */
  readonly isTooSoon?: boolean;
}

async function show(visit: Visited, { problem, done, isTooSoon = false }: Shown): Promise<PageAnswer> {
  const { form, query, language } = visit;
  const found = await lookAtWebhook(partsOf(visit), keyOf(visit));
  if (!found) return 'missing';
  const words = catalogue(language).webhooks;
  const html = webhookPage({
    ...{ ...found, frame: await frameOf(visit), isTooSoon },
    done: done ?? (query.text('done') === '' ? undefined : words.done),
    since: {
      date: form.text('since-date'),
      time: form.text('since-time'),
      problem: problem && words.problems[problem],
    },
  });
  return { html, status: problem || isTooSoon ? 422 : 200 };
}

const pathOf = (visit: Visited): string =>
  `${visit.kind.pathIn(visit.visitor.caller.contract)}/${encodeURIComponent(visit.params.webhook ?? '')}`;

async function askRotation(visit: Visited): Promise<Question | undefined> {
  const found = await lookAtWebhook(partsOf(visit), keyOf(visit));
  const { sure: title, about, button } = catalogue(visit.language).webhooks.rotate;
  if (!found || found.webhook.old) return undefined;
  return { title, about: [found.webhook.url, about], button, back: pathOf(visit) };
}

async function rotate(visit: Visited): Promise<PageAnswer> {
  const renewed = await rotateSecret(partsOf(visit), keyOf(visit));
  if (!renewed) return 'missing';
  if ('notBefore' in renewed) return show(visit, { isTooSoon: true });
  const { webhookId } = keyOf(visit);
  const shown = { secret: renewed.secret, webhookId, hours: OVERLAP_HOURS };
  return { html: webhookSecretPage(await frameOf(visit), shown) };
}

async function askEnd(visit: Visited): Promise<Question | undefined> {
  const found = await lookAtWebhook(partsOf(visit), keyOf(visit));
  const { sure: title, about, button } = catalogue(visit.language).webhooks.own.end;
  return found && { title, about: [found.webhook.url, about], button, back: pathOf(visit) };
}

async function end(visit: Visited): Promise<PageAnswer> {
  const isDone = await endWebhook(partsOf(visit), keyOf(visit));
  return isDone ? { seeOther: visit.kind.pathIn(visit.visitor.caller.contract) } : 'missing';
}

async function turn(visit: Visited): Promise<PageAnswer> {
  const to = visit.form.text('to') === 'on' ? 'on' : 'off';
  const isDone = await turnWebhook(partsOf(visit), keyOf(visit), to);
  return isDone ? { seeOther: `${pathOf(visit)}?done=1` } : 'missing';
}

async function again(visit: Visited): Promise<PageAnswer> {
  const { timeZone } = await frameOf(visit);
  const asked = momentAsked(visit.form, 'since', timeZone);
  if (asked.is !== 'instant') return show(visit, { problem: 'since' });
  const repeated = await repeatAllSince(partsOf(visit), keyOf(visit), asked.at);
  if (!repeated) return 'missing';
  if ('problem' in repeated) return show(visit, repeated);
  return show(visit, { done: catalogue(visit.language).webhooks.repeated(repeated) });
}

async function againOne(visit: Visited): Promise<PageAnswer> {
  const isDone = await repeatDelivery(partsOf(visit), keyOf(visit), visit.params.delivery ?? '');
  return isDone ? { seeOther: `${pathOf(visit)}?done=1` } : 'missing';
}
