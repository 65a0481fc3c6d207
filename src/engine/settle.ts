import { doubtRefused } from '../app/attestation/handle-attestations.ts';
import { isBug } from '../app/bug.ts';
import { type Answer, handleIn, type Request } from '../app/handle.ts';
import { deliveryResult } from '../app/notices/delivery-result.ts';
import { deliveryWhy } from '../app/notices/delivery-why.ts';
import { LATE_AFTER_MS, mayBeLate, stepInForLate } from '../app/notices/late-mail.ts';
import { tellNextOfAll } from '../app/notices/next-means.ts';
import { isCase } from '../app/ports/attestations.ts';
import type { DeliverySettled, EngineTransaction, TakenDelivery } from '../app/ports/engine.ts';
import { subscriptionIn } from '../app/ports/subscriptions.ts';
import { noteTexts, STOPPED } from '../app/telephone/note-texts.ts';
import { tellOfFailed } from '../app/tell-of-failed.ts';
import type { DeliveryWhy } from '../core/case/command.ts';
import { asInstant, type Instant } from '../core/instant.ts';
import { type Attempt, OVERTAKEN } from './attempt.ts';
import type { EngineParts } from './parts.ts';

/** Waiting times between attempts, in seconds; the last repeats until two days are over. */
const BACKOFF_S = [5, 15, 30, 60, 120, 300, 600, 900];
const GIVE_UP_AFTER_MS = 48 * 3_600_000;
/** A text or a call to a level is worth nothing once the next round tells it again. */
const TO_LEVEL_WITHIN_MS = 15 * 60_000;
/** A case that cannot take what became of a mail is told again after this; the mail itself is not sent again. */
const TELL_AGAIN_MS = 15 * 60_000;

/**
 * Records what attempts came to, all in one transaction. Where a bug makes that impossible each is settled alone, and
 * the one at fault is put off, so that it holds nobody up and its mail is not sent over and over.
 */
export async function settle(parts: EngineParts, attempts: readonly Attempt[]): Promise<void> {
  try {
    await settleTogether(parts, attempts);
  } catch (error) {
    if (!isBug(error)) throw error;
    const [first] = attempts;
    if (attempts.length > 1) {
      parts.log.error('deliveries-not-settled', error, { count: attempts.length });
      for (const one of attempts) await settle(parts, [one]);
    } else if (first) {
      const { contract, caseId, deliveryId } = first.delivery;
      parts.log.error('delivery-not-settled', error, { contract, caseId, deliveryId });
      await putOff(parts, first);
    }
  }
}

/** What an attempt means for its delivery; `again` is when it is tried once more. */
interface Outcome {
  readonly delivery: TakenDelivery;
  /** Undefined where nothing was tried: its turn had not come. */
  readonly settled: DeliverySettled | undefined;
  readonly why: DeliveryWhy | undefined;
  readonly again: Instant | undefined;
  /** It was refused for good, and not only tried for too long: of a text or a call, because there is no such number. */
  readonly isRefused: boolean;
}

async function settleTogether(parts: EngineParts, attempts: readonly Attempt[]): Promise<void> {
  await parts.store.transaction(async (tx) => {
    const at = await tx.now();
    const outcomes = await ourOutcomes(tx, attempts, at);
    await tx.settleDeliveries(newsOf(outcomes));
    // That a letter went out is said by the letter alone.
    const failed = outcomes.filter(({ settled }) => settled?.state === 'failed');
    await tellOfFailed(
      tx,
      failed.map(({ delivery }) => delivery),
    );
    // A letter about the record as a whole is no event of a case.
    const told = outcomes.filter(
      ({ again, delivery, settled }) =>
        again === undefined && delivery.caseId !== '' && isCase(delivery) && settled?.reason !== OVERTAKEN,
    );
    const answers = told.length === 0 ? [] : await handleIn(tx, told.map(resultOf));
    // The clocks of a case set aside are not acted on, and its record waits: so does this line of it.
    const waiting = told.filter((_, index) => isSetAside(answers[index]));
    await repeat(tx, [
      ...outcomes.filter(({ again }) => again !== undefined),
      ...waiting.map((one) => ({ ...one, again: asInstant(at + TELL_AGAIN_MS) })),
    ]);
    const refused = told.flatMap(({ delivery, settled, why }, index) => {
      const answer = answers[index];
      if (settled?.state !== 'failed' || isSetAside(answer)) return [];
      return [{ ...delivery, why, event: answer?.accepted ? answer.to : undefined }];
    });
    await tellNextOfAll(parts.letters, tx, refused, at);
    const late = outcomes.filter(({ again }) => again !== undefined).map(({ delivery }) => delivery);
    await stepInForLate(
      parts.letters,
      tx,
      late.filter((one) => mayBeLate(one, at)),
      at,
    );
    const lost = outcomes.filter(({ isRefused }) => isRefused).map(({ delivery }) => delivery);
    if (lost.length > 0) await doubtRefused(tx, lost);
    for (const { delivery, settled } of outcomes) {
      if (settled?.reason === STOPPED && delivery.address !== undefined)
        await noteTexts(tx, delivery.address, { lost: true, at });
    }
    const ended = lost.flatMap((delivery) => subscriptionIn(delivery) ?? []);
    if (ended.length > 0) await tx.endBouncedSubscriptions(ended);
  });
}

/** The mail is not sent again, and the case is told what became of it when it may be able to take it. */
async function putOff(parts: EngineParts, attempt: Attempt): Promise<void> {
  const { contract, caseId, deliveryId } = attempt.delivery;
  const put = parts.store.transaction(async (tx) => {
    const at = await tx.now();
    const outcomes = await ourOutcomes(tx, [attempt], at);
    await tx.settleDeliveries(newsOf(outcomes));
    await repeat(
      tx,
      outcomes.map((one) => ({ ...one, again: one.again ?? asInstant(at + TELL_AGAIN_MS) })),
    );
  });
  await put.catch((error) => {
    if (!isBug(error)) throw error;
    parts.log.error('delivery-not-put-off', error, { contract, caseId, deliveryId });
  });
}

/** A node that was held up for longer than its claim has been overtaken: what became of the other's attempt counts. */
async function ourOutcomes(
  tx: EngineTransaction,
  attempts: readonly Attempt[],
  at: Instant,
): Promise<readonly Outcome[]> {
  const ours = new Set(await tx.finishDeliveries(attempts.map(({ delivery }) => delivery.jobId)));
  return attempts.filter(({ delivery }) => ours.has(delivery.jobId)).map((one) => outcomeOf(one, at));
}

function outcomeOf({ delivery, result }: Attempt, at: Instant): Outcome {
  const { contract, deliveryId, means } = delivery;
  const name = { contract, deliveryId, at };
  if (result.result === 'waits') {
    const again = asInstant(at + result.ms);
    return { delivery, settled: undefined, why: undefined, again, isRefused: false };
  }
  if (result.result === 'handedOver') {
    const settled = { ...name, state: 'handedOver', reason: undefined, carrierId: result.carrierId } as const;
    return { delivery, settled, why: undefined, again: undefined, isRefused: false };
  }
  const isOver = result.permanent || at - delivery.queuedAt >= giveUpAfterMs(delivery);
  const state = isOver ? 'failed' : 'queued';
  const settled = { ...name, state, reason: result.reason, carrierId: undefined } as const;
  const again = isOver
    ? undefined
    : nextAttempt(delivery, 'againAfterSeconds' in result ? result.againAfterSeconds : 0, at);
  const why = isOver ? deliveryWhy(means, result) : undefined;
  const isRefused =
    means === 'email'
      ? result.permanent && result.reason !== OVERTAKEN
      : 'isWrongNumber' in result && result.isWrongNumber === true;
  return { delivery, settled, why, again, isRefused };
}

const giveUpAfterMs = ({ means, level, kind }: TakenDelivery): number =>
  means !== 'email' && level !== undefined && kind === 'notice' ? TO_LEVEL_WITHIN_MS : GIVE_UP_AFTER_MS;

/** Also at the instants from which a mail is late, so that what follows from that waits for no other attempt. */
function nextAttempt(delivery: TakenDelivery, askedSeconds: number | undefined, at: Instant): Instant {
  const seconds = BACKOFF_S[Math.min(delivery.attempts, BACKOFF_S.length - 1)]!;
  const again = at + Math.max(seconds, askedSeconds ?? 0) * 1_000;
  if (delivery.means !== 'email') return asInstant(again);
  const lateFrom = Object.values(LATE_AFTER_MS).map((ms) => delivery.queuedAt + ms);
  return asInstant(Math.min(again, ...lateFrom.filter((instant) => instant > at)));
}

/** What was sent before, and had only to be told, has been settled. */
const newsOf = (outcomes: readonly Outcome[]): readonly DeliverySettled[] =>
  outcomes.flatMap(({ delivery, settled }) => (settled && delivery.state === 'queued' ? [settled] : []));

/** There are as many instants as waiting times, and most of a batch has the same. */
async function repeat(tx: EngineTransaction, outcomes: readonly Outcome[]): Promise<void> {
  for (const [again, some] of Map.groupBy(outcomes, (one) => one.again)) {
    if (again === undefined) continue;
    await tx.repeatDeliveries(
      some.map(({ delivery }) => delivery),
      again,
    );
  }
}

const isSetAside = (answer: Answer | undefined): boolean =>
  answer?.accepted === false && answer.refusal.code === 'case-set-aside';

const resultOf = ({ delivery, settled, why }: Outcome): Request =>
  deliveryResult(delivery, settled?.state === 'failed' ? 'failed' : 'handedOver', why);
