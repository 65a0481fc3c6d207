import { decide } from '../core/case/decide.ts';
import { type CaseState, highestLevel, initial, type OpenState } from '../core/case/state.ts';
import { asInstant, type Instant } from '../core/instant.ts';
import type { RefusalWords } from '../core/message/case.ts';
import type { Party } from '../core/plan/format/schema-values.ts';
import type { Caller } from './authorise.ts';
import { onCase } from './case-failed.ts';
import { giveAnswer, readerOf, refusalWords, subjectOf } from './give-answer.ts';
import type { Answer, Request } from './handle.ts';
import { partyOf } from './known-caller.ts';
import { bringFiles } from './mail-files.ts';
import type { LetterParts } from './notices/letters.ts';
import { keptLetter, unclearLetter, waitingLetter } from './notices/system.ts';
import { placeOf } from './notices/who.ts';
import type { AnswerBook } from './ports/answers.ts';
import type { EngineTransaction, Person } from './ports/engine.ts';
import type { CaseWord, ReceivedMail } from './ports/mail.ts';
import type { MailFile } from './ports/mail-files.ts';
import type { CaseKey } from './ports/store.ts';

/** A mail that is proved to be of whom it says. */
export interface ProvedMail {
  readonly key: CaseKey;
  readonly caller: Caller;
  readonly person: Person;
  readonly word: CaseWord | undefined;
  readonly text: string;
  /** When the mailbox received it: clocks count from then, however late it is taken. */
  readonly receivedAt: Instant;
  readonly files: readonly MailFile[];
}

/** The outcome of a mail that waits until its case is no longer set aside begins so; after it stands its word, or `message`. */
export const WAITS = 'waits/';
const REFUSED = 'refused/';

/**
 * Makes a mail what its writer meant: the command of the word on its first line, or a message to everybody on the
 * case. A word that is refused, and a message in which an answer may have been meant, is told to the writer.
 *
 * Nobody's message is a response: a mail that says nothing must not stop a customer's clock.
 */
export async function answerByMail(
  letters: LetterParts,
  tx: EngineTransaction,
  book: AnswerBook,
  mail: ProvedMail,
): Promise<string> {
  const outcome = await answered(letters, tx, mail);
  if (outcome.startsWith(WAITS) || outcome.startsWith(REFUSED)) return outcome;
  const { key, caller, person, files, receivedAt } = mail;
  await bringFiles(letters, tx, book, { key, caller, writer: { person, caller }, files, receivedAt });
  return outcome;
}

async function answered(letters: LetterParts, tx: EngineTransaction, mail: ProvedMail): Promise<string> {
  const { key, word } = mail;
  const [locked] = await tx.lockCases([key]);
  const now = await tx.now();
  const state = locked?.state ?? initial;
  const isAside = locked?.setAside !== undefined;
  const command = word && !isAside ? onCase(key, () => commandOf(mail, word, state, now)) : undefined;
  if (!command) return keepMessage(letters, tx, mail, { refused: undefined, isAside });
  const answer = await give(tx, mail, command);
  if (answer.accepted) return `word/${word}`;
  const refused = refusalWords(answer.refusal, state, mail.person.language);
  return keepMessage(letters, tx, mail, { refused, isAside });
}

const give = (
  tx: EngineTransaction,
  { key, caller, receivedAt }: ProvedMail,
  told: Request['command'],
): Promise<Answer> => {
  const command = { ...told, over: 'email', occurredAt: receivedAt } as Request['command'];
  return giveAnswer(tx, { key, caller, command });
};

/** The command a word stands for, from this party; undefined where it is no word of theirs. */
function commandOf(
  { caller, text, receivedAt }: ProvedMail,
  word: CaseWord,
  state: CaseState,
  now: Instant,
): Request['command'] | undefined {
  const by = caller.personId;
  const party = partyOf(caller);
  if (word !== 'escalate') return party === 'customer' ? { type: word, by, text } : undefined;
  const level = party && party !== 'contractor' ? nextStep(state, party, receivedAt, now) : undefined;
  return level === undefined ? undefined : { type: 'escalate', by, level, text };
}

/** The lowest step that is this party's to take by then; where none is due, the lowest that will be, for its reasons. */
function nextStep(state: CaseState, party: Party, receivedAt: Instant, now: Instant): number | undefined {
  if (state.status === 'none') return undefined;
  if (state.status === 'closed') return state.last.track.steps.find(({ actor }) => actor === party)?.level;
  const dueByThen = fallenDue(state, receivedAt, now);
  const due = dueByThen.due.filter((step) => step.actor === party && !step.declined);
  if (due.length > 0) return Math.min(...due.map((step) => step.level));
  const ahead = dueByThen.track.steps.filter(
    (step) => step.actor === party && step.level > highestLevel(dueByThen),
  );
  return ahead.length > 0 ? Math.min(...ahead.map((step) => step.level)) : undefined;
}

/** The case once everything due by an instant has fallen due, as the decision itself will have it first. */
function fallenDue(state: OpenState, receivedAt: Instant, now: Instant): OpenState {
  const at = asInstant(Math.max(now, state.lastAt));
  const occurredAt = asInstant(Math.min(receivedAt, at));
  const decision = decide(state, { type: 'deadlineDue', at, occurredAt, actor: 'contractor', by: 'ladder' });
  return decision.accepted && decision.state.status === 'open' ? decision.state : state;
}

async function keepMessage(
  letters: LetterParts,
  tx: EngineTransaction,
  mail: ProvedMail,
  { refused, isAside }: { readonly refused: RefusalWords | undefined; readonly isAside: boolean },
): Promise<string> {
  const { key, caller, person, text, files } = mail;
  // Of a case set aside nothing is taken, so that files alone wait as well.
  if (text.trim() !== '' || (isAside && files.length > 0)) {
    const answer = await give(tx, mail, { type: 'addNote', by: caller.personId, text });
    if (!answer.accepted && answer.refusal.code === 'case-set-aside') return waits(letters, tx, mail);
    // Somebody who may not see the case any more is told nothing about it.
    if (!answer.accepted) return `${REFUSED}${answer.refusal.code}`;
  }
  const subject = await subjectOf(tx, key);
  if (!subject || person.email === undefined) return 'message';
  const reader = readerOf(subject, caller, person);
  const letter =
    refused === undefined &&
    reader.audience === 'customer' &&
    placeOf(subject.open, person, subject.at) === 'acts'
      ? unclearLetter(letters, subject, reader, text)
      : keptLetter(letters, subject, reader, { text, refused });
  await tx.addDeliveries([letter]);
  return refused ? 'message/refused' : 'message';
}

/** A case set aside takes nothing: the mail is kept until it does, and its writer is told so. */
async function waits(letters: LetterParts, tx: EngineTransaction, mail: ProvedMail): Promise<string> {
  const { key, caller, person, text, word } = mail;
  const subject = await subjectOf(tx, key);
  if (subject && person.email !== undefined) {
    await tx.addDeliveries([waitingLetter(letters, subject, readerOf(subject, caller, person), text)]);
  }
  return `${WAITS}${word ?? 'message'}`;
}

const WORDS: ReadonlySet<string> = new Set(['satisfied', 'notSatisfied', 'escalate']);

/** The word of a mail that was kept for later, as its outcome has it after what it begins with. */
export function wordAfter(
  beginning: string,
  { outcome }: { readonly outcome: string },
): CaseWord | undefined {
  return caseWord(outcome.slice(beginning.length));
}

/** A word that is an answer about a case; what is none is a message there. */
export const caseWord = (word: ReceivedMail['word'] | string): CaseWord | undefined =>
  word !== undefined && WORDS.has(word) ? (word as CaseWord) : undefined;
