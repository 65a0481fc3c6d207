import { asInstant, type Instant } from '../../core/instant.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { TextSayings } from '../../core/message/telephone.ts';
import type { CaseOffer } from '../../core/telephone/conversation.ts';
import { languageIn } from '../../core/telephone/read-text.ts';
import type { CaseAct, Said } from '../../core/telephone/said.ts';
import {
  memoryAfter,
  numberNamedIn,
  type TextFacts,
  type TextMemory,
  type TextStep,
  textStep,
  type WaitingNotice,
  withCustomer,
} from '../../core/telephone/text.ts';
import { cleanText } from '../mail-text.ts';
import type { CaseKey } from '../ports/store.ts';
import type { AnsweredDelivery, SettledText } from '../ports/telephone-book.ts';
import { stampOf } from '../stamp.ts';
import { answerableSince, answerNotice } from './answer-notice.ts';
import { courseOf } from './case-course.ts';
import { fillPin, pinPlace } from './case-pin.ts';
import { noteTexts } from './note-texts.ts';
import { customerWith, openByTelephone, prepareOpening, type WantedCase } from './open-by-telephone.ts';
import { readFacts } from './read-facts.ts';
import { actOn, provePin } from './telephone-case.ts';
import { numberIn, type TelephoneParts, type Within } from './telephone-parts.ts';

/** A text as the carrier hands it over. */
interface ReceivedText {
  readonly textId: string;
  readonly from: string;
  readonly body: string;
}

/** Texts of one number within an hour that are answered. */
const TEXTS_MAX = 60;
const HOUR_MS = 3_600_000;
/** Notices that one number may answer at once. */
const WAITING_MAX = 20;
/** So long an answer to what was asked last is waited for. */
const REMEMBERED_MS = 30 * 60_000;

/** What a text led to: its answer, and the case it was about. */
interface Taken {
  readonly answer: string | undefined;
  readonly key?: CaseKey | undefined;
  readonly hasOpened?: boolean;
}

/**
 * Takes a text that came in, once: whoever hands it over again is answered the same. It proves nothing but that it
 * answers what was sent to its number; whatever else is asked of a case needs its PIN.
 */
export async function takeText(parts: TelephoneParts, text: ReceivedText): Promise<string | undefined> {
  const number = numberIn(text.from);
  if (number === undefined) return undefined;
  const { facts, language: usual } = await readFacts(parts, number);
  const body = cleanText(text.body);
  const asked = await parts.answers.transaction((tx, book) => askedOf({ tx, book }, number, body, facts));
  const language = languageIn(body) ?? begunIn(asked.memory) ?? usual;
  const step = await settled(parts, textStep(body, { language, ...asked }), asked.facts);
  const opening = await prepared(parts, step, { text, number, facts: asked.facts });
  return parts.answers.transaction(async (tx, book) => {
    const at = await tx.now();
    const { textId } = text;
    // One text of a number at a time: two at once would pass each bound together.
    await book.telephone.number(number, at);
    if (!(await book.telephone.addText({ textId, number, receivedAt: at })))
      return answerOf(parts, await book.telephone.settledText(textId));
    const isTooMany = (await book.telephone.textsOf(number, asInstant(at - HOUR_MS))) > TEXTS_MAX;
    // Whoever wants no texts is always heard.
    if (isTooMany && step.step !== 'stop' && step.step !== 'start') return undefined;
    const taking: Taking = { ...asked, text, number, language, step, opening, at };
    const { answer, key, hasOpened = false } = await take(parts, { tx, book }, taking);
    await book.telephone.remember(number, memoryAfter(step, asked.memory), asInstant(at + REMEMBERED_MS));
    await book.telephone.settleText(textId, { key, hasOpened, answer });
    return answerOf(parts, { key, hasOpened, answer });
  });
}

/** The language in which a case is being opened. */
const begunIn = (memory: TextMemory | undefined): Language | undefined =>
  memory?.kind === 'opening' ? memory.conversation.language : undefined;

/** What was answered, with the PIN of the case that the text has opened. */
function answerOf({ letters: { secret } }: TelephoneParts, settled: SettledText | undefined) {
  const { answer, key, hasOpened } = settled ?? {};
  if (answer === undefined || !key || !hasOpened) return answer;
  return fillPin(answer, { secret, key, written: (pin) => pin });
}

interface Asked {
  readonly memory: TextMemory | undefined;
  readonly facts: TextFacts;
  readonly sent: readonly AnsweredDelivery[];
}

async function askedOf(
  { tx, book }: Within,
  number: string,
  body: string,
  facts: Awaited<ReturnType<typeof readFacts>>['facts'],
): Promise<Asked> {
  const at = await tx.now();
  const { memory, isStopped } = await book.telephone.number(number, at);
  const sent = await book.telephone.waiting(number, answerableSince(at), WAITING_MAX);
  const standing = await tx.lockCases(sent.map(({ contract, caseId }) => ({ contract, caseId })));
  const live = sent.filter(({ contract, caseId, keys: [key] }) => {
    const found = standing.find((one) => one.key.contract === contract && one.key.caseId === caseId);
    return found !== undefined && key?.stamp === stampOf(found.state);
  });
  // Where every case has gone on, whoever answers is told so.
  const waiting = (live.length > 0 ? live : sent).map(noticeOf);
  const passed = sent.filter((one) => !live.includes(one)).map(noticeOf);
  const named = numberNamedIn(body);
  const isCase = named !== undefined && (await book.telephone.contractOf(named)) !== undefined;
  const namedCase = isCase ? named : undefined;
  return { memory, sent, facts: { ...facts, waiting, passed, namedCase, isStopped } };
}

/** What has been acknowledged can still be answered. */
const noticeOf = ({ contract, deliveryId, caseId, keys, isAnswered }: AnsweredDelivery): WaitingNotice => ({
  ...{ contract, deliveryId, caseId },
  keys: keys
    .filter(({ action }) => !isAnswered || action !== 'acknowledge')
    .map(({ key, action: act, level }) => ({ key, act, level })),
});

/** A code of a customer's is looked up before anything is locked, and what it leads to comes in its place. */
async function settled(parts: TelephoneParts, step: TextStep, facts: TextFacts): Promise<TextStep> {
  if (step.step !== 'customer' || step.memory.kind !== 'opening') return step;
  const { contract, code, memory } = step;
  const customer = await customerWith(parts, contract, code);
  if (customer === undefined) return step;
  const isTheirs = facts.likely?.customerId === customer && facts.likely.contract === contract;
  const person = isTheirs
    ? facts.likely?.personId
    : await parts.answers.transaction((_tx, book) => book.telephone.speakerOf(contract, customer));
  return withCustomer(memory, { customer, person }, facts);
}

interface Written {
  readonly text: ReceivedText;
  readonly number: string;
  readonly facts: TextFacts;
}

const wantedOf = (
  { contract, track, customer, person, text }: Extract<TextStep, { step: 'open' }>,
  { text: { textId: id }, number, facts }: Written,
  occurredAt: Instant,
): WantedCase => ({
  ...{ id, came: 'text', number, contract, track, customer, person, occurredAt },
  contractTitle: facts.contracts.find((one) => one.contract === contract)?.title ?? contract,
  text: text === '' ? undefined : text,
});

/** What can be found out of a case that is to be opened before anything is locked. */
const prepared = async (parts: TelephoneParts, step: TextStep, written: Written) =>
  step.step === 'open' ? prepareOpening(parts, wantedOf(step, written, asInstant(0))) : undefined;

interface Taking extends Asked, Written {
  readonly language: Language;
  readonly step: TextStep;
  readonly opening: Awaited<ReturnType<typeof prepared>>;
  readonly at: Instant;
}

async function take(parts: TelephoneParts, within: Within, taking: Taking): Promise<Taken> {
  const { step, number, language, at } = taking;
  const words = catalogue(language).telephone.text;
  switch (step.step) {
    case 'stop':
    case 'start': {
      const isNews = await noteTexts(within.tx, number, { lost: step.step === 'stop', at });
      // The carrier itself answers an end; to write to somebody who wants no texts is not ours.
      return { answer: step.step === 'start' && isNews ? words.started({}) : undefined };
    }
    case 'help':
      return { answer: words.help({ number: parts.number }) };
    case 'nothingWaits':
      return { answer: words.nothingWaits({}) };
    case 'noSuchKey':
    case 'alone':
      return { answer: await aboutCodes(within, taking, step) };
    case 'letGo':
      return { answer: words.letGo({}) };
    case 'which':
      return { answer: asking(words.which(step), step, language) };
    case 'notice':
      return answersNotice(within, taking, step);
    case 'pinned':
      return withPin(parts, within, taking, step);
    case 'customer':
      return { answer: words.codeUnknown({}) };
    case 'asked':
      return { answer: asking(askedWords(step.said, language), step, language) };
    case 'open':
      return opens(parts, within, taking, step);
  }
}

/** A question; after an answer that did not fit it says so. */
const asking = (
  question: string,
  { isAgain = false }: { readonly isAgain?: boolean },
  language: Language,
): string => (isAgain ? catalogue(language).telephone.text.again({ text: question }) : question);

/** What is asked while a case is opened: of what may be chosen there is one question. */
function askedWords(said: readonly Said[], language: Language): string {
  const words = catalogue(language).telephone.text;
  const titles = said.flatMap(({ values }) => ('title' in values ? (values.title ?? []) : []));
  const [first] = said;
  switch (first?.code) {
    case 'chooseContract':
    case 'chooseTrack':
      return words[first.code]({ titles });
    case 'confirmPerson':
      return words.confirmPerson(first.values);
    case 'enterCode':
      return words.enterCode({});
    default:
      return words.nothingOpen({});
  }
}

/** In the language of whom the notice went to. */
async function aboutCodes(
  { book }: Within,
  { sent, language }: Taking,
  step: Extract<TextStep, { step: 'noSuchKey' | 'alone' }>,
): Promise<string> {
  const delivery = sent.find(({ caseId }) => caseId === step.caseId);
  const known = delivery && (await book.person(delivery.contract, delivery.personId));
  const words = catalogue(known?.person.language ?? language).telephone.text;
  return step.step === 'alone' ? words.alone(step) : words.noSuchKey(step);
}

async function answersNotice(
  within: Within,
  { sent, language, at }: Taking,
  { notice, key, text }: Extract<TextStep, { step: 'notice' }>,
): Promise<Taken> {
  const words = catalogue(language).telephone.text;
  const { contract, caseId } = notice;
  const about = { contract, caseId };
  const delivery = sent.find(({ deliveryId }) => deliveryId === notice.deliveryId);
  if (!delivery) return { answer: words.nothingWaits({}) };
  const own = (await within.book.person(contract, delivery.personId))?.person.language ?? language;
  const mine = catalogue(own).telephone.text;
  if (text === '' && delivery.keys.some((one) => one.key === key && one.action === 'respond')) {
    return { answer: mine.wordsMissing({ key, caseId }), key: about };
  }
  const told = await answerNotice(within, delivery, {
    ...{ key, text, over: 'text', occurredAt: at, language: own },
  });
  if (told.is === 'passed') return { answer: mine.passed({ caseId }), key: about };
  if (told.is === 'refused') return { answer: mine.refused({ text: told.text }), key: about };
  const { act, level } = told;
  return { answer: mine.done({ act, level, caseId, text: '', isUndone: false }), key: about };
}

/** With number and PIN of a case. */
async function withPin(
  parts: TelephoneParts,
  within: Within,
  { number, language, at }: Taking,
  { caseId, pin, act, text }: Extract<TextStep, { step: 'pinned' }>,
): Promise<Taken> {
  const words = catalogue(language).telephone.text;
  const proved = await provePin(within, parts.letters.secret, { number, caseId, pin }, language);
  switch (proved) {
    case 'tooMany':
      return { answer: words.tooManyWrong({}) };
    case 'locked':
      return { answer: words.lineLocked({}) };
    case 'wrong':
      return { answer: words.wrongPin({}) };
  }
  const { key, offer } = proved;
  if (act === 'standing') return { answer: words.stands({ caseId, text: offer.stands }), key };
  // Where no move is due, the case itself says from when there is one.
  const level = act === 'escalate' ? (offer.moves[0] ?? offer.ahead) : undefined;
  const done = await actOn(within, key, { act, level, text, over: 'text', occurredAt: at, language });
  if ('refused' in done) return { answer: words.refused({ text: done.refused }), key };
  if (act === 'message') return { answer: words.messageKept({ caseId, acts: actsOf(done.offer) }), key };
  const isUndone = done.offer.acts.includes('undoSatisfied');
  return { answer: words.done({ act, level, caseId, text: done.offer.stands, isUndone }), key };
}

/** What may be done with a case by a word: to move is one of them while there is a level to go to. */
const actsOf = ({ acts, moves, ahead }: CaseOffer): readonly CaseAct[] =>
  moves.length > 0 || ahead !== undefined ? ['escalate', ...acts] : acts;

async function opens(
  parts: TelephoneParts,
  within: Within,
  taking: Taking,
  step: Extract<TextStep, { step: 'open' }>,
): Promise<Taken> {
  const { language, at, opening } = taking;
  const words = catalogue(language).telephone.text;
  const opened = await openByTelephone(parts, within, wantedOf(step, taking, at), {
    ready: opening,
    language,
  });
  if (opened.is === 'heldRefused') return { answer: words.heldRefused(opened) };
  if (opened.is !== 'opened') return { answer: words[opened.is]({ number: parts.number }) };
  const { key } = opened;
  const said: TextSayings['opened'] = {
    ...{
      caseId: key.caseId,
      pin: await pinPlace(within.book.telephone, key),
      course: await courseOf(within, key),
    },
  };
  return { answer: words.opened(said), key, hasOpened: true };
}
