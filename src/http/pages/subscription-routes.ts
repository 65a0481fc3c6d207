import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Role } from '../../app/authorise.ts';
import {
  askToSubscribe,
  endSubscription,
  lookAtSubscription,
  proveSubscription,
  type SubscriptionLook,
  subscribePerson,
  unsubscribePerson,
} from '../../app/subscriptions/subscribe.ts';
import type { SubscriptionParts } from '../../app/subscriptions/subscription-parts.ts';
import type { RefusalWords } from '../../core/message/case.ts';
import { catalogue, languageOf } from '../../core/message/catalogue.ts';
import {
  askedSubscriptionPage,
  askSubscriptionPage,
  deadSubscriptionPage,
  endPage,
  provePage,
  type SubscriptionOffer,
  subscriptionDonePage,
} from '../../portal/plan/subscription-pages.tsx';
import { composeSubscription } from '../../render/mail/compose-subscription.ts';
import { linkFrame } from './guards.ts';
import type { PageParts } from './page-parts.ts';
import { openPage } from './page-route.ts';
import { planPath, planWebhooksPath } from './places.ts';
import type { PageAnswer, Visit } from './visit.ts';

/** Being told when a plan changes: asked for by whoever may read it, proved by a link, ended by one. */
export function subscriptionRoutes(server: FastifyInstance, parts: PageParts): void {
  acceptOneClick(server);
  const at = (method: 'GET' | 'POST', path: string, answer: (visit: Visit) => Promise<PageAnswer>) =>
    openPage(server, parts, { method, path, isBounded: true }, answer);
  at('GET', '/plans/:contract/subscribe', (visit) => askFor(visit, undefined));
  const perDay = parts.subscriptionsPerDay;
  openPage(server, parts, { method: 'POST', path: '/plans/:contract/subscribe', perDay }, subscribe);
  at('POST', '/plans/:contract/subscribe/end', unsubscribe);
  at('GET', '/subscribe/:token', lookAtProof);
  at('POST', '/subscribe/:token', prove);
  at('GET', '/unsubscribe/:token', lookAtEnd);
  at('POST', '/unsubscribe/:token', end);
}

/** Bytes of the one field that a mailbox sends. */
const ONE_CLICK_BYTES_MAX = 4_096;

/** A mailbox that ends it in one click may say so as a form of several parts (RFC 8058, 3.2); the address says it all. */
const acceptOneClick = (server: FastifyInstance): void =>
  void server.addContentTypeParser(
    'multipart/form-data',
    { parseAs: 'buffer', bodyLimit: ONE_CLICK_BYTES_MAX },
    (_request, _body, done) => done(null, {}),
  );

const subscriptionParts = ({ contractsFor, secret, isDemonstration }: PageParts): SubscriptionParts => ({
  ...{ secret, isDemonstration, newId: randomUUID, compose: composeSubscription },
  contracts: contractsFor({ kind: 'terminal' }),
});

/** Who answers for a plan, and sees how many are told of it. */
const COUNTS: readonly Role[] = ['programManager', 'oversight'];

/** What the page of a plan offers its reader. */
export async function subscriptionOffer({ parts, visitor }: Visit): Promise<SubscriptionOffer> {
  if (!visitor) return { is: 'anybody', count: undefined, webhooksPath: undefined };
  const { contract, personId, grants } = visitor.caller;
  return subscriptionParts(parts).contracts.transaction(async (tx) => {
    const isOn = (await tx.subscriptionOf(contract, personId)) !== undefined;
    const isCounted = grants.some(({ role }) => COUNTS.includes(role));
    const [person] = isOn ? [] : await tx.people(contract, [personId]);
    return {
      is: isOn ? 'on' : person?.email === undefined ? 'noAddress' : 'off',
      count: isCounted ? await tx.subscribers(contract) : undefined,
      webhooksPath: planWebhooksPath(contract),
    };
  });
}

/** The contract whose plan is read; undefined where nothing of it is in force. */
async function planOf({ parts, params }: Visit) {
  const [found] = await parts.reading.contracts(params.contract ?? '');
  return found?.published === undefined ? undefined : found;
}

async function askFor(visit: Visit, problem: RefusalWords | undefined, status = 200): Promise<PageAnswer> {
  const { frame, form, visitor } = visit;
  const plan = await planOf(visit);
  if (!plan) return 'missing';
  // Somebody of the contract is asked for nothing: the page of the plan has a button.
  if (visitor) return { seeOther: `${planPath(plan.contract)}#told` };
  const typed = { email: form.text('email'), language: form.text('language') || frame.language };
  const view = { frame, contractTitle: plan.title, planPath: planPath(plan.contract), typed, problem };
  return { html: askSubscriptionPage(view), status };
}

async function subscribe(visit: Visit): Promise<PageAnswer> {
  const { parts, form, visitor, language, frame } = visit;
  const plan = await planOf(visit);
  if (!plan) return 'missing';
  const { contract } = plan;
  if (visitor) {
    await subscribePerson(subscriptionParts(parts), visitor.caller);
    return { seeOther: `${planPath(contract)}#told` };
  }
  const asked = await askToSubscribe(subscriptionParts(parts), {
    ...{ contract, email: form.text('email') },
    language: languageOf(form.text('language')) ?? language,
  });
  const { missing, tooMany } = catalogue(language).subscription.form;
  if (asked === 'addressInvalid') return askFor(visit, missing, 422);
  if (asked === 'tooMany') return askFor(visit, tooMany, 429);
  return { html: askedSubscriptionPage(frame, planPath(contract)) };
}

async function unsubscribe(visit: Visit): Promise<PageAnswer> {
  const { parts, visitor, params } = visit;
  if (!visitor) return (await planOf(visit)) ? { seeOther: planPath(params.contract ?? '') } : 'missing';
  await unsubscribePerson(subscriptionParts(parts), visitor.caller);
  return { seeOther: `${planPath(visitor.caller.contract)}#told` };
}

const GONE = 410;

const frameOf = ({ parts, request }: Visit, look: SubscriptionLook | undefined) =>
  linkFrame(parts, request, look?.readsIn);

async function lookAtProof(visit: Visit): Promise<PageAnswer> {
  const look = await lookAtSubscription(subscriptionParts(visit.parts), 'proof', visit.params.token ?? '');
  const frame = frameOf(visit, look);
  if (look?.subscriber.is !== 'address') return { html: deadSubscriptionPage(frame, 'prove'), status: GONE };
  const { contractTitle, subscriber } = look;
  const formPath = visit.request.url;
  return { html: provePage({ frame, contractTitle, formPath, email: subscriber.address }) };
}

async function prove(visit: Visit): Promise<PageAnswer> {
  const look = await proveSubscription(subscriptionParts(visit.parts), visit.params.token ?? '');
  const frame = frameOf(visit, look);
  if (!look) return { html: deadSubscriptionPage(frame, 'prove'), status: GONE };
  return { html: subscriptionDonePage(frame, 'proved', placeOf(look)) };
}

const placeOf = ({ contract, contractTitle }: SubscriptionLook) => ({
  contractTitle,
  planPath: planPath(contract),
});

async function lookAtEnd(visit: Visit): Promise<PageAnswer> {
  const look = await lookAtSubscription(subscriptionParts(visit.parts), 'end', visit.params.token ?? '');
  const frame = frameOf(visit, look);
  if (!look) return { html: deadSubscriptionPage(frame, 'end'), status: GONE };
  return { html: endPage({ frame, contractTitle: look.contractTitle, formPath: visit.request.url }) };
}

/** By the page's button or by the mailbox's own: what has ended already is ended, and that is no fault. */
async function end(visit: Visit): Promise<PageAnswer> {
  const look = await endSubscription(subscriptionParts(visit.parts), visit.params.token ?? '');
  const frame = frameOf(visit, look);
  if (!look) return { html: deadSubscriptionPage(frame, 'end') };
  return { html: subscriptionDonePage(frame, 'ended', placeOf(look)) };
}
