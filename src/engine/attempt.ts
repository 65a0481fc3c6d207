import { isBug } from '../app/bug.ts';
import { fillLinks } from '../app/notices/fill-links.ts';
import { isWanted } from '../app/notices/is-wanted.ts';
import type { LoneLetter } from '../app/notices/lone-letter.ts';
import { replyCaseOf } from '../app/ports/attestations.ts';
import type { TakenDelivery } from '../app/ports/engine.ts';
import type { MailResult, OutgoingMail } from '../app/ports/mail.ts';
import { subscriptionIn } from '../app/ports/subscriptions.ts';
import type { TelephoneCarrier, TelephoneResult } from '../app/ports/telephone.ts';
import { linkToken, replyLocalPart } from '../app/secret.ts';
import { STOPPED } from '../app/telephone/note-texts.ts';
import type { EngineParts } from './parts.ts';

/** What one attempt came to; `waits`: its turn has not come, and nothing was sent. */
type AttemptResult = MailResult | TelephoneResult | { readonly result: 'waits'; readonly ms: number };

/** A delivery and what one attempt to send it came to. */
export interface Attempt {
  readonly delivery: TakenDelivery;
  readonly result: AttemptResult;
}

/** Why something is not sent any more: it was answered, or is told again by now. */
export const OVERTAKEN = 'overtaken';

/** Sends a delivery once, outside any transaction; one that has been sent or refused before has only to be told. */
export async function attempt(parts: EngineParts, delivery: TakenDelivery): Promise<Attempt> {
  if (delivery.state !== 'queued') return { delivery, result: resultBefore(delivery) };
  if (delivery.address === undefined) {
    return { delivery, result: { result: 'failed', permanent: true, reason: 'address-erased' } };
  }
  if (delivery.means !== 'email')
    return { delivery, result: await byTelephone(parts, delivery, delivery.address) };
  // What a mail server that was away finds waiting is the first mail about it and the last that tells it again.
  if (delivery.round > 0 && !(await isWanted(parts.store, delivery)))
    return { delivery, result: refused(OVERTAKEN) };
  const result = await send(parts, delivery, delivery.address);
  count(parts, delivery, result);
  return { delivery, result };
}

const count = (
  { meters }: EngineParts,
  { means }: TakenDelivery,
  result: MailResult | TelephoneResult,
): void =>
  meters.delivered(means, result.result === 'failed' && !result.permanent ? 'retried' : result.result);

const refused = (reason: string): TelephoneResult => ({ result: 'failed', permanent: true, reason });

/** A text or a call, when its turn has come, and only while somebody still waits for it. */
async function byTelephone(
  parts: EngineParts,
  delivery: TakenDelivery,
  address: string,
): Promise<AttemptResult> {
  const { telephone } = parts;
  const means = delivery.means === 'call' ? 'call' : 'text';
  if (!telephone?.carrier.carries.includes(means)) return refused('no-carrier');
  // Not every carrier keeps who wants no texts.
  if (delivery.isStopped) return refused(STOPPED);
  const ms = telephone.pace.wait(means, delivery.deliveryId);
  if (ms > 0) return { result: 'waits', ms };
  if (!(await isWanted(parts.store, delivery))) return refused(OVERTAKEN);
  const result = await handOver(parts, telephone.carrier, delivery, address);
  if (result.result === 'failed' && result.reason === 'throttled')
    telephone.pace.rest(means, result.againAfterSeconds ?? THROTTLED_SECONDS, delivery.deliveryId);
  count(parts, delivery, result);
  return result;
}

/** How long a carrier is left alone that says no more than that it was too much. */
const THROTTLED_SECONDS = 5;

async function handOver(
  parts: EngineParts,
  carrier: TelephoneCarrier,
  delivery: TakenDelivery,
  to: string,
): Promise<TelephoneResult> {
  const { contract, caseId, deliveryId: id, text } = delivery;
  const path = `${encodeURIComponent(contract)}/${id}`;
  const statusUrl = `${parts.baseUrl}/telephone/status/${path}`;
  const spokenUrl = `${parts.baseUrl}/telephone/call/notice/${path}`;
  try {
    return delivery.means === 'call'
      ? await carrier.call({ id, to, spokenUrl, statusUrl })
      : await carrier.text({ id, to, body: fillLinks(text, parts), statusUrl });
  } catch (error) {
    if (!isBug(error)) throw error;
    parts.log.error('telephone-not-tried', error, { contract, caseId, deliveryId: id });
    return { result: 'failed', permanent: false, reason: 'own-fault' };
  }
}

/** A letter that a bug of ours keeps from being sent waits as one that was refused for now does, and so comes to an end. */
async function send(parts: EngineParts, delivery: TakenDelivery, address: string): Promise<MailResult> {
  try {
    return await parts.mail.send(outgoing(parts, delivery, address));
  } catch (error) {
    if (!isBug(error)) throw error;
    const { contract, caseId, deliveryId } = delivery;
    parts.log.error('mail-not-sent', error, { contract, caseId, deliveryId });
    return { result: 'failed', permanent: false, reason: 'own-fault' };
  }
}

/** Sent by a node that could not yet say so to the case. */
const resultBefore = ({ state, reason }: TakenDelivery): MailResult =>
  state === 'failed'
    ? { result: 'failed', permanent: true, reason: reason ?? 'unknown' }
    : { result: 'handedOver', carrierId: '' };

/** About neither a case nor the record, though they name no case either. */
const LONE: ReadonlySet<string> = new Set<LoneLetter['kind']>([
  'test',
  'contact',
  'gap',
  'readiness',
  'draft',
  'webhook',
  'chat',
  'opening',
  'swap',
  'duty',
]);

/**
 * Mails about one case stand together, those about the record, and those about one plan to one who asked for them; each
 * other stands alone.
 */
function threadOf({ contract, caseId, kind, deliveryId }: TakenDelivery): string {
  const subscription = subscriptionIn({ contract, caseId });
  if (subscription) return `subscription-${subscription.subscriptionId}`;
  if (kind === 'signIn') return `sign-in-${deliveryId}`;
  if (LONE.has(kind)) return `${kind}-${deliveryId}`;
  return caseId === '' ? `record.${contract}` : `case-${caseId}.${contract}`;
}

/** Links get their tokens only here, on the way out. */
function outgoing(parts: EngineParts, delivery: TakenDelivery, address: string): OutgoingMail {
  const { contract, personId, deliveryId, name, subject, text, html, canReply } = delivery;
  const fill = (body: string): string => fillLinks(body, parts);
  const local = replyLocalPart(parts.secret, { contract, caseId: replyCaseOf(delivery), personId });
  return {
    id: deliveryId,
    to: { name, address },
    replyTo: canReply ? `${local}@${parts.mailDomain}` : undefined,
    subject,
    text: fill(text),
    html: fill(html),
    thread: threadOf(delivery),
    endUrl: endUrlOf(parts, delivery),
  };
}

/** Where one's being told of a plan is ended from outside the letter; nobody asked for any other letter by themselves. */
function endUrlOf({ secret, baseUrl }: EngineParts, delivery: TakenDelivery): string | undefined {
  const subscription = delivery.kind === 'planNews' ? subscriptionIn(delivery) : undefined;
  return subscription && `${baseUrl}/unsubscribe/${linkToken(secret, subscription.subscriptionId)}`;
}
