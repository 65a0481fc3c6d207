import type { CaseState } from '../core/case/state.ts';
import { asInstant, type Instant } from '../core/instant.ts';
import type { RefusalWords } from '../core/message/case.ts';
import type { Language } from '../core/message/catalogue.ts';
import type { MailAction } from '../core/message/mail.ts';
import type { Party } from '../core/plan/format/schema-values.ts';
import { noteAnswered } from './attestation/handle-attestations.ts';
import { maySee, ownershipOf } from './authorise.ts';
import { giveAnswer, readerOf, refusalWords, subjectOf } from './give-answer.ts';
import type { Request } from './handle.ts';
import { knownCaller, partyOf } from './known-caller.ts';
import { answerByMail, WAITS, wordAfter } from './mail-answer.ts';
import { FRESH, freshLetter } from './notices/fresh.ts';
import type { LetterCase, LetterParts } from './notices/letters.ts';
import { LINK_HOURS } from './notices/links.ts';
import type { AnswerBook, Answers, InboundMail, KeptLink, KnownPerson } from './ports/answers.ts';
import type { EngineTransaction } from './ports/engine.ts';
import { hashOf, isLinkToken } from './secret.ts';
import { stampOf } from './stamp.ts';

export interface LinkParts {
  readonly answers: Answers;
  readonly letters: LetterParts;
}

/** Why a link does nothing any more; `unseen`: its holder may not see the case now. */
type DeadLink = 'used' | 'passed' | 'expired' | 'unseen';

/** What a link is found to be, for a page about it. */
export interface LinkLook {
  readonly action: MailAction | 'confirm';
  readonly level: number | undefined;
  readonly party: Party;
  readonly personName: string;
  /** In which its holder reads. */
  readonly language: Language;
  /** Undefined while it works. */
  readonly dead: DeadLink | undefined;
  /** The case as it stands; undefined where its holder may not see it. */
  readonly subject: LetterCase | undefined;
  /** Of a mail to be confirmed. */
  readonly heldText: string | undefined;
}

/** A no, in the language of whoever reads it. */
interface LinkRefusal {
  readonly code: string;
  readonly words: (language: Language) => RefusalWords;
}

/** What came of using a link. */
type LinkUse =
  | { readonly use: 'done' | 'dead' | 'textMissing'; readonly look: LinkLook }
  | {
      readonly use: 'refused';
      readonly look: LinkLook;
      readonly refusal: LinkRefusal;
      readonly text: string;
    };

/** What came of asking for a fresh letter; the language is known where the link is. */
interface FreshAnswer {
  readonly answer: 'sent' | 'tooMany' | 'nothing';
  readonly language: Language | undefined;
}

/** Everything about a link in one transaction. */
interface Followed {
  readonly link: KeptLink;
  readonly known: KnownPerson;
  readonly held: InboundMail | undefined;
}

const HELD = 'held/';
/** What is typed into a page about a link. */
const TEXT_MAX = 10_000;

/** Looks at a link and changes nothing, for mail servers follow links too; undefined where there is none such. */
export const lookAtLink = ({ answers }: LinkParts, token: string): Promise<LinkLook | undefined> =>
  answers.transaction(async (tx, book) => {
    const followed = await follow(book, token, false);
    return followed && look(tx, followed, await tx.now());
  });

/**
 * Does what a link is for, once: what it leads to and that it was used are written together, and of two that come
 * at once the second finds it used. A no leaves it as it was.
 */
export const useLink = (
  { answers, letters }: LinkParts,
  token: string,
  typed: string,
): Promise<LinkUse | undefined> =>
  answers.transaction(async (tx, book) => {
    const followed = await follow(book, token, true);
    if (!followed) return undefined;
    const { link } = followed;
    // Whoever else moves the case waits, so that what the link was made for is what it acts on.
    const [locked] = await tx.lockCases([link]);
    const at = await tx.now();
    const before = await look(tx, followed, at);
    if (before.dead !== undefined || !locked) return { use: 'dead', look: before };
    const text = cleanText(typed);
    if (link.command === 'respond' && text === '') return { use: 'textMissing', look: before };
    const refusal = await act(letters, tx, book, followed, { text, at, state: locked.state });
    if (refusal) return { use: 'refused', look: before, refusal, text };
    await book.useLink(link, at);
    await book.answeredBy(link, 'email', at);
    await noteAnswered(tx, link, asInstant(link.expiresAt - LINK_HOURS * 3_600_000));
    const after = await look(tx, followed, at);
    return { use: 'done', look: after };
  });

const cleanText = (text: string): string =>
  text.replaceAll('\0', '').replaceAll('\r\n', '\n').toWellFormed().trim().slice(0, TEXT_MAX);

async function follow(book: AnswerBook, token: string, lock: boolean): Promise<Followed | undefined> {
  const link = isLinkToken(token) ? await book.link(hashOf(token), lock) : undefined;
  const known = link && (await book.person(link.contract, link.personId));
  if (!link || !known) return undefined;
  const held = link.command.startsWith(HELD)
    ? await book.mail(link.contract, link.command.slice(HELD.length))
    : undefined;
  return { link, known, held };
}

async function look(tx: EngineTransaction, { link, known, held }: Followed, at: Instant): Promise<LinkLook> {
  const caller = knownCaller(link.contract, known, 'portal');
  const subject = await subjectOf(tx, { contract: link.contract, caseId: link.caseId }, at);
  const isSeen =
    subject !== undefined &&
    subject.state.status !== 'none' &&
    maySee(caller, ownershipOf(subject.state, at));
  const state = subject?.state ?? { status: 'none' };
  return {
    action: link.command.startsWith(HELD) ? 'confirm' : (link.command as MailAction),
    level: link.level,
    party: partyOf(caller) ?? 'customer',
    personName: known.person.name,
    language: known.person.language,
    dead: isSeen ? deadBy(link, state, held, at) : 'unseen',
    subject: isSeen ? subject : undefined,
    heldText: held?.text,
  };
}

function deadBy(
  link: KeptLink,
  state: CaseState,
  held: InboundMail | undefined,
  at: Instant,
): DeadLink | undefined {
  if (link.usedAt !== undefined) return 'used';
  if (at >= link.expiresAt) return 'expired';
  if (!link.command.startsWith(HELD)) return stampOf(state) === link.stamp ? undefined : 'passed';
  // Erased meanwhile, or confirmed by another letter about the same mail.
  if (held?.text === undefined || !held.outcome.startsWith(HELD)) return 'used';
  // A message acts on nothing, so that it is none the worse for coming late; a word speaks to the case it knew.
  return held.outcome === `${HELD}message` || stampOf(state) === link.stamp ? undefined : 'passed';
}

interface Acting {
  readonly text: string;
  readonly at: Instant;
  readonly state: CaseState;
}

/** A no; undefined where it was done. */
async function act(
  letters: LetterParts,
  tx: EngineTransaction,
  book: AnswerBook,
  { link, known, held }: Followed,
  { text, at, state }: Acting,
): Promise<LinkRefusal | undefined> {
  const { contract, caseId } = link;
  if (held) {
    const outcome = await answerByMail(letters, tx, book, {
      key: { contract, caseId },
      caller: knownCaller(contract, known, 'email'),
      person: known.person,
      word: wordAfter(HELD, held),
      text: held.text ?? '',
      receivedAt: held.receivedAt,
      files: await book.files.of(held),
    });
    if (!outcome.startsWith(WAITS)) await book.files.drop(held);
    await book.setOutcome(held, outcome.startsWith(WAITS) ? outcome : `confirmed/${outcome}`);
    return undefined;
  }
  const caller = knownCaller(contract, known, 'portal');
  const command = { ...commandOf(link, text), over: 'portal', occurredAt: at } as Request['command'];
  const answer = await giveAnswer(tx, { key: { contract, caseId }, caller, command });
  if (answer.accepted) return undefined;
  const { refusal } = answer;
  return { code: refusal.code, words: (language) => refusalWords(refusal, state, language) };
}

function commandOf({ command, level, personId: by }: KeptLink, text: string): Request['command'] {
  const said = text === '' ? {} : { text };
  const action = command as MailAction;
  switch (action) {
    case 'acknowledge':
      return { type: action, by };
    case 'escalate':
      if (level === undefined) throw new Error('a link to move that names no level');
      return { type: action, by, level, ...said };
    case 'respond':
    case 'satisfied':
    case 'notSatisfied':
    case 'undoSatisfied':
      return { type: action, by, ...said };
  }
}

/** Fresh letters that somebody may ask for about one case within an hour. */
const FRESH_MAX = 3;
const HOUR_MS = 3_600_000;

/**
 * Sends the person a link was made for what they were told last, with links that work, to the address on file and
 * nowhere else; so any link of theirs may ask for it, a dead one included.
 */
export const askForFresh = ({ answers, letters }: LinkParts, token: string): Promise<FreshAnswer> =>
  answers.transaction(async (tx, book) => {
    const followed = await follow(book, token, true);
    if (!followed) return { answer: 'nothing', language: undefined };
    return { answer: await sendFresh(letters, tx, book, followed), language: followed.known.person.language };
  });

async function sendFresh(
  letters: LetterParts,
  tx: EngineTransaction,
  book: AnswerBook,
  followed: Followed,
): Promise<FreshAnswer['answer']> {
  const { link, known } = followed;
  const at = await tx.now();
  const { subject } = await look(tx, followed, at);
  if (!subject || known.person.email === undefined) return 'nothing';
  // Two links of one person that ask at once wait for each other here.
  await tx.lockCases([subject.key]);
  const before = await book.letters(link, FRESH, asInstant(at - HOUR_MS));
  if (before.recent >= FRESH_MAX) return 'tooMany';
  const reader = readerOf(subject, knownCaller(link.contract, known, 'portal'), known.person);
  const letter = freshLetter(letters, subject, reader, before.all);
  if (!letter) return 'nothing';
  await tx.addDeliveries([letter]);
  return 'sent';
}
