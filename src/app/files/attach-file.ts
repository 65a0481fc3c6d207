import { randomBytes, randomUUID } from 'node:crypto';
import type { Instant } from '../../core/instant.ts';
import type { ServiceProblem } from '../../core/message/service.ts';
import type { Party } from '../../core/plan/format/schema-values.ts';
import type { Caller } from '../authorise.ts';
import { type Answer, handleIn } from '../handle.ts';
import type { AnswerKey, CaseKey, Store, Transaction } from '../ports/store.ts';
import { fileDigest } from '../record.ts';
import { type FileKind, fileKind } from './file-kind.ts';
import { fileName } from './file-name.ts';

/** A file at most: a photograph from a telephone, a report with pictures, a long log. */
export const FILE_MEBIBYTES_MAX = 10;
export const FILE_BYTES_MAX = FILE_MEBIBYTES_MAX * 1024 * 1024;

/** A file as somebody brings it; what it is called and said to be is only what they say. */
interface BroughtFile {
  readonly caller: Caller;
  readonly key: CaseKey;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly audience: Party | 'all';
  /** How many events of the case whoever brings it has seen; undefined: the case as it is. */
  readonly expected?: number | undefined;
  readonly answerKey?: AnswerKey | undefined;
}

export type FileProblem = Extract<ServiceProblem, { code: `file-${string}` }>;

/** Why a file is not kept, whoever brings it; what it is, where it is. */
export function fileProblem({ name, bytes }: Pick<BroughtFile, 'name' | 'bytes'>): FileProblem | FileKind {
  if (bytes.length === 0) return { code: 'file-empty', values: { name } };
  if (bytes.length > FILE_BYTES_MAX) {
    return { code: 'file-too-big', values: { mebibytesMax: FILE_MEBIBYTES_MAX } };
  }
  return fileKind(bytes) ?? { code: 'file-kind-unknown', values: { name } };
}

/** Files of one mail on their way to its case. */
interface MailedFiles<F> {
  readonly caller: Caller;
  readonly key: CaseKey;
  readonly occurredAt: Instant;
  readonly files: readonly F[];
}

/**
 * Attaches files that were looked at before, for all on the case, inside a transaction that may do more. What comes
 * back are the codes of those that were refused.
 */
export async function attachFilesIn<F extends Pick<BroughtFile, 'name' | 'bytes'>>(
  tx: Transaction,
  { caller, key, occurredAt, files }: MailedFiles<F>,
): Promise<ReadonlyMap<F, string>> {
  const brought = files.map((file) => {
    const kind = fileProblem(file);
    if (typeof kind !== 'string') throw new Error('a file that was not looked at');
    return { file, kept: { ...key, ...namedFile(file, kind) } };
  });
  const answers = await handleIn(
    tx,
    brought.map(({ kept }) => ({
      ...{ key, caller },
      command: { ...attachCommand(caller, kept, 'all'), occurredAt },
    })),
  );
  const refused = new Map<F, string>();
  for (const [index, { file, kept }] of brought.entries()) {
    const answer = answers[index]!;
    if (answer.accepted) await tx.keepFile(kept);
    else refused.set(file, answer.refusal.code);
  }
  return refused;
}

function namedFile({ name, bytes }: Pick<BroughtFile, 'name' | 'bytes'>, kind: FileKind) {
  const salt = randomBytes(16).toString('hex');
  return { fileId: randomUUID(), kind, name: fileName(name, kind), salt, bytes };
}

const attachCommand = (
  { personId: by, over }: Caller,
  { fileId: file, name: text, salt, bytes }: ReturnType<typeof namedFile>,
  audience: BroughtFile['audience'],
) => ({ type: 'attach', by, over, file, text, audience, fileDigest: fileDigest({ salt, bytes }) }) as const;

/**
 * Keeps a file and attaches it to its case, or neither. The event has the salted digest of the bytes, so that what
 * lies in the database can be held against the record, and be erased without breaking it.
 */
export async function attachFile(
  store: Store,
  { caller, key, name: given, bytes, audience, expected, answerKey }: BroughtFile,
): Promise<Answer | FileProblem> {
  const kind = fileProblem({ name: given, bytes });
  if (typeof kind !== 'string') return kind;
  const file = namedFile({ name: given, bytes }, kind);
  const command = attachCommand(caller, file, audience);
  return store.transaction(async (tx) => {
    const seen = expected === undefined ? {} : { expected };
    const [answer] = await handleIn(tx, [{ key, caller, command, ...seen, ...(answerKey && { answerKey }) }]);
    if (!answer) throw new Error('one command has one answer');
    // Of an answer given before, the file is kept already, under another id: this one no event has.
    if (answer.accepted) await tx.keepFile({ ...key, ...file });
    return answer;
  });
}
