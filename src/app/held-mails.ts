import type { Means } from '../core/plan/revision/revision.ts';
import type { Caller } from './authorise.ts';
import { knownCaller } from './known-caller.ts';
import { bringFiles } from './mail-files.ts';
import { openingText } from './mail-text.ts';
import type { LetterParts } from './notices/letters.ts';
import { openIn, readyToOpen } from './open-case.ts';
import type { AnswerBook, Answers } from './ports/answers.ts';
import type { EngineTransaction } from './ports/engine.ts';
import type { KeptRefusal, ListedMail } from './ports/opening-mails.ts';
import type { Reading } from './ports/reading.ts';
import { recordKeptConnections } from './telephone/call-evidence.ts';
import { tellFirstPin } from './telephone/case-pin.ts';
import { callOf } from './telephone/open-by-telephone.ts';

interface Parts {
  readonly answers: Answers;
  readonly letters: LetterParts;
  readonly reading: Reading;
  readonly isDemonstration: boolean;
  /** Whether cases are heard of by telephone, with their PIN. */
  readonly isRung: boolean;
}

/** For whom the desk opens a case, as it has read the mail. */
interface Chosen {
  readonly customer: string;
  readonly reporter: string;
  readonly track: string;
}

/** What came of it: `settled` where somebody was first, or the same was sent twice. */
type OpenedHeld =
  | { readonly is: 'opened'; readonly caseId: string }
  | { readonly is: 'settled' }
  | { readonly is: 'refused'; readonly refusal: KeptRefusal };

/**
 * Opens the case that a held mail asks for, for the customer whom the desk names. It counts from when the mail was
 * received, and its record says by what it came. Of two who do so one opens it. Whoever it is for and has no mail is told
 * its PIN, as if they had opened it by telephone themselves.
 */
export async function openHeld(
  parts: Parts,
  caller: Caller,
  mail: ListedMail,
  chosen: Chosen,
): Promise<OpenedHeld> {
  const ready = await readyToOpen(parts, {
    caller: { ...caller, over: overOf(mail) },
    onBehalf: true,
    opening: { ...chosen, text: openingText(mail), occurredAt: mail.receivedAt },
  });
  if ('code' in ready) return { is: 'refused', refusal: ready };
  return parts.answers.transaction(async (tx, book) => {
    // As a turn of the call does: the call first, then what waits.
    const call = mail.kind === 'call' ? await book.telephone.call(callOf(mail), true) : undefined;
    if ((await book.openings.lock(mail)) !== 'held') return { is: 'settled' } as const;
    const answer = await openIn(tx, ready);
    if (!answer.accepted) return { is: 'refused', refusal: answer.refusal } as const;
    const { caseId, at } = answer;
    await book.openings.settle(mail, { outcome: 'opened', caseId }, caller.personId, at);
    await bringHeld(parts, tx, book, { caller, mail, reporter: chosen.reporter, caseId });
    const key = { contract: mail.contract, caseId };
    if (call) await recordKeptConnections({ tx, book }, key, call);
    if (parts.isRung) await tellFirstPin(parts, { tx, book }, key, chosen.reporter);
    return { is: 'opened', caseId } as const;
  });
}

/** By what it came. */
const overOf = ({ kind }: ListedMail): Means => (kind === 'call' || kind === 'text' ? kind : 'email');

interface Brought {
  readonly caller: Caller;
  readonly mail: ListedMail;
  readonly reporter: string;
  readonly caseId: string;
}

/** The files of a held mail go onto the case that was opened for it, by whoever of the desk opened it. */
async function bringHeld(
  { letters }: Parts,
  tx: EngineTransaction,
  book: AnswerBook,
  { caller, mail, reporter, caseId }: Brought,
): Promise<void> {
  const { contract, receivedAt } = mail;
  const files = await book.files.of(mail);
  const known = files.length === 0 ? undefined : await book.person(contract, reporter);
  const writer = known && { person: known.person, caller: knownCaller(contract, known, 'email') };
  const desk = { ...caller, over: overOf(mail) };
  await bringFiles(letters, tx, book, { key: { contract, caseId }, caller: desk, writer, files, receivedAt });
  await book.files.drop(mail);
}

/** Takes a held mail off the list without a case; false where it was not held any more. */
export const putAside = (
  { answers }: Pick<Parts, 'answers'>,
  { personId }: Caller,
  mail: ListedMail,
  reason: string,
): Promise<boolean> =>
  answers.transaction(async (tx, book) => {
    if ((await book.openings.lock(mail)) !== 'held') return false;
    await book.openings.settle(mail, { outcome: 'putAside', reason }, personId, await tx.now());
    await book.files.drop(mail);
    return true;
  });
