import { asInstant, type Instant } from '../../core/instant.ts';
import { doubtRefused } from '../attestation/handle-attestations.ts';
import { handleIn } from '../handle.ts';
import type { AnswerBook, Answers, SentDelivery } from '../ports/answers.ts';
import { isCase } from '../ports/attestations.ts';
import type { EngineTransaction } from '../ports/engine.ts';
import type { TelephoneReceipt } from '../ports/telephone.ts';
import { noteTexts, STOPPED } from '../telephone/note-texts.ts';
import { tellOfFailed } from '../tell-of-failed.ts';
import { deliveryResult } from './delivery-result.ts';
import { deliveryWhy } from './delivery-why.ts';
import type { LetterParts } from './letters.ts';
import { tellNext } from './next-means.ts';

interface ReceiptParts {
  readonly answers: Answers;
  readonly letters: LetterParts;
}

/** What a carrier says of a text or a call that it took. */
interface ToldReceipt {
  readonly contract: string;
  readonly deliveryId: string;
  /** What the carrier calls it; undefined where it does not say. */
  readonly carrierId: string | undefined;
  readonly receipt: TelephoneReceipt;
}

/** `early`: it came before we had written down that the carrier took it; it is to come again. */
type ReceiptTaken = 'taken' | 'nothing' | 'early' | 'missing';

/** A telephone that is busy or that nobody takes is rung so often in one round. */
const CALLS_MAX = 3;
const CALL_AGAIN_MS = 2 * 60_000;
/** Then the next round rings it. */
const ROUND_MS = 15 * 60_000;
/** So long a call of ours waits for others of ours to the same person. */
const OWN_LINE_MS = 2 * 3_600_000;
/** A case that cannot take what became of a text is told again after this. */
const TELL_AGAIN_MS = 15 * 60_000;
const RUNG_AGAIN: ReadonlySet<string> = new Set(['busy', 'no-answer', 'canceled']);

/** Takes what a carrier says, once: it says most things twice, and not always in their order. */
export const takeReceipt = (
  { answers, letters }: ReceiptParts,
  { contract, deliveryId, carrierId, receipt }: ToldReceipt,
): Promise<ReceiptTaken> =>
  answers.transaction(async (tx, book) => {
    const delivery = await book.sent(deliveryId);
    if (delivery?.contract !== contract || delivery.means === 'email') return 'missing';
    if (receipt.is === 'underWay') return 'nothing';
    const isSame = carrierId === undefined || carrierId === delivery.carrierId;
    if (delivery.state === 'queued') return isSame && carrierId !== undefined ? 'nothing' : 'early';
    // Of an earlier ringing, or said before.
    if (!isSame || delivery.state !== 'handedOver') return 'nothing';
    const at = await tx.now();
    if (receipt.is === 'delivered') await arrived(tx, book, delivery, at);
    else if (isRungAgain(delivery, receipt.reason, at)) {
      await book.sendAgain(delivery, receipt.reason, true);
      await tx.repeatDeliveries([delivery], asInstant(at + CALL_AGAIN_MS));
    } else if (await isHeldByOurs(book, delivery, receipt.reason, at)) {
      await book.sendAgain(delivery, receipt.reason, false);
      await tx.repeatDeliveries([delivery], asInstant(at + CALL_AGAIN_MS));
    } else await failed({ letters, tx, book, delivery, at }, receipt);
    return 'taken';
  });

const isRungAgain = ({ means, attempts, queuedAt }: SentDelivery, reason: string, at: Instant): boolean =>
  means === 'call' &&
  RUNG_AGAIN.has(reason) &&
  attempts < CALLS_MAX &&
  at + CALL_AGAIN_MS < queuedAt + ROUND_MS;

/**
 * Whether a line is busy with another call of ours: that is no word about its person, and does not count. A level has its
 * next round; everybody else is waited for longer, for no other call will tell them of the same.
 */
const isHeldByOurs = async (
  book: AnswerBook,
  delivery: SentDelivery,
  reason: string,
  at: Instant,
): Promise<boolean> =>
  delivery.means === 'call' &&
  reason === 'busy' &&
  at + CALL_AGAIN_MS < delivery.queuedAt + (delivery.level === undefined ? OWN_LINE_MS : ROUND_MS) &&
  (await book.ringsBeside(delivery, asInstant(at - CALL_AGAIN_MS)));

const isOfCase = (delivery: SentDelivery): boolean => delivery.caseId !== '' && isCase(delivery);

async function arrived(
  tx: EngineTransaction,
  book: AnswerBook,
  delivery: SentDelivery,
  at: Instant,
): Promise<void> {
  await book.arrived(delivery, at);
  // The record of a case set aside waits; that it arrived stands on the delivery meanwhile.
  if (isOfCase(delivery)) await handleIn(tx, [deliveryResult(delivery, 'delivered', undefined)]);
}

interface Failing {
  readonly letters: LetterParts;
  readonly tx: EngineTransaction;
  readonly book: AnswerBook;
  readonly delivery: SentDelivery;
  readonly at: Instant;
}

async function failed(
  { letters, tx, book, delivery, at }: Failing,
  receipt: Extract<TelephoneReceipt, { is: 'failed' }>,
): Promise<void> {
  await book.failSent(delivery, receipt.reason, at);
  await tellOfFailed(tx, [delivery]);
  const { address } =
    (receipt.reason === STOPPED && (await book.telephone.delivery(delivery.contract, delivery.deliveryId))) ||
    {};
  if (address !== undefined) await noteTexts(tx, address, { lost: true, at });
  if (receipt.isWrongNumber) await doubtRefused(tx, [delivery]);
  if (!isOfCase(delivery)) return;
  const why = deliveryWhy(delivery.means, receipt);
  const [answer] = await handleIn(tx, [deliveryResult(delivery, 'failed', why)]);
  if (answer?.accepted === false && answer.refusal.code === 'case-set-aside') {
    await tx.repeatDeliveries([delivery], asInstant(at + TELL_AGAIN_MS));
    return;
  }
  await tellNext(letters, tx, { ...delivery, why }, at);
}
