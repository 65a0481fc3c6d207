import { asInstant, type Instant } from '../../core/instant.ts';
import { fileProblem } from '../files/attach-file.ts';
import { knownCaller } from '../known-caller.ts';
import { bringFiles, keepWaiting } from '../mail-files.ts';
import type { LetterParts } from '../notices/letters.ts';
import type { Answers } from '../ports/answers.ts';
import type { Log } from '../ports/log.ts';
import type { MailFile } from '../ports/mail-files.ts';
import type { KeptRecording } from '../ports/telephone-book.ts';
import type { Within } from './telephone-parts.ts';

/** Asks the carrier for a recording; undefined where it has none to give now. */
export type FetchRecording = (url: string) => Promise<Uint8Array | undefined>;

interface FetchParts {
  readonly answers: Answers;
  readonly letters: LetterParts;
  readonly fetch: FetchRecording;
  readonly log: Log;
}

/** Recordings that are asked for in one turn. */
const BATCH = 10;
/** A carrier has a recording some seconds after the call; what it does not give within a day it has not. */
const FIRST_AGAIN_MS = 5_000;
const AGAIN_MAX_MS = 3_600_000;
const ATTEMPTS_MAX = 30;

/** Brings recordings to where they belong; whether there may be more of them. */
export async function fetchRecordings(parts: FetchParts): Promise<boolean> {
  const { answers } = parts;
  const due = await answers.transaction(async (tx, book) =>
    book.telephone.dueRecordings(await tx.now(), BATCH),
  );
  for (const one of due) {
    // Nothing is asked of anybody inside a transaction.
    const bytes = await parts.fetch(one.url);
    await answers.transaction(async (tx, book) => {
      const still = await book.telephone.recording(one);
      if (still?.attempts !== one.attempts) return;
      await settle(parts, { tx, book }, still, bytes);
    });
  }
  return due.length === BATCH;
}

async function settle(
  { letters, log }: FetchParts,
  within: Within,
  recording: KeptRecording,
  bytes: Uint8Array | undefined,
): Promise<void> {
  const { tx, book } = within;
  const { name, attempts } = recording;
  const file: MailFile | undefined =
    bytes && typeof fileProblem({ name, bytes }) === 'string' ? { name, bytes } : undefined;
  if (!file && attempts + 1 < ATTEMPTS_MAX) {
    const again = Math.min(FIRST_AGAIN_MS * 2 ** attempts, AGAIN_MAX_MS);
    await book.telephone.putOffRecording(recording, asInstant((await tx.now()) + again));
    return;
  }
  if (!file) log.warn('recording-not-fetched', { contract: recording.contract });
  await bring(letters, within, recording, file ?? { name, why: 'not-fetched' });
  await book.telephone.dropRecording(recording);
}

/** Onto its case; of what waits for the desk with it, or onto the case that the desk has opened meanwhile. */
async function bring(
  letters: LetterParts,
  { tx, book }: Within,
  { contract, caseId, mailId, personId, madeAt }: KeptRecording,
  file: MailFile,
): Promise<void> {
  if (caseId !== undefined) return onto(letters, { tx, book }, { contract, caseId, personId, madeAt }, file);
  const key = { contract, mailId: mailId ?? '' };
  const settled = await book.openings.settled(key);
  if (settled === undefined) return keepWaiting(book, key, [file], await tx.now());
  if (settled.caseId === undefined || settled.settledBy === undefined) return;
  const { caseId: opened, settledBy } = settled;
  await onto(letters, { tx, book }, { contract, caseId: opened, personId: settledBy, madeAt }, file);
}

interface Onto {
  readonly contract: string;
  readonly caseId: string;
  readonly personId: string | undefined;
  readonly madeAt: Instant;
}

async function onto(
  letters: LetterParts,
  { tx, book }: Within,
  { contract, caseId, personId, madeAt: receivedAt }: Onto,
  file: MailFile,
): Promise<void> {
  const known = personId === undefined ? undefined : await book.person(contract, personId);
  if (!known) return;
  const caller = knownCaller(contract, known, 'call');
  const writer = { person: known.person, caller };
  await bringFiles(letters, tx, book, {
    key: { contract, caseId },
    caller,
    writer,
    files: [file],
    receivedAt,
  });
}
