import { againAfterMs } from '../app/again-after.ts';
import { type AttestationRequest, handleAttestationsIn } from '../app/attestation/handle-attestations.ts';
import { isBug, sayBug } from '../app/bug.ts';
import { causeOf } from '../app/case-failed.ts';
import { handleReportsIn, type ReportRequest } from '../app/contact-reports/handle-reports.ts';
import { drillIsDue, handleDrillsIn } from '../app/drills/handle-drills.ts';
import { handleIn, type Request } from '../app/handle.ts';
import { handleObligationsIn, type ObligationRequest } from '../app/obligation/handle-obligations.ts';
import { type AttestationKey, attestationIn, isCase } from '../app/ports/attestations.ts';
import { type ReportKey, reportIn } from '../app/ports/contact-reports.ts';
import { drillIn } from '../app/ports/drills.ts';
import type { EngineTransaction } from '../app/ports/engine.ts';
import { type ObligationKey, obligationIn } from '../app/ports/obligations.ts';
import { type FillingKey, fillingIn } from '../app/ports/seat-fillings.ts';
import type { DueJob } from '../app/ports/store.ts';
import { type FillingRequest, handleFillingsIn } from '../app/seats/handle-fillings.ts';
import { setAside } from '../app/set-aside.ts';
import { type Backlog, type EngineParts, noBacklog } from './parts.ts';

/** Deadlines in one transaction: enough to spread its cost, few enough that nobody waits long for a lock. */
const BATCH_MAX = 500;
/** Sleepers look again after this, whatever they were told. */
export const SLEEP_MAX_MS = 1_000;

/**
 * One turn: takes what is due, decides it on the road and removes the jobs, all in one transaction, so that a node
 * may die at any instant and its jobs come back with the rollback.
 */
export async function fireDeadlines(parts: EngineParts, backlog: Backlog = noBacklog()): Promise<number> {
  const taken = await fireBatch(parts, backlog).catch((error) => {
    if (!isBug(error)) throw error;
    parts.log.error('batch-failed', error);
    return fireOneByOne(parts);
  });
  backlog.isFull = taken >= BATCH_MAX;
  if (backlog.isFull) return 0;
  const untilNext = await parts.store.untilNext('deadline');
  return Math.min(untilNext ?? SLEEP_MAX_MS, SLEEP_MAX_MS);
}

async function fireBatch(parts: EngineParts, backlog: Backlog): Promise<number> {
  const fired = await parts.store.transaction(async (tx) => {
    const jobs = await tx.takeDue(BATCH_MAX);
    // Said before the work is done: letters would else begin beside it.
    if (jobs.length >= BATCH_MAX) backlog.isFull = true;
    if (jobs.length === 0) return [];
    return actOn(tx, jobs);
  });
  measure(parts, fired);
  return fired.length;
}

/** Cases, obligations, drills and all else wait in one queue; each goes its own road. Answers how late each was acted on, where it was. */
async function actOn(
  tx: EngineTransaction,
  jobs: readonly DueJob[],
): Promise<readonly (number | undefined)[]> {
  const keys = jobs.map((job) => job.key).filter(isCase);
  const obligations = jobs.flatMap((job) => obligationIn(job.key) ?? []);
  const attestations = jobs.flatMap((job) => attestationIn(job.key) ?? []);
  const reports = jobs.flatMap((job) => reportIn(job.key) ?? []);
  const fillings = jobs.flatMap((job) => fillingIn(job.key) ?? []);
  const drills = jobs.flatMap((job) => drillIn(job.key) ?? []);
  const answers = [
    // First, for whoever waits for drills of a contract must hold nothing that these may wait for.
    ...(drills.length === 0 ? [] : await handleDrillsIn(tx, drills.map(drillIsDue), drills)),
    ...(keys.length === 0 ? [] : await handleIn(tx, keys.map(timeHasCome), { taken: keys })),
    ...(obligations.length === 0
      ? []
      : await handleObligationsIn(tx, obligations.map(dateHasCome), { taken: obligations })),
    ...(attestations.length === 0
      ? []
      : await handleAttestationsIn(tx, attestations.map(roundHasCome), attestations)),
    ...(reports.length === 0 ? [] : await handleReportsIn(tx, reports.map(answerIsDue), reports)),
    ...(fillings.length === 0 ? [] : await handleFillingsIn(tx, fillings.map(agreementIsDue), fillings)),
  ];
  await tx.finishDue(jobs);
  return answers.map((answer) => (answer.accepted ? answer.latenessMs : undefined));
}

const dateHasCome = (key: ObligationKey): ObligationRequest => ({
  key,
  caller: undefined,
  command: { type: 'deadlineDue', by: 'ladder' },
});

const roundHasCome = (key: AttestationKey): AttestationRequest => ({
  key,
  command: { type: 'deadlineDue', by: 'ladder' },
});

const answerIsDue = (key: ReportKey): ReportRequest => ({
  key,
  actor: 'contractor',
  command: { type: 'deadlineDue', by: 'ladder' },
});

const agreementIsDue = (key: FillingKey): FillingRequest => ({
  key,
  actor: 'oversight',
  command: { type: 'deadlineDue', by: 'ladder' },
});

const timeHasCome = (key: Request['key']): Request => ({
  key,
  caller: undefined,
  actor: 'contractor',
  command: { type: 'deadlineDue', by: 'ladder' },
});

function measure({ meters }: EngineParts, fired: readonly (number | undefined)[]): void {
  const latenesses = fired.filter((lateness) => lateness !== undefined);
  if (latenesses.length > 0) meters.deadlinesFired(latenesses);
}

/**
 * After a batch that failed by a bug: each alone, so that only the one whose decision fails is put down: a case is set
 * aside, an obligation or an attestation is tried again less and less often.
 */
async function fireOneByOne(parts: EngineParts): Promise<number> {
  for (let count = 0; count < BATCH_MAX; count++) {
    let job: DueJob | undefined;
    try {
      const isDone = await parts.store.transaction(async (tx) => {
        [job] = await tx.takeDue(1);
        if (!job) return true;
        await actOn(tx, [job]);
        return false;
      });
      if (isDone) return count;
    } catch (error) {
      if (!job || !isBug(error)) throw error;
      await putDown(parts, job, error);
    }
  }
  return BATCH_MAX;
}

async function putDown(parts: EngineParts, job: DueJob, error: unknown): Promise<void> {
  const { store, log } = parts;
  const { key } = job;
  if (isCase(key)) return setAside((work) => store.transaction(work), parts, key, causeOf(error));
  log.error('chain-not-decided', error, { contract: key.contract, kind: key.caseId.split(':')[0] ?? '' });
  await store.transaction(async (tx) =>
    tx.putOffDeadline({ job, error: sayBug(causeOf(error)), at: await tx.now(), againAfterMs }),
  );
}

/** At each start, so after each deploy: what an earlier one could not decide is tried again once. */
export async function retrySetAside(parts: EngineParts): Promise<void> {
  const { store, version, log } = parts;
  for (;;) {
    const keys = await store.transaction((tx) => tx.takeSetAside(version, 1));
    const [key] = keys;
    if (!key) return;
    try {
      await store.transaction((tx) =>
        handleIn(tx, [{ ...timeHasCome(key), retried: true }], { taken: [key] }),
      );
      log.info('case-taken-up-again', { contract: key.contract, caseId: key.caseId });
    } catch (error) {
      if (!isBug(error)) throw error;
      await setAside((work) => store.transaction(work), parts, key, causeOf(error));
    }
  }
}
