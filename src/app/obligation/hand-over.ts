import { randomBytes, randomUUID } from 'node:crypto';
import type { LocalDate } from '../../core/calendar/calendar.ts';
import type { Caller } from '../authorise.ts';
import { type FileProblem, fileProblem } from '../files/attach-file.ts';
import { fileName } from '../files/file-name.ts';
import { type ObligationKey, recordKeyOf } from '../ports/obligations.ts';
import type { AnswerKey, Store } from '../ports/store.ts';
import { fileDigest } from '../record.ts';
import { handleObligationsIn, type ObligationAnswer } from './handle-obligations.ts';

/** What somebody hands over; what a file is called and said to be is only what they say. */
interface HandedOver {
  readonly caller: Caller;
  readonly key: ObligationKey;
  readonly text: string | undefined;
  readonly doneOn: LocalDate | undefined;
  readonly links: readonly string[];
  readonly file: { readonly name: string; readonly bytes: Uint8Array } | undefined;
  readonly expected?: number | undefined;
  readonly answerKey?: AnswerKey | undefined;
}

/** Hands something over with its evidence, a file among it or not: all of it is kept, or nothing. */
export async function handOver(
  store: Store,
  { caller, key, text, doneOn, links, file, expected, answerKey }: HandedOver,
): Promise<ObligationAnswer | FileProblem> {
  const kind = file && fileProblem(file);
  if (typeof kind === 'object') return kind;
  const kept =
    file && kind
      ? {
          ...recordKeyOf(key),
          fileId: randomUUID(),
          kind,
          name: fileName(file.name, kind),
          salt: newSalt(),
          bytes: file.bytes,
        }
      : undefined;
  const files = kept ? [{ file: kept.fileId, name: kept.name, fileDigest: fileDigest(kept) }] : [];
  const command = {
    type: 'deliver',
    ...{ by: caller.personId, over: caller.over, links, files },
    ...(text !== undefined && { text }),
    ...(doneOn !== undefined && { doneOn }),
  } as const;
  return store.transaction(async (tx) => {
    const [answer] = await handleObligationsIn(tx, [{ key, caller, command, expected, answerKey }]);
    if (!answer) throw new Error('one command has one answer');
    // Of an answer given before, the file is kept already under another id: no event has this one.
    if (answer.accepted && kept) await tx.keepFile(kept);
    return answer;
  });
}

const newSalt = (): string => randomBytes(16).toString('hex');
