import { isBug } from '../app/bug.ts';
import { fillLinks } from '../app/notices/fill-links.ts';
import type { LoneLetter } from '../app/notices/lone-letter.ts';
import { replyCaseOf } from '../app/ports/attestations.ts';
import type { TakenDelivery } from '../app/ports/engine.ts';
import type { MailResult, OutgoingMail } from '../app/ports/mail.ts';
import { subscriptionIn } from '../app/ports/subscriptions.ts';
import { linkToken, replyLocalPart } from '../app/secret.ts';
import type { EngineParts } from './parts.ts';

/** A delivery and what one attempt to send it came to. */
export interface Attempt {
  readonly delivery: TakenDelivery;
  readonly result: MailResult;
}

/** Sends a delivery once, outside any transaction; one that has been sent or refused before has only to be told. */
export async function attempt(parts: EngineParts, delivery: TakenDelivery): Promise<Attempt> {
  if (delivery.state !== 'queued') return { delivery, result: resultBefore(delivery) };
  if (delivery.address === undefined) {
    return { delivery, result: { result: 'failed', permanent: true, reason: 'address-erased' } };
  }
  const result = await send(parts, delivery, delivery.address);
  parts.meters.delivered(
    delivery.means,
    result.result === 'failed' && !result.permanent ? 'retried' : result.result,
  );
  return { delivery, result };
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
