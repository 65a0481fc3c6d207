import { againAfterMs } from '../app/again-after.ts';
import { isBug, sayBug } from '../app/bug.ts';
import { causeOf } from '../app/case-failed.ts';
import { queueChats } from '../app/chats/queue-chats.ts';
import { handleIn, type Request } from '../app/handle.ts';
import { deliveryResult } from '../app/notices/delivery-result.ts';
import { expandNotice } from '../app/notices/expand.ts';
import { letterCase, plainSystemLetter, whoHearsOfFailure } from '../app/notices/system.ts';
import { seatsOf } from '../app/notices/who.ts';
import { isCase } from '../app/ports/attestations.ts';
import type {
  CasePapers,
  EngineTransaction,
  LevelTold,
  NewDelivery,
  NoticeJob,
  TakenNotices,
} from '../app/ports/engine.ts';
import type { CaseKey } from '../app/ports/store.ts';
import { asInstant, type Instant } from '../core/instant.ts';
import type { Party } from '../core/plan/format/schema-values.ts';
import { chainLetters } from './chain-letters.ts';
import { type Backlog, type EngineParts, noBacklog } from './parts.ts';

/** Jobs whose letters are written in one transaction; each is of a few notices, and each of these may mean several mails. */
const BATCH_MAX = 5;
const SLEEP_MAX_MS = 1_000;
/** What was told earlier is of no ask that a level is still reached for, though its notice had waited for days. */
const TOLD_MS = 3 * 86_400_000;
/** While deadlines are waiting in numbers letters wait, but never for longer than some seconds at a time. */
const YIELD_MS = 100;
const YIELDS_MAX = 50;

/** One turn: makes letters of what is to be told, stores them and queues each for delivery. */
export async function makeLetters(parts: EngineParts, backlog: Backlog = noBacklog()): Promise<number> {
  if (backlog.isFull && backlog.yielded < YIELDS_MAX) {
    backlog.yielded += 1;
    return YIELD_MS;
  }
  backlog.yielded = 0;
  const taken = await writeBatch(parts, BATCH_MAX).catch((error) => {
    if (!isBug(error)) throw error;
    parts.log.error('letters-failed', error);
    return writeOneByOne(parts);
  });
  if (taken >= BATCH_MAX) return 0;
  return Math.min((await parts.store.untilNext('notice')) ?? SLEEP_MAX_MS, SLEEP_MAX_MS);
}

/** A letter that cannot be written is tried again later; the others go out meanwhile. */
async function writeOneByOne(parts: EngineParts): Promise<number> {
  for (let count = 0; count < BATCH_MAX; count++) {
    let failed: TakenNotices | undefined;
    const taken = await writeBatch(parts, 1, ([first]) => {
      failed = first;
    }).catch(async (error) => {
      if (!isBug(error) || !failed) throw error;
      await putOff(parts, failed, causeOf(error));
      return 1;
    });
    if (taken === 0) return count;
  }
  return BATCH_MAX;
}

/** Of several that were queued together only one may be at fault: each is taken again by itself. */
async function putOff(parts: EngineParts, { id, notices }: TakenNotices, error: unknown): Promise<void> {
  const [first, ...others] = notices;
  if (first && others.length === 0) {
    parts.log.error('letter-failed', error, { contract: first.contract, caseId: first.caseId });
  }
  await parts.store.transaction(async (tx) => {
    if (first && others.length === 0) {
      const at = await tx.now();
      await tx.putOffNotice({ id, notice: first, error: sayBug(error), at, againAfterMs });
      return;
    }
    for (const one of notices) await tx.addNotices([one]);
    await tx.finishNotices([id]);
  });
}

async function writeBatch(
  parts: EngineParts,
  max: number,
  hasTaken: (taken: readonly TakenNotices[]) => void = () => undefined,
): Promise<number> {
  return parts.store.transaction(async (tx) => {
    const taken = await tx.takeNotices(max);
    hasTaken(taken);
    if (taken.length === 0) return 0;
    const all = taken.flatMap((one) => one.notices);
    const notices = all.filter(isCase);
    // Another node may be at another notice of the same case: what it tells somebody counts here.
    await tx.holdLetters(notices);
    const at = await tx.now();
    const papers = await tx.papersOfAll(notices, seatsOf);
    const told = await tx.toldLevels(notices, asInstant(at - TOLD_MS));
    const letters: Letters = {
      deliveries: [...(await chainLetters(parts, tx, all, at))],
      again: [],
      ended: new Set(),
    };
    for (const [index, notice] of notices.entries())
      await addLetters(parts, tx, { notice, papers: papers[index]!, told: told[index]! }, at, letters);
    const noticed = notices.map((notice, index) => ({ notice, papers: papers[index]! }));
    await queueChats(tx, noticed, { newId: parts.letters.newId, at });
    await tx.addDeliveries(letters.deliveries);
    for (const [startAt, later] of Map.groupBy(letters.again, (one) => one.at))
      await tx.addNotices(
        later.map((one) => one.notice),
        startAt,
      );
    await tx.finishNotices(taken.map(({ id }) => id));
    return taken.length;
  });
}

/** What the notices of a batch come to. */
interface Letters {
  readonly deliveries: NewDelivery[];
  readonly again: { readonly notice: NoticeJob; readonly at: Instant }[];
  /** Case and level of what it has been said of that it is told no more. */
  readonly ended: Set<string>;
}

/** A notice of the batch with the papers of its case, and what people of its levels were told of it before. */
interface Noticed {
  readonly notice: NoticeJob;
  readonly papers: CasePapers;
  readonly told: readonly LevelTold[];
}

/** What another notice of the batch has told people of a level of the same case. */
function toldNow(
  key: CaseKey,
  { contract, caseId, kind, level, queuedAt, ...one }: NewDelivery,
): LevelTold[] {
  const isHere = contract === key.contract && caseId === key.caseId;
  if (!isHere || kind !== 'notice' || level === undefined) return [];
  return [{ personId: one.personId, level, number: one.number, round: one.round, at: queuedAt }];
}

async function addLetters(
  parts: EngineParts,
  tx: EngineTransaction,
  { notice, papers, told }: Noticed,
  at: Instant,
  letters: Letters,
): Promise<void> {
  const key: CaseKey = { contract: notice.contract, caseId: notice.caseId };
  const soFar = [...told, ...letters.deliveries.flatMap((one) => toldNow(key, one))];
  const { deliveries, again, unreached, ended } = expandNotice(parts.letters, notice, papers, soFar, at);
  letters.deliveries.push(...deliveries);
  letters.again.push(...again);
  if (ended.length > 0) await handleIn(tx, endingsOf(key, ended, letters));
  if (unreached.length > 0)
    letters.deliveries.push(...(await lettersOfFailure(parts, tx, key, unreached, at)));
}

/** That a level is told no more is an event of its case, once though several notices come to their end together. */
function endingsOf(key: CaseKey, levels: readonly number[], { ended }: Letters): readonly Request[] {
  const fresh = levels.filter((level) => !ended.has(JSON.stringify([key.contract, key.caseId, level])));
  for (const level of fresh) ended.add(JSON.stringify([key.contract, key.caseId, level]));
  return fresh.map((level) => ({
    key,
    caller: undefined,
    actor: 'contractor',
    command: { type: 'endReaching', by: 'ladder', level },
  }));
}

/**
 * Nobody to tell is an event of the case, and those who can mend it are told: of each level and party by letters of that
 * event, which are none of those about somebody's address that was refused just before.
 */
async function lettersOfFailure(
  parts: EngineParts,
  tx: EngineTransaction,
  key: CaseKey,
  unreached: readonly (Party | number)[],
  at: Instant,
): Promise<readonly NewDelivery[]> {
  const answers = await handleIn(
    tx,
    unreached.map((whom) => failedDelivery(key, parts.letters.newId(), whom)),
  );
  const [papers] = await tx.papersOfAll([key], seatsOf);
  if (!papers) return [];
  return unreached.flatMap((whom, index) => {
    const answer = answers[index];
    const last = answer?.accepted ? answer.to : undefined;
    const subject = letterCase(key, { ...papers, events: papers.events.slice(0, last) }, at);
    if (!subject) return [];
    return whoHearsOfFailure(parts.letters, subject, undefined).map((reader) =>
      plainSystemLetter(parts.letters, subject, reader, { kind: 'notReached', name: undefined, whom }),
    );
  });
}

const failedDelivery = (key: CaseKey, deliveryId: string, whom: Party | number): Request =>
  deliveryResult(
    {
      ...{ ...key, deliveryId, means: 'email' },
      ...(typeof whom === 'number'
        ? { personId: `level-${whom}`, level: whom }
        : { personId: whom, level: undefined }),
    },
    'failed',
  );
