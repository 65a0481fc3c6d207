import { asInstant, type Instant } from '../core/instant.ts';
import { doubtRefused, noteAnswered } from './attestation/handle-attestations.ts';
import { answerAsking } from './attestation/take-answer.ts';
import { isBug } from './bug.ts';
import { handleDrillsIn } from './drills/handle-drills.ts';
import { readerOf, subjectOf } from './give-answer.ts';
import { handleIn } from './handle.ts';
import { knownCaller } from './known-caller.ts';
import { answerByMail, caseWord, type ProvedMail, WAITS, wordAfter } from './mail-answer.ts';
import { keepWaiting, lookedAt } from './mail-files.ts';
import { cleanText } from './mail-text.ts';
import { deliveryResult } from './notices/delivery-result.ts';
import type { LetterParts } from './notices/letters.ts';
import { tellNext } from './notices/next-means.ts';
import { heldLetter } from './notices/system.ts';
import { type OpeningParts, takeOpening } from './open-by-mail.ts';
import { type OpeningAddress, openingAddress } from './opening-address.ts';
import type {
  AnswerBook,
  Answers,
  InboundMail,
  KnownPerson,
  ReplyOwner,
  SentDelivery,
} from './ports/answers.ts';
import { attestationAnsweredIn, attestationRecordKey, isCase } from './ports/attestations.ts';
import { type DrillKey, drillIn } from './ports/drills.ts';
import type { EngineTransaction } from './ports/engine.ts';
import type { Log } from './ports/log.ts';
import type { MailTaker, ReceivedMail } from './ports/mail.ts';
import { subscriptionIn } from './ports/subscriptions.ts';
import { hashOf } from './secret.ts';
import { tellOfFailed } from './tell-of-failed.ts';
import { tryLater } from './try-later.ts';

interface TakerParts {
  readonly answers: Answers;
  readonly letters: LetterParts;
  /** The domain of reply addresses, and of those at which cases are opened. */
  readonly mailDomain: string;
  readonly openings: OpeningParts;
}

/** One mail while it is taken. */
interface Taking extends TakerParts {
  readonly tx: EngineTransaction;
  readonly book: AnswerBook;
  readonly mail: ReceivedMail;
}

/** Held mails about one case for which somebody gets a letter within an hour: whoever forges more is not helped to pester. */
const HELD_LETTERS_MAX = 5;
const HOUR_MS = 3_600_000;
/** A case that is set aside is told of a report when it may be able to take it. */
const TELL_AGAIN_MS = 15 * 60_000;

/**
 * Takes mail that comes to reply addresses and to those at which cases are opened, and reports about mail of ours. Whatever a mail leads to is written in
 * one transaction with the mail itself, so each is taken once however often it comes.
 */
export const mailTaker = (parts: TakerParts): MailTaker => ({
  knows: (recipient) =>
    parts.answers
      .transaction(async (_tx, book) => (await ownerOf(book, recipient, parts)) !== undefined)
      .then(async (isReply) => isReply || (await opensAt(parts, recipient)) !== undefined),
  async take(mail) {
    const opening = mail.bounced ? undefined : await opensAt(parts, mail.recipient);
    if (opening) return takeOpening(parts, opening, mail);
    return parts.answers.transaction(async (tx, book) => {
      if (mail.bounced) await takeReport({ ...parts, tx, book, mail });
      else await takeReply({ ...parts, tx, book, mail });
    });
  },
});

const opensAt = (
  { answers, mailDomain, openings: { reading, isDemonstration } }: TakerParts,
  recipient: string,
): Promise<OpeningAddress | undefined> =>
  openingAddress({ answers, mailDomain, reading, isDemonstration }, recipient);

function ownerOf(
  book: AnswerBook,
  recipient: string,
  { mailDomain }: TakerParts,
): Promise<ReplyOwner | undefined> {
  const at = recipient.lastIndexOf('@');
  const [local, domain] = [recipient.slice(0, at), recipient.slice(at + 1)];
  if (domain.toLowerCase() !== mailDomain.toLowerCase()) return Promise.resolve(undefined);
  return book.replyOwner(hashOf(local.toLowerCase()));
}

/** A server says that a mail of ours did not arrive: that is an event of its case, and the next means is tried. */
async function takeReport(taking: Taking): Promise<void> {
  const { tx, book, mail } = taking;
  const { bounced } = mail;
  const delivery = bounced && (await book.sent(bounced.deliveryId));
  if (!bounced || !delivery) return;
  // It came back before we had written down that it went: the sender of the report is asked to come again.
  if (delivery.state === 'queued') throw tryLater('a report of a mail that is still under way');
  const isNews = bounced.permanent && delivery.state !== 'failed';
  const outcome = isNews ? 'failed' : 'nothing';
  if (!(await book.addMail(inbound(mail, delivery, outcome, false))) || !isNews) return;
  const at = await tx.now();
  await book.failSent(delivery, `bounce-${bounced.status}`, at);
  await tellOfReport(taking, delivery, at);
  await doubtRefused(tx, [delivery]);
}

async function tellOfReport({ letters, tx }: Taking, delivery: SentDelivery, at: Instant): Promise<void> {
  if (delivery.caseId === '') return;
  const subscription = subscriptionIn(delivery);
  if (subscription) return tx.endBouncedSubscriptions([subscription]);
  if (!isCase(delivery)) return tellOfFailed(tx, [delivery]);
  const [answer] = await handleIn(tx, [deliveryResult({ ...delivery, means: 'email' }, 'failed')]);
  // The record of a case set aside waits, and this line of it with it: whoever delivers tells it when it is back.
  if (answer?.accepted === false && answer.refusal.code === 'case-set-aside') {
    await tx.repeatDeliveries([delivery], asInstant(at + TELL_AGAIN_MS));
    return;
  }
  await tellNext(letters, tx, delivery, at);
}

async function takeReply(taking: Taking): Promise<void> {
  const { letters, tx, book, mail } = taking;
  const owner = await ownerOf(book, mail.recipient, taking);
  if (!owner) return;
  const known = await book.person(owner.contract, owner.personId);
  const asked = attestationAnsweredIn(owner);
  if (mail.kind !== 'person' || !known) {
    const about = asked ? { ...owner, ...attestationRecordKey(asked.key) } : owner;
    await book.addMail(inbound(mail, about, known ? mail.kind : 'person-unknown', false));
    return;
  }
  const isProved = mail.authenticated && mail.from !== '' && mail.from === known.person.email?.toLowerCase();
  if (asked) return takeAnswer(taking, asked, known, isProved);
  const drill = drillIn(owner);
  if (drill) return takeDrillAnswer(taking, drill, owner, isProved);
  if (!isProved) return hold(taking, owner, known);
  if (!(await book.addMail(inbound(mail, owner, 'taken', true)))) return;
  const { contract } = owner;
  const { text, receivedAt } = mail;
  const word = caseWord(mail.word);
  const files = lookedAt(mail.files);
  const proved = provedMail(owner, known, { word, text, receivedAt, files });
  const outcome = await answerByMail(letters, tx, book, proved);
  if (outcome.startsWith(WAITS))
    await keepWaiting(book, { contract, mailId: mail.id }, files, await tx.now());
  await book.setOutcome({ contract, mailId: mail.id }, outcome);
  await book.answeredBy(owner, 'email', await tx.now());
  await noteAnswered(tx, { contract, personId: owner.personId });
}

/** A contact answers the mail that asked it to confirm its details. */
async function takeAnswer(
  { letters, tx, book, mail }: Taking,
  { key, number }: NonNullable<ReturnType<typeof attestationAnsweredIn>>,
  known: KnownPerson,
  isProved: boolean,
): Promise<void> {
  const owner = { ...attestationRecordKey(key), personId: key.personId };
  const outcome = isProved ? 'taken' : 'held/unproved';
  if (!(await book.addMail(inbound(mail, owner, outcome, true)))) return;
  const since = asInstant((await tx.now()) - HOUR_MS);
  const answer = { key, number, known, word: mail.word, text: cleanText(mail.text), isProved, since };
  await book.setOutcome(
    { contract: key.contract, mailId: mail.id },
    await answerAsking(letters, tx, book, answer),
  );
  if (isProved) await noteAnswered(tx, key);
}

/** Whoever answers the mail of a drill is there, whatever they write; of somebody else's mail nothing is known. */
async function takeDrillAnswer(
  { tx, book, mail }: Taking,
  key: DrillKey,
  owner: ReplyOwner,
  isProved: boolean,
): Promise<void> {
  const { contract, personId } = owner;
  if (!(await book.addMail(inbound(mail, owner, isProved ? 'taken' : 'held/unproved', true))) || !isProved)
    return;
  const [given] = await handleDrillsIn(tx, [
    { key, actor: 'contractor', command: { type: 'answer', by: personId, over: 'email' } },
  ]);
  const outcome = given?.accepted ? 'word/here' : `refused/${given?.refusal.code}`;
  await book.setOutcome({ contract, mailId: mail.id }, outcome);
  await noteAnswered(tx, { contract, personId });
}

const provedMail = (
  { contract, caseId }: ReplyOwner,
  known: KnownPerson,
  { word, text, receivedAt, files }: Pick<ProvedMail, 'word' | 'text' | 'receivedAt' | 'files'>,
): ProvedMail => ({
  key: { contract, caseId },
  caller: knownCaller(contract, known, 'email'),
  person: known.person,
  word,
  text: cleanText(text),
  receivedAt,
  files,
});

/** More than wait for the cases that one fault sets aside; those beyond are taken at the next start. */
const WAITING_MAX = 10_000;

/** Takes the mails that waited for cases which are no longer set aside, as of when each came. */
export async function takeWaitingMails(
  parts: Pick<TakerParts, 'answers' | 'letters'> & { readonly log: Log },
): Promise<void> {
  const { answers, log } = parts;
  const waiting = await answers.transaction((_tx, book) => book.waitingMails(WAITS, WAITING_MAX));
  for (const mail of waiting) {
    try {
      await takeWaiting(parts, mail);
    } catch (error) {
      if (!isBug(error)) throw error;
      // It waits on, until the next start, and holds up none behind it.
      log.error('mail-not-taken', error, { contract: mail.contract, caseId: mail.caseId });
    }
  }
}

const takeWaiting = (
  { answers, letters }: Pick<TakerParts, 'answers' | 'letters'>,
  { contract, caseId, mailId }: InboundMail,
): Promise<void> =>
  answers.transaction(async (tx, book) => {
    // Another node may be at it as well: the second finds it taken.
    await tx.lockCases([{ contract, caseId }]);
    const mail = await book.mail(contract, mailId);
    if (!mail?.outcome.startsWith(WAITS)) return;
    const known = await book.person(contract, mail.personId);
    const { text, receivedAt } = mail;
    // Erased meanwhile, the mail or its writer.
    if (!known || text === undefined) return book.setOutcome(mail, 'person-unknown');
    const word = wordAfter(WAITS, mail);
    const files = await book.files.of(mail);
    const proved = provedMail(mail, known, { word, text, receivedAt, files });
    const outcome = await answerByMail(letters, tx, book, proved);
    await book.setOutcome(mail, outcome);
    if (!outcome.startsWith(WAITS)) await book.files.drop(mail);
  });

/** Nothing is done; the person on file is asked whether it is theirs. */
async function hold(
  { letters, tx, book, mail }: Taking,
  owner: ReplyOwner,
  known: KnownPerson,
): Promise<void> {
  const outcome = `held/${caseWord(mail.word) ?? 'message'}`;
  if (!(await book.addMail(inbound(mail, owner, outcome, true)))) return;
  const at = await tx.now();
  const { contract, caseId } = owner;
  await keepWaiting(book, { contract, mailId: mail.id }, lookedAt(mail.files), at);
  const before = await book.letters(owner, 'held', asInstant(at - HOUR_MS));
  const subject = await subjectOf(tx, { contract, caseId }, at);
  if (!subject || known.person.email === undefined || before.recent >= HELD_LETTERS_MAX) return;
  const reader = readerOf(subject, knownCaller(contract, known, 'email'), known.person);
  const held = { text: cleanText(mail.text), mailId: mail.id };
  // Nothing has happened on the case in between, so the letters are told apart by their number.
  await tx.addDeliveries([{ ...heldLetter(letters, subject, reader, held), round: before.all }]);
}

function inbound(mail: ReceivedMail, owner: ReplyOwner, outcome: string, keepText: boolean): InboundMail {
  const { contract, caseId, personId } = owner;
  const { id: mailId, receivedAt, kind, from, text } = mail;
  const body = keepText ? { sender: from, text: cleanText(text) } : { sender: undefined, text: undefined };
  return { contract, caseId, personId, mailId, receivedAt, kind, outcome, ...body };
}
