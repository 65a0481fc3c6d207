import {
  attestationNoticeFailed,
  doubtRefused,
  handleAttestationsIn,
} from '../app/attestation/handle-attestations.ts';
import { isBug } from '../app/bug.ts';
import { handleReportsIn, reportNoticeFailed } from '../app/contact-reports/handle-reports.ts';
import { drillNoticeFailed, handleDrillsIn } from '../app/drills/handle-drills.ts';
import { type Answer, handleIn, type Request } from '../app/handle.ts';
import { tellNextOfAll } from '../app/notices/next-means.ts';
import { handleObligationsIn, noticeFailed } from '../app/obligation/handle-obligations.ts';
import { attestationIn, isCase } from '../app/ports/attestations.ts';
import { reportIn } from '../app/ports/contact-reports.ts';
import { drillIn } from '../app/ports/drills.ts';
import type { DeliverySettled, EngineTransaction, TakenDelivery } from '../app/ports/engine.ts';
import { obligationIn } from '../app/ports/obligations.ts';
import { fillingIn } from '../app/ports/seat-fillings.ts';
import { subscriptionIn } from '../app/ports/subscriptions.ts';
import { fillingNoticeFailed, handleFillingsIn } from '../app/seats/handle-fillings.ts';
import { asInstant, type Instant } from '../core/instant.ts';
import type { Attempt } from './attempt.ts';
import type { EngineParts } from './parts.ts';

/** Waiting times between attempts, in seconds; the last repeats until two days are over. */
const BACKOFF_S = [5, 15, 30, 60, 120, 300, 600, 900];
const GIVE_UP_AFTER_MS = 48 * 3_600_000;
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
  readonly settled: DeliverySettled;
  readonly again: Instant | undefined;
  /** It was refused for good, and not only tried for too long. */
  readonly isRefused: boolean;
}

async function settleTogether(parts: EngineParts, attempts: readonly Attempt[]): Promise<void> {
  await parts.store.transaction(async (tx) => {
    const at = await tx.now();
    const outcomes = await ourOutcomes(tx, attempts, at);
    await tx.settleDeliveries(newsOf(outcomes));
    await tellOthers(tx, outcomes);
    // A letter about the record as a whole is no event of a case.
    const told = outcomes.filter(
      ({ again, delivery }) => again === undefined && delivery.caseId !== '' && isCase(delivery),
    );
    const answers = told.length === 0 ? [] : await handleIn(tx, told.map(resultOf));
    // The clocks of a case set aside are not acted on, and its record waits: so does this line of it.
    const waiting = told.filter((_, index) => isSetAside(answers[index]));
    await repeat(tx, [
      ...outcomes.filter(({ again }) => again !== undefined),
      ...waiting.map((one) => ({ ...one, again: asInstant(at + TELL_AGAIN_MS) })),
    ]);
    const refused = told.flatMap(({ delivery, settled }, index) => {
      const answer = answers[index];
      if (settled.state !== 'failed' || isSetAside(answer)) return [];
      return [{ ...delivery, event: answer?.accepted ? answer.to : undefined }];
    });
    await tellNextOfAll(parts.letters, tx, refused, at);
    const lost = outcomes.filter(({ isRefused }) => isRefused).map(({ delivery }) => delivery);
    if (lost.length > 0) await doubtRefused(tx, lost);
    const ended = lost.flatMap((delivery) => subscriptionIn(delivery) ?? []);
    if (ended.length > 0) await tx.endBouncedSubscriptions(ended);
  });
}

/** What reaches nobody is on what it was about too; that a letter went out is said by the letter alone. */
async function tellOthers(tx: EngineTransaction, outcomes: readonly Outcome[]): Promise<void> {
  const failed = outcomes.filter(({ settled }) => settled.state === 'failed');
  // Drills first: whoever waits for those of a contract must hold nothing that they may wait for.
  const drills = failed.flatMap(({ delivery }) => {
    const key = drillIn(delivery);
    return key ? [drillNoticeFailed(key, delivery)] : [];
  });
  if (drills.length > 0) await handleDrillsIn(tx, drills);
  const obligations = failed.flatMap(({ delivery }) => {
    const key = obligationIn(delivery);
    return key ? [noticeFailed(key, delivery)] : [];
  });
  if (obligations.length > 0) await handleObligationsIn(tx, obligations);
  const attestations = failed.flatMap(({ delivery }) => {
    const key = attestationIn(delivery);
    return key ? [attestationNoticeFailed(key, delivery)] : [];
  });
  if (attestations.length > 0) await handleAttestationsIn(tx, attestations);
  const reports = failed.flatMap(({ delivery }) => {
    const key = reportIn(delivery);
    return key ? [reportNoticeFailed(key, delivery)] : [];
  });
  if (reports.length > 0) await handleReportsIn(tx, reports);
  const fillings = failed.flatMap(({ delivery }) => {
    const key = fillingIn(delivery);
    return key ? [fillingNoticeFailed(key, delivery)] : [];
  });
  if (fillings.length > 0) await handleFillingsIn(tx, fillings);
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
  const { contract, deliveryId } = delivery;
  const name = { contract, deliveryId, at };
  if (result.result === 'handedOver') {
    const settled = { ...name, state: 'handedOver', reason: undefined, carrierId: result.carrierId } as const;
    return { delivery, settled, again: undefined, isRefused: false };
  }
  const isOver = result.permanent || at - delivery.queuedAt >= GIVE_UP_AFTER_MS;
  const state = isOver ? 'failed' : 'queued';
  const settled = { ...name, state, reason: result.reason, carrierId: undefined } as const;
  const again = isOver ? undefined : nextAttempt(delivery, at);
  return { delivery, settled, again, isRefused: result.permanent };
}

function nextAttempt({ attempts }: TakenDelivery, at: Instant): Instant {
  const seconds = BACKOFF_S[Math.min(attempts, BACKOFF_S.length - 1)]!;
  return asInstant(at + seconds * 1_000);
}

/** What was sent before, and had only to be told, has been settled. */
const newsOf = (outcomes: readonly Outcome[]): readonly DeliverySettled[] =>
  outcomes.filter(({ delivery }) => delivery.state === 'queued').map(({ settled }) => settled);

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

const resultOf = ({ delivery, settled }: Outcome): Request => ({
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
    result: settled.state === 'failed' ? 'failed' : 'handedOver',
  },
});
