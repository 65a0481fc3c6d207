import type { RecordBreaks } from '../core/message/record.ts';
import { checkpointDigest, isSigned, listOf, NOTHING_BEFORE } from './checkpoint.ts';
import type { StoredRevision } from './ports/contracts.ts';
import type { Checkpoint, RecordSnapshot } from './ports/record.ts';
import { revisionProof } from './revision-digest.ts';
import { RecordWalk, type WalkCounts } from './verify-cases.ts';
import { checkDraft } from './verify-drafts.ts';
import { checkLive } from './verify-rotas.ts';

/** The first thing that does not hold: a code of the catalogue's area `record`, with what its sentence names. */
type RecordBreak = {
  [C in keyof RecordBreaks]: { readonly code: C; readonly values: RecordBreaks[C] };
}[keyof RecordBreaks];

export interface Verification extends WalkCounts {
  readonly checkpoints: number;
  readonly lastCheckpoint: Checkpoint | undefined;
  /** Undefined where everything holds. The counts are of what was looked at before. */
  readonly broken: RecordBreak | undefined;
}

interface Verifying {
  /** Checkpoints from elsewhere, which this record must contain. */
  readonly against: readonly Checkpoint[];
  /** The installation's own public key. A checkpoint signed by another is a break, unless one from elsewhere names it. */
  readonly publicKey: string;
  readonly progress?: (done: number, total: number) => void;
}

/** Unwinds the walk at the first break. */
class Broken extends Error {
  readonly found: RecordBreak;

  constructor(found: RecordBreak) {
    super(found.code);
    this.found = found;
  }
}

/** How the walk says that something does not hold. */
export type Break = <C extends keyof RecordBreaks>(code: C, values: RecordBreaks[C]) => never;

const breaks: Break = (code, values) => {
  throw new Broken({ code, values } as RecordBreak);
};

/**
 * Walks the whole record, checkpoints first, then what was agreed, then every event of every case in order, and stops
 * at the first thing that does not hold. Memory does not grow with the cases.
 *
 * A revision is held against the digest that lies beside it and against the record of the draft it came from. No
 * checkpoint covers either: whoever wrote all of them anew is found by the digest that was said when it was taken in.
 *
 * A case that came and went between two checkpoints leaves no trace: that far the record relies on the database.
 */
export async function verifyRecord(record: RecordSnapshot, asked: Verifying): Promise<Verification> {
  const walk = new RecordWalk(record, breaks);
  const seen: Checkpoint[] = [];
  const answer = (broken: RecordBreak | undefined): Verification => ({
    ...walk.counts,
    since: Math.max(0, walk.counts.events - (seen.at(-1)?.events ?? 0)),
    checkpoints: seen.length,
    lastCheckpoint: seen.at(-1),
    broken,
  });
  try {
    await walkCheckpoints(record, asked, seen);
    await walkAgreed(record);
    const total = asked.progress ? await record.countEvents() : 0;
    for await (const part of record.parts()) {
      await walk.take(part, seen.length);
      asked.progress?.(walk.counts.events, total);
    }
    walk.end();
    checkCounts(seen, walk);
    return answer(undefined);
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    return answer(error.found);
  }
}

/**
 * Walks one case: its chain, its texts, what is kept about it, and the last checkpoint that lists it, whole. What was
 * done to the record elsewhere is not seen by it.
 */
export async function verifyCase(
  record: RecordSnapshot,
  { publicKey }: Pick<Verifying, 'publicKey'>,
): Promise<Verification> {
  const walk = new RecordWalk(record, breaks);
  let listed = 0;
  let last: Checkpoint | undefined;
  const answer = (broken: RecordBreak | undefined): Verification => ({
    ...walk.counts,
    since: 0,
    checkpoints: listed,
    lastCheckpoint: last,
    broken,
  });
  try {
    let newest = 0;
    for await (const part of record.parts()) {
      if ('heads' in part) {
        listed += part.heads.length;
        newest = Math.max(newest, ...part.heads.map(({ checkpoint }) => checkpoint));
      }
      await walk.take(part, Number.MAX_SAFE_INTEGER);
    }
    walk.end();
    last = newest === 0 ? undefined : await checkpointOf(record, newest, publicKey);
    return answer(undefined);
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    return answer(error.found);
  }
}

async function checkpointOf(
  record: RecordSnapshot,
  number: number,
  publicKey: string,
): Promise<Checkpoint | undefined> {
  for await (const some of record.checkpoints()) {
    const found = some.find((one) => one.number === number);
    if (!found) continue;
    await checkCheckpoint(record, found, new Set([publicKey]));
    return found;
  }
  return breaks('record-checkpoint-missing', { checkpoint: number });
}

async function walkCheckpoints(
  record: RecordSnapshot,
  { against, publicKey }: Verifying,
  seen: Checkpoint[],
): Promise<void> {
  const keys = new Set([publicKey, ...against.filter(isSigned).map((one) => one.publicKey)]);
  for await (const some of record.checkpoints()) {
    for (const checkpoint of some) {
      await walkCheckpoint(record, checkpoint, seen.at(-1), keys);
      seen.push(checkpoint);
    }
  }
  for (const given of against) {
    const { number } = given;
    if (!isSigned(given)) breaks('record-checkpoint-unsigned', { checkpoint: number });
    const own = seen[number - 1];
    if (!own) breaks('record-checkpoint-dropped', { checkpoint: number, last: seen.length });
    else if (own.digest !== given.digest) breaks('record-checkpoint-unlike', { checkpoint: number });
  }
}

async function walkCheckpoint(
  record: RecordSnapshot,
  checkpoint: Checkpoint,
  before: Checkpoint | undefined,
  keys: ReadonlySet<string>,
): Promise<void> {
  const { number } = checkpoint;
  const expected = (before?.number ?? 0) + 1;
  if (number !== expected) breaks('record-checkpoint-missing', { checkpoint: expected });
  if (checkpoint.previous !== (before?.digest ?? NOTHING_BEFORE)) {
    breaks('record-checkpoint-chain', { checkpoint: number });
  }
  await checkCheckpoint(record, checkpoint, keys);
}

/** What a checkpoint says against its own digest, its signature and its list. */
async function checkCheckpoint(
  record: RecordSnapshot,
  checkpoint: Checkpoint,
  keys: ReadonlySet<string>,
): Promise<void> {
  const { number, publicKey } = checkpoint;
  if (checkpointDigest(checkpoint) !== checkpoint.digest) {
    breaks('record-checkpoint-changed', { checkpoint: number });
  }
  if (!isSigned(checkpoint)) breaks('record-checkpoint-unsigned', { checkpoint: number });
  if (!keys.has(publicKey)) breaks('record-checkpoint-key-unknown', { checkpoint: number, publicKey });
  const { listed, listDigest } = await listOf(record.heads(number));
  if (listed !== checkpoint.listed || listDigest !== checkpoint.listDigest) {
    breaks('record-checkpoint-list', { checkpoint: number });
  }
}

/** What was agreed, and how it came to that. */
async function walkAgreed(record: RecordSnapshot): Promise<void> {
  const digests = new Map<string, string>();
  for await (const revision of record.revisions()) {
    checkRevision(revision);
    digests.set(`${revision.contract}/${revision.number}`, revision.digest);
  }
  for await (const draft of record.drafts()) {
    checkDraft(draft, (revision) => digests.get(`${draft.contract}/${revision}`), breaks);
  }
  for await (const rotas of record.rotas()) checkLive(rotas, breaks);
}

/** The rules of a revision and what it says of people, against its digest; what was erased has left its own behind. */
function checkRevision(stored: StoredRevision): void {
  const { contract, number: revision, rules } = stored;
  const { holds, changed, erased } = revisionProof(stored);
  const [path] = changed;
  if (path !== undefined) breaks('record-revision-value-changed', { contract, revision, path });
  const lost = erased.find(({ erasedAt }) => erasedAt === undefined);
  if (lost) breaks('record-revision-value-missing', { contract, revision, path: lost.path });
  const isOwn = rules.contract === contract && rules.number === revision;
  if (!holds || !isOwn) breaks('record-revision-changed', { contract, revision });
}

/** What each checkpoint said of the whole, against what its lists and those before it come to. */
function checkCounts(seen: readonly Checkpoint[], walk: RecordWalk): void {
  let cases = 0;
  let events = 0;
  for (const checkpoint of seen) {
    const added = walk.addedBy(checkpoint.number);
    cases += added.cases;
    events += added.events;
    if (checkpoint.cases !== cases || checkpoint.events !== events) {
      breaks('record-checkpoint-counts', { checkpoint: checkpoint.number, cases, events });
    }
  }
}
