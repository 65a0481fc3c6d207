import { waitingFor } from '../../core/case/waiting-for.ts';
import { asInstant, type Instant } from '../../core/instant.ts';
import { caseSentences, contextFor } from '../../core/message/case.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { Means } from '../../core/plan/revision/revision.ts';
import type { CaseOffer } from '../../core/telephone/conversation.ts';
import { afterWrongPin, isLocked, WRONG_OF_ONE_MAX } from '../../core/telephone/pin-line.ts';
import type { CaseAct } from '../../core/telephone/said.ts';
import { type Caller, maySee, ownershipOf } from '../authorise.ts';
import { giveAnswer, refusalWords, subjectOf } from '../give-answer.ts';
import type { Request } from '../handle.ts';
import { knownCaller } from '../known-caller.ts';
import type { LetterCase } from '../notices/letters.ts';
import type { CaseKey } from '../ports/store.ts';
import { isSameText, type Secret } from '../secret.ts';
import { pinIn } from './case-pin.ts';
import type { Within } from './telephone-parts.ts';

/** So long after a case was closed by its customer's word it can be undone; the case itself has the rule. */
const UNDO_MS = 24 * 3_600_000;
const HOUR_MS = 3_600_000;

/** Who says a PIN, of which case. */
interface SaidPin {
  /** E.164; undefined where it was withheld. */
  readonly number: string | undefined;
  readonly caseId: string;
  readonly pin: string;
}

/**
 * The case that a PIN opens to whoever says it. Five wrong ones an hour are heard of one number, by calls and texts
 * together, and then none: so one number alone never closes the line of somebody else's case.
 */
export async function provePin(
  within: Within,
  secret: Secret,
  { number, ...said }: SaidPin,
  language: Language,
): Promise<{ readonly key: CaseKey; readonly offer: CaseOffer } | 'wrong' | 'locked' | 'tooMany'> {
  const { telephone } = within.book;
  const at = await within.tx.now();
  const tried = number === undefined ? [] : (await telephone.number(number, at)).wrongAt;
  const wrongAt = tried.filter((one) => one > at - HOUR_MS);
  if (wrongAt.length >= WRONG_OF_ONE_MAX) return 'tooMany';
  const key = await tryPin(within, secret, said);
  if (key === 'locked') return 'locked';
  const offer = key === 'wrong' ? undefined : await offerOf(within, key, language);
  if (key !== 'wrong' && offer) return { key, offer };
  if (number === undefined) return 'wrong';
  await telephone.noteWrong(number, [...wrongAt, at]);
  return wrongAt.length + 1 < WRONG_OF_ONE_MAX ? 'wrong' : 'tooMany';
}

/** What stands for the contract of a number that no case has. */
const NO_CONTRACT = '';

/**
 * Whether a PIN is a case's. What is wrong counts against the case, and ten an hour lock its telephone line, of which its
 * customer is told. A number that no case has is tried and locked as one that is: nobody finds out which cases there are.
 */
export async function tryPin(
  within: Within,
  secret: Secret,
  { caseId, pin }: { readonly caseId: string; readonly pin: string },
): Promise<CaseKey | 'wrong' | 'locked'> {
  const { tx, book } = within;
  const contract = await book.telephone.contractOf(caseId);
  const key = { contract: contract ?? NO_CONTRACT, caseId };
  const at = await tx.now();
  const line = await book.telephone.line(key);
  if (isLocked(line, at)) return 'locked';
  if (isSameText(pin, await pinIn(book.telephone, secret, key)) && contract !== undefined) return key;
  const after = afterWrongPin(line, at);
  await book.telephone.saveLine(key, after);
  if (!isLocked(after, at)) return 'wrong';
  if (contract !== undefined) await tellLocked(within, key);
  return 'locked';
}

/** Says on the case that its line is closed, why, until when, and how to go on meanwhile; its customer is told. */
async function tellLocked({ tx, book }: Within, key: CaseKey): Promise<void> {
  const { lineClosed: text } = catalogue(await book.openings.language(key.contract)).telephone;
  const command = { type: 'addNote', by: 'ladder', over: 'call', text, audience: 'customer' } as const;
  await giveAnswer(tx, { key, caller: undefined, actor: 'contractor', command });
}

/** A case as whoever has its PIN finds it: for the person who opened it, who may have lost that right since. */
interface PinnedCase {
  readonly subject: LetterCase;
  readonly caller: Caller;
}

async function pinned({ tx, book }: Within, key: CaseKey, over: Means): Promise<PinnedCase | undefined> {
  const at = await tx.now();
  const subject = await subjectOf(tx, key, at);
  if (!subject || subject.state.status === 'none') return undefined;
  const known = await book.person(key.contract, subject.open.reporter);
  const caller = known && knownCaller(key.contract, known, over);
  return caller && maySee(caller, ownershipOf(subject.state, at)) ? { subject, caller } : undefined;
}

/** Where a case stands, in the sentence at its top, and what its customer may do with it by telephone. */
export async function offerOf(
  within: Within,
  key: CaseKey,
  language: Language,
): Promise<CaseOffer | undefined> {
  const found = await pinned(within, key, 'call');
  return found && offered(found.subject, language);
}

function offered({ key, state, open, at }: LetterCase, language: Language): CaseOffer {
  const { revision } = open;
  const sentences = caseSentences(catalogue(language).case, contextFor(revision, undefined));
  const waiting = waitingFor(state);
  const stands = sentences.waiting(waiting);
  const { caseId } = key;
  if (state.status !== 'open') {
    const isUndoable =
      state.status === 'closed' &&
      state.reason === 'satisfied' &&
      state.before !== undefined &&
      at < state.closedAt + UNDO_MS;
    return { caseId, stands, moves: [], ahead: undefined, acts: isUndoable ? ['undoSatisfied'] : [] };
  }
  const moves = open.due
    .filter(({ actor, declined }) => actor === 'customer' && !declined)
    .map(({ level }) => level)
    .toSorted((a, b) => a - b);
  const ahead = waiting.next?.level;
  return { caseId, stands, moves, ahead, acts: ['ask', 'satisfied', 'notSatisfied'] };
}

/** What somebody with the PIN wants done, or words that they want on the case. */
interface PinnedAct {
  readonly act: CaseAct | 'message';
  readonly level: number | undefined;
  readonly text?: string;
  readonly over: 'call' | 'text';
  readonly occurredAt: Instant;
  readonly language: Language;
}

function saidBy(
  by: string,
  act: PinnedAct['act'],
  level: number | undefined,
  words: { readonly text?: string },
): Request['command'] {
  if (act === 'message') return { type: 'addNote', by, text: words.text ?? '' };
  return act === 'escalate' ? { type: act, by, level: level ?? 0, ...words } : { type: act, by, ...words };
}

/** Does it in the name of whoever opened the case; a no is said in words. */
export async function actOn(
  within: Within,
  key: CaseKey,
  { act, level, text = '', over, occurredAt, language }: PinnedAct,
): Promise<{ readonly offer: CaseOffer } | { readonly refused: string }> {
  const found = await pinned(within, key, over);
  if (!found) return { refused: catalogue(language).service.problems['case-not-found'](key).message };
  const { caller, subject } = found;
  const words = text === '' ? {} : { text };
  const by = caller.personId;
  const command = { ...saidBy(by, act, level, words), over, occurredAt } as Request['command'];
  const answer = await giveAnswer(within.tx, { key, caller, command });
  if (!answer.accepted) {
    const { message, advice } = refusalWords(answer.refusal, subject.state, language);
    return { refused: `${message} ${advice}`.trim() };
  }
  const after = await subjectOf(within.tx, key, asInstant(answer.at));
  return { offer: offered(after ?? subject, language) };
}
