import { handleIn, type Request } from '../app/handle.ts';
import { fillLinks } from '../app/notices/fill-links.ts';
import { tellNext } from '../app/notices/next-means.ts';
import type { DeliverySettled, TakenDelivery } from '../app/ports/engine.ts';
import type { MailResult, OutgoingMail } from '../app/ports/mail.ts';
import { replyLocalPart } from '../app/secret.ts';
import { asInstant, type Instant } from '../core/instant.ts';
import type { EngineParts } from './parts.ts';

/** Deliveries under way at once on one node; the carrier has its own bound of connections. */
const BATCH_MAX = 20;
const SLEEP_MAX_MS = 1_000;
/** A claim is kept alive by this beat; it is lost with the node after 10 seconds. */
const KEEP_EVERY_MS = 3_000;
/** Waiting times between attempts, in seconds; the last repeats until two days are over. */
const BACKOFF_S = [5, 15, 30, 60, 120, 300, 600, 900];
const GIVE_UP_AFTER_MS = 48 * 3_600_000;

/** What one attempt came to, where the mail was sent or refused; undefined where only the case had to be told. */
interface Attempt {
  readonly delivery: TakenDelivery;
  readonly result: MailResult;
}

/** One turn: sends what is queued, outside any transaction, then records what became of it in one. */
export async function deliver(parts: EngineParts): Promise<number> {
  const { store } = parts;
  const taken = await store.takeDeliveries(BATCH_MAX);
  if (taken.length === 0) return Math.min((await store.untilNext('delivery')) ?? SLEEP_MAX_MS, SLEEP_MAX_MS);
  const ids = taken.map((one) => one.jobId);
  const keep = setInterval(() => {
    store.keepDeliveries(ids).catch((error) => parts.log.error('claim-not-kept', error));
  }, KEEP_EVERY_MS);
  try {
    const attempts = await Promise.all(taken.map((delivery) => attempt(parts, delivery)));
    for (const one of attempts) await settle(parts, one);
  } finally {
    clearInterval(keep);
  }
  return 0;
}

async function attempt(parts: EngineParts, delivery: TakenDelivery): Promise<Attempt> {
  if (delivery.state !== 'queued') return { delivery, result: resultBefore(delivery) };
  if (delivery.address === undefined) {
    return { delivery, result: { result: 'failed', permanent: true, reason: 'address-erased' } };
  }
  const result = await parts.mail.send(outgoing(parts, delivery, delivery.address));
  parts.meters.delivered(
    delivery.means,
    result.result === 'failed' && !result.permanent ? 'retried' : result.result,
  );
  return { delivery, result };
}

/** Sent by a node that could not yet say so to the case. */
const resultBefore = ({ state, reason }: TakenDelivery): MailResult =>
  state === 'failed'
    ? { result: 'failed', permanent: true, reason: reason ?? 'unknown' }
    : { result: 'handedOver', carrierId: '' };

/** Links get their tokens only here, on the way out. */
function outgoing(parts: EngineParts, delivery: TakenDelivery, address: string): OutgoingMail {
  const { contract, caseId, personId, deliveryId, name, subject, text, html, canReply } = delivery;
  const fill = (body: string): string => fillLinks(body, parts);
  const local = replyLocalPart(parts.secret, { contract, caseId, personId });
  return {
    id: deliveryId,
    to: { name, address },
    replyTo: canReply ? `${local}@${parts.mailDomain}` : undefined,
    subject,
    text: fill(text),
    html: fill(html),
    thread: caseId === '' ? `record.${contract}` : `case-${caseId}.${contract}`,
  };
}

async function settle(parts: EngineParts, { delivery, result }: Attempt): Promise<void> {
  await parts.store.transaction(async (tx) => {
    const at = await tx.now();
    // A node that was held up for longer than its claim has been overtaken: what became of the other's attempt counts.
    if ((await tx.finishDeliveries([delivery.jobId])) === 0) return;
    if (result.result === 'failed' && !result.permanent && !isSpent(delivery, at)) {
      await tx.settleDeliveries([settled(delivery, 'queued', at, result.reason)]);
      await tx.repeatDelivery(delivery, nextAttempt(delivery, at));
      return;
    }
    const state = result.result === 'failed' ? 'failed' : 'handedOver';
    const reason = result.result === 'failed' ? result.reason : undefined;
    if (delivery.state === 'queued') {
      const carrierId = result.result === 'handedOver' ? result.carrierId : undefined;
      await tx.settleDeliveries([{ ...settled(delivery, state, at, reason), carrierId }]);
    }
    // A letter about the record as a whole is no event of a case.
    if (delivery.caseId === '') return;
    const [answer] = await handleIn(tx, [resultOf(delivery, state)]);
    // The clocks of a case set aside are not acted on, and its record waits: so does this line of it.
    if (answer?.accepted === false && answer.refusal.code === 'case-set-aside') {
      await tx.repeatDelivery(delivery, asInstant(at + SET_ASIDE_AGAIN_MS));
      return;
    }
    if (state === 'failed') await tellNext(parts.letters, tx, delivery, at);
  });
}

const SET_ASIDE_AGAIN_MS = 15 * 60_000;

const isSpent = ({ queuedAt }: TakenDelivery, at: Instant): boolean => at - queuedAt >= GIVE_UP_AFTER_MS;

function nextAttempt({ attempts }: TakenDelivery, at: Instant): Instant {
  const seconds = BACKOFF_S[Math.min(attempts, BACKOFF_S.length - 1)]!;
  return asInstant(at + seconds * 1_000);
}

const settled = (
  { contract, deliveryId }: TakenDelivery,
  state: DeliverySettled['state'],
  at: Instant,
  reason: string | undefined,
): DeliverySettled => ({ contract, deliveryId, state, reason, carrierId: undefined, at });

const resultOf = (delivery: TakenDelivery, result: 'handedOver' | 'failed'): Request => ({
  key: { contract: delivery.contract, caseId: delivery.caseId },
  caller: undefined,
  actor: 'contractor',
  command: {
    type: 'deliveryResult',
    by: 'ladder',
    delivery: delivery.deliveryId,
    contact: delivery.personId,
    ...(delivery.level === undefined ? {} : { level: delivery.level }),
    means: delivery.means,
    result,
  },
});
