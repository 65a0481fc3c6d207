import { type AttestationRequest, handleAttestationsIn } from '../app/attestation/handle-attestations.ts';
import { handleIn, type Request } from '../app/handle.ts';
import { everybody, letterCase, plainSystemLetter } from '../app/notices/system.ts';
import { handleObligationsIn, type ObligationRequest } from '../app/obligation/handle-obligations.ts';
import { type AttestationKey, attestationIn, isCase } from '../app/ports/attestations.ts';
import type { EngineStore, EngineTransaction } from '../app/ports/engine.ts';
import { type ObligationKey, obligationIn } from '../app/ports/obligations.ts';
import type { DueJob } from '../app/ports/store.ts';
import { papersOf } from './papers-of.ts';
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

/** Cases, obligations and attestations wait in one queue; each goes its own road. Answers how late each was acted on, where it was. */
async function actOn(
  tx: EngineTransaction,
  jobs: readonly DueJob[],
): Promise<readonly (number | undefined)[]> {
  const keys = jobs.map((job) => job.key).filter(isCase);
  const obligations = jobs.flatMap((job) => obligationIn(job.key) ?? []);
  const attestations = jobs.flatMap((job) => attestationIn(job.key) ?? []);
  const answers = [
    ...(keys.length === 0 ? [] : await handleIn(tx, keys.map(timeHasCome), { taken: keys })),
    ...(obligations.length === 0
      ? []
      : await handleObligationsIn(tx, obligations.map(dateHasCome), { taken: obligations })),
    ...(attestations.length === 0
      ? []
      : await handleAttestationsIn(tx, attestations.map(roundHasCome), attestations)),
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

/** After a batch that failed by a bug: each case alone, so that only the one whose decision fails is set aside. */
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
      await setAside(parts, job, error);
    }
  }
  return BATCH_MAX;
}

async function setAside(parts: EngineParts, { id, key }: DueJob, error: unknown): Promise<void> {
  const { store, log, version } = parts;
  if (!isCase(key)) {
    // Without its job the watch finds it, and gives it another: it is tried again, and holds nobody up meanwhile.
    log.error('obligation-not-decided', error, { ...key });
    await store.transaction((tx) => tx.finishDue([{ id, key }]));
    return;
  }
  log.error('case-set-aside', error, { contract: key.contract, caseId: key.caseId });
  await store.transaction(async (tx) => {
    await tx.finishDue([{ id, key }]);
    await tx.setAside(key, await tx.now(), sayBug(error), version);
  });
  // The letters need the case's own events, which may be what is broken: without them operators still know.
  await tellClocksStand(parts, key).catch((failed) => log.error('letters-failed', failed, { ...key }));
}

async function tellClocksStand({ store, letters }: EngineParts, key: DueJob['key']): Promise<void> {
  await store.transaction(async (tx) => {
    const since = await tx.now();
    const subject = letterCase(key, await papersOf(tx, key), since);
    if (!subject) return;
    const told = everybody(subject).map((reader) =>
      plainSystemLetter(letters, subject, reader, { kind: 'clocksNotActedOn', since }),
    );
    await tx.addDeliveries(told);
  });
}

/** What operators are shown: the kind, the message and where; a case's own texts are in none of them. */
const ERROR_MAX = 2_000;
const sayBug = (error: unknown): string =>
  (error instanceof Error ? (error.stack ?? error.message) : String(error)).slice(0, ERROR_MAX);

/**
 * What the database says of one case's own values: classes 22 and 23 of SQLSTATE, and our own. Not 42: a table or a
 * right that is missing is missing for all, and would set every case aside.
 */
const OF_OUR_MAKING = /^(22|23|LR)[0-9A-Z]{3}$/;

/** A fault of the world has a code of the database or the system; what has none, or blames what we wrote, is a bug of ours. */
export function isBug(error: unknown): boolean {
  if (error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError)
    return true;
  const { code, message = '' } = error as { code?: unknown; message?: string };
  if (typeof code === 'string' && OF_OUR_MAKING.test(code)) return true;
  return code === undefined && !/connection|terminat|timeout/i.test(message);
}

/** At each start, so after each deploy: what an earlier one could not decide is tried again once. */
export async function retrySetAside({ store, version, log }: EngineParts): Promise<void> {
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
      await markAgain(store, key, error, version);
    }
  }
}

async function markAgain(
  store: EngineStore,
  key: Request['key'],
  error: unknown,
  version: string,
): Promise<void> {
  await store.transaction(async (tx) => tx.setAside(key, await tx.now(), sayBug(error), version));
}
