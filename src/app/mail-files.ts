import { asInstant, type Instant } from '../core/instant.ts';
import { catalogue } from '../core/message/catalogue.ts';
import type { LeftFile } from '../core/message/left-files.ts';
import type { Caller } from './authorise.ts';
import { attachFilesIn, fileProblem } from './files/attach-file.ts';
import { shownName } from './files/file-name.ts';
import { giveAnswer, readerOf, subjectOf } from './give-answer.ts';
import { partyOf } from './known-caller.ts';
import type { LetterParts } from './notices/letters.ts';
import { LINK_HOURS } from './notices/links.ts';
import { filesLeftLetter } from './notices/system.ts';
import type { AnswerBook } from './ports/answers.ts';
import type { EngineTransaction, Person } from './ports/engine.ts';
import type { ReceivedFile } from './ports/mail.ts';
import type { MailFile } from './ports/mail-files.ts';
import type { CaseKey } from './ports/store.ts';

/** Files of one mail that are looked at; those beyond are named, and not kept. */
const MAIL_FILES_MAX = 20;
/** What the files of a contract's waiting mails take together; what comes beyond is named, and not kept. */
const WAITING_BYTES_MAX = 200 * 1024 * 1024;
const LINK_MS = LINK_HOURS * 3_600_000;

/** The files of a mail as a case may have them: each is looked at for what it is, whatever it is called. */
export const lookedAt = (files: readonly ReceivedFile[]): readonly MailFile[] =>
  files.map(({ name: given, bytes, isShown }, index): MailFile => {
    const name = shownName(given);
    if (index >= MAIL_FILES_MAX) return { name, why: 'case-files-too-many' };
    if (isShown) return { name, why: 'within-text' };
    const kind = fileProblem({ name, bytes });
    if (typeof kind === 'string') return { name: given, bytes };
    const { code } = kind;
    return code === 'file-empty' || code === 'file-too-big'
      ? { name, why: code }
      : { name, why: 'file-kind-unknown' };
  });

/** Keeps the files of a mail that waits, so far as there is room for them. */
export async function keepWaiting(
  { files: book }: Pick<AnswerBook, 'files'>,
  key: { readonly contract: string; readonly mailId: string },
  files: readonly MailFile[],
  at: Instant,
): Promise<void> {
  if (files.length === 0) return;
  await book.dropUnconfirmed(key.contract, asInstant(at - LINK_MS));
  let room = WAITING_BYTES_MAX - (await book.size(key.contract));
  const kept = files.map((file): MailFile => {
    if (!('bytes' in file)) return file;
    if (file.bytes.length > room) return { name: shownName(file.name), why: 'no-room' };
    room -= file.bytes.length;
    return file;
  });
  await book.keep(key, kept);
}

interface Bringing {
  readonly key: CaseKey;
  /** In whose name the files are attached. */
  readonly caller: Caller;
  /** Who is told of what is not kept; undefined where they are gone. */
  readonly writer: { readonly person: Person; readonly caller: Caller } | undefined;
  readonly files: readonly MailFile[];
  readonly receivedAt: Instant;
}

/**
 * Puts the files of a mail onto its case. What is not kept is named there, with why, and in a letter to whoever wrote
 * the mail; nothing else of the mail depends on it.
 */
export async function bringFiles(
  letters: LetterParts,
  tx: EngineTransaction,
  book: AnswerBook,
  bringing: Bringing,
): Promise<void> {
  const { key, caller, files, receivedAt } = bringing;
  if (files.length === 0) return;
  const whole = files.filter((file) => 'bytes' in file);
  const refused = await attachFilesIn(tx, { key, caller, occurredAt: receivedAt, files: whole });
  const left = files.flatMap((file): LeftFile[] => {
    if (!('bytes' in file)) return [file];
    const code = refused.get(file);
    if (code === undefined) return [];
    const why = code === 'case-files-too-many' ? code : 'not-allowed';
    return [{ name: shownName(file.name), why }];
  });
  if (left.length > 0) await tellLeft(letters, tx, book, bringing, left);
}

async function tellLeft(
  letters: LetterParts,
  tx: EngineTransaction,
  book: AnswerBook,
  { key, caller, writer, receivedAt }: Bringing,
  left: readonly LeftFile[],
): Promise<void> {
  const { mail } = catalogue(await book.openings.language(key.contract));
  const text = [mail.leftFiles.note, ...left.map(mail.leftFiles.line)].join('\n');
  const command = { type: 'addNote', by: 'ladder', over: 'email', text, occurredAt: receivedAt } as const;
  const actor = partyOf(caller) ?? 'customer';
  const answer = await giveAnswer(tx, { key, caller: undefined, actor, command });
  const subject = answer.accepted ? await subjectOf(tx, key) : undefined;
  if (!subject || writer?.person.email === undefined) return;
  const reader = readerOf(subject, writer.caller, writer.person);
  await tx.addDeliveries([filesLeftLetter(letters, subject, reader, left)]);
}
