import { randomUUID } from 'node:crypto';
import { asInstant, type Instant } from '../../core/instant.ts';
import type { Language } from '../../core/message/catalogue.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import type { Revision } from '../../core/plan/revision/revision.ts';
import { callTurn } from '../../core/telephone/call.ts';
import {
  begun,
  type Conversation,
  type Facts,
  type Heard,
  type Next,
  type Question,
  type Told,
  type Turn,
} from '../../core/telephone/conversation.ts';
import { plainly, type Said } from '../../core/telephone/said.ts';
import { spelt } from '../notices/fill-links.ts';
import { openingRevision } from '../open-case.ts';
import type { CallNext, SpokenTurn } from '../ports/conversation.ts';
import type { CaseKey } from '../ports/store.ts';
import type { KeptCall } from '../ports/telephone-book.ts';
import {
  type Connection,
  connectionsAfter,
  type Dialled,
  dialledBy,
  messageFor,
  type Ringing,
} from './call-evidence.ts';
import { courseOf } from './case-course.ts';
import { fillPin, pinPlace } from './case-pin.ts';
import { customerWith, openByTelephone, prepareOpening, type WantedCase } from './open-by-telephone.ts';
import { readFacts } from './read-facts.ts';
import { actOn, offerOf, provePin } from './telephone-case.ts';
import { numberIn, type TelephoneParts, type Within } from './telephone-parts.ts';
import { whomToRing } from './whom-to-ring.ts';
import { worded } from './worded.ts';

/** One turn of a call as the carrier asks for it. */
export interface AskedTurn {
  readonly callId: string;
  /** The other end, as the carrier names it. */
  readonly from: string;
  /** Which turn it is; 0 is the first. */
  readonly turn: number;
  /** What was heard; of a recording where the carrier has it. */
  readonly keys: string | undefined;
  readonly recordingUrl: string | undefined;
  readonly connection: Dialled | undefined;
}

/** What is remembered of a call beside its conversation: who is being rung. */
export interface CallState {
  readonly conversation: Conversation;
  readonly ringing?: Ringing | undefined;
  /** Whom this call rang before any case was opened of it. */
  readonly connections?: readonly Connection[] | undefined;
}

/** Calls of one number within an hour; of numbers that are withheld together ten times as many. */
const CALLS_MAX = 30;
const WITHHELD_MAX = 300;
const HOUR_MS = 3_600_000;
/** Turns of one call: more than any caller needs who wants something. */
const TURNS_MAX = 100;
/** Questions of the dialog within one turn. */
const QUESTIONS_MAX = 4;
/** So long somebody is rung before the next one is. */
const RING_SECONDS = 20;

export const hungUp = (said: readonly Said[] = [], language: Language = 'en'): SpokenTurn => ({
  sentences: worded(said, language),
  after: { kind: 'hangUp' },
});

/**
 * Takes one turn of a call that came in. Where the call stands is kept between its turns, so that any node takes the next
 * one; each turn is taken once, and whoever asks for it again is answered the same.
 */
export async function takeCall(parts: TelephoneParts, asked: AskedTurn): Promise<SpokenTurn> {
  const { answers } = parts;
  const number = numberIn(asked.from);
  const { facts, language } = await readFacts(parts, number);
  const found = await answers.transaction((_tx, book) => book.telephone.call(asked.callId, false));
  const before = found ?? freshCall(asked, number, language);
  const ready = await prepare(parts, before, asked, facts);
  return answers.transaction(async (tx, book) => {
    const at = await tx.now();
    if (!found && asked.turn === 0) {
      const since = asInstant(at - HOUR_MS);
      const max = number === undefined ? WITHHELD_MAX : CALLS_MAX;
      if ((await book.telephone.callsOf(number, since)) >= max)
        return hungUp(plainly('tooMany', 'goodbye'), language);
      await book.telephone.beginCall({ ...before, beganAt: at });
    }
    const call = await book.telephone.call(asked.callId, true);
    if (call?.kind !== 'in') return hungUp();
    if (call.turn === asked.turn + 1 && call.answer) return spokenOf(parts, call, call.answer);
    if (call.turn !== asked.turn || call.turn >= TURNS_MAX) return hungUp();
    return takeTurn(parts, { tx, book }, { call, asked, facts, ready, at });
  });
}

const freshCall = ({ callId }: AskedTurn, number: string | undefined, language: Language): KeptCall => ({
  ...{ callId, kind: 'in', number, beganAt: asInstant(0), contract: undefined, caseId: undefined },
  ...{ hasOpened: false, deliveryId: undefined, turn: 0, answer: undefined },
  state: { conversation: begun(language) } satisfies CallState,
});

/** What is read before anything is locked, as far as this turn will need it. */
interface Ready {
  readonly opening: Awaited<ReturnType<typeof prepareOpening>>;
  readonly rules: Revision | undefined;
  readonly customer: string | undefined;
}

async function prepare(
  parts: TelephoneParts,
  call: KeptCall,
  asked: AskedTurn,
  facts: Facts,
): Promise<Ready> {
  const { conversation, ringing } = call.state as CallState;
  const connection = dialledBy(asked.connection, ringing);
  const { next } = callTurn(conversation, heardIn({ ...asked, connection }, 'unknown'), facts);
  const none = { opening: undefined, rules: undefined, customer: undefined };
  if (!('ask' in next)) return none;
  switch (next.ask) {
    case 'open':
      return { ...none, opening: await prepareOpening(parts, wantedOf(call, next, facts, call.beganAt)) };
    case 'reach':
      return { ...none, rules: await openingRevision(parts.openings, next.contract) };
    case 'customer':
      return { ...none, customer: await customerWith(parts, next.contract, next.code) };
    default:
      return none;
  }
}

/** What a turn heard. A recording has a name of ours from here on. */
function heardIn({ turn, keys, recordingUrl, connection }: AskedTurn, recordingId: string): Heard {
  if (turn === 0) return { kind: 'began' };
  if (connection) return { kind: 'connection', reached: connection.reached };
  if (recordingUrl !== undefined) return { kind: 'speech', recording: recordingId };
  return keys === undefined || keys === '' ? { kind: 'nothing' } : { kind: 'keys', keys };
}

const wantedOf = (
  { callId: id, number }: KeptCall,
  { contract, track, customer, person }: Extract<Question, { ask: 'open' }>,
  { contracts }: Facts,
  occurredAt: Instant,
): WantedCase => ({
  ...{ id, came: 'call', number, contract, track, customer, person, text: undefined, occurredAt },
  contractTitle: contracts.find((one) => one.contract === contract)?.title ?? contract,
});

interface Taking {
  readonly call: KeptCall;
  readonly asked: AskedTurn;
  readonly facts: Facts;
  readonly ready: Ready;
  readonly at: Instant;
}

/** What the questions of a turn led to, beside their answers. */
interface Led {
  contract: string | undefined;
  caseId: string | undefined;
  hasOpened: boolean;
  ringing: CallState['ringing'];
}

async function takeTurn(parts: TelephoneParts, within: Within, taking: Taking): Promise<SpokenTurn> {
  const { call, asked, facts, at } = taking;
  const state = call.state as CallState;
  const { contracts } = facts;
  const dialled = dialledBy(asked.connection, state.ringing);
  const connections = await connectionsAfter(parts, within, { call, dialled, contracts, at });
  const { contract: before, caseId: caseBefore, hasOpened: openedBefore } = call;
  const led: Led = { contract: before, caseId: caseBefore, hasOpened: openedBefore, ringing: undefined };
  let turn = callTurn(state.conversation, heardIn({ ...asked, connection: dialled }, randomUUID()), facts);
  const said: Said[] = [...turn.said];
  for (let questions = 0; 'ask' in turn.next; questions++) {
    if (questions >= QUESTIONS_MAX) throw new Error('a dialog that asks without end');
    const told = await answered(parts, within, taking, turn, turn.next, led);
    turn = callTurn(turn.conversation, { kind: 'told', told }, facts);
    said.push(...turn.said);
  }
  const { conversation, next } = turn;
  const answer: SpokenTurn = {
    sentences: worded(said, conversation.language),
    after: afterOf(parts, call, next, conversation.language),
  };
  const after: CallState = { conversation, ringing: led.ringing, connections };
  const { contract, caseId, hasOpened } = led;
  const saved = { ...call, contract, caseId, hasOpened, turn: call.turn + 1, state: after, answer };
  await within.book.telephone.saveTurn(saved, at);
  return spokenOf(parts, saved, answer);
}

/** What is said, with the PIN of the case that the call has opened, one digit at a time. */
function spokenOf(
  { letters: { secret } }: TelephoneParts,
  { contract, caseId, hasOpened }: KeptCall,
  kept: SpokenTurn,
): SpokenTurn {
  if (!hasOpened || contract === undefined || caseId === undefined) return kept;
  const key = { contract, caseId };
  const sentences = kept.sentences.map((one) => ({
    ...one,
    text: fillPin(one.text, { secret, key, written: spelt }),
  }));
  return { ...kept, sentences };
}

/** What comes after what was said, with the addresses at which the carrier asks for it. */
function afterOf(
  { baseUrl }: TelephoneParts,
  { callId, turn }: KeptCall,
  next: Exclude<Next, Question> | Question,
  language: Language,
): CallNext {
  const asks = `${baseUrl()}/telephone/call?turn=${turn + 1}`;
  if ('ask' in next || next.wait === 'hangUp') return { kind: 'hangUp' };
  switch (next.wait) {
    case 'keys':
      return { kind: 'keys', max: next.max, next: asks };
    case 'speech':
      return { kind: 'speak', secondsMax: next.secondsMax, next: asks };
    case 'connection': {
      const query = new URLSearchParams({ call: callId, language });
      const whisper = `${baseUrl()}/telephone/call/whisper?${query}`;
      return { kind: 'connect', number: next.number, ringSeconds: RING_SECONDS, whisper, next: asks };
    }
  }
}

async function answered(
  parts: TelephoneParts,
  within: Within,
  taking: Taking,
  { conversation }: Turn,
  question: Question,
  led: Led,
): Promise<Told> {
  const { call, facts, ready, at } = taking;
  const { language } = conversation;
  const ofCase = provedCase(call, conversation, led);
  switch (question.ask) {
    case 'customer': {
      const { customer } = ready;
      if (customer === undefined) return { is: 'nobody' };
      const isTheirs = facts.likely?.customerId === customer && facts.likely.contract === question.contract;
      const person = isTheirs
        ? facts.likely?.personId
        : await within.book.telephone.speakerOf(question.contract, customer);
      return { is: 'customer', customer, person };
    }
    case 'open':
      return opens(parts, within, taking, question, { led, language });
    case 'pin': {
      const { caseId, pin } = question;
      const said = { number: call.number, caseId, pin };
      const proved = await provePin(within, parts.letters.secret, said, language);
      if (typeof proved === 'string') return { is: proved };
      const { key, offer } = proved;
      Object.assign(led, key);
      return { is: 'right', offer, contract: key.contract };
    }
    case 'standing': {
      const offer = ofCase && (await offerOf(within, ofCase, language));
      return offer && ofCase
        ? { is: 'standing', offer, contract: ofCase.contract }
        : { is: 'refused', text: '' };
    }
    case 'opened':
      return ofCase ? toldOpened(within, ofCase, language) : { is: 'refused', text: '' };
    case 'give': {
      if (!ofCase) return { is: 'refused', text: '' };
      const { act, level } = question;
      const given = { act, level, over: 'call', occurredAt: at, language } as const;
      const done = await actOn(within, ofCase, given);
      return 'refused' in done
        ? { is: 'refused', text: done.refused }
        : { is: 'done', offer: done.offer, contract: ofCase.contract };
    }
    case 'reach': {
      const { contract, tried } = question;
      const rung = await whomToRing(within, { contract, key: ofCase, rules: ready.rules, tried });
      if (!rung) return { is: 'nobody' };
      led.contract = contract;
      led.ringing = { ...rung, at };
      return { is: 'rings', number: rung.number };
    }
    case 'message':
      return messageFor(parts, within, {
        ...{ call, key: ofCase, contract: question.contract, at },
        ...{ recordingId: question.recording, url: taking.asked.recordingUrl ?? '' },
        contractTitle: facts.contracts.find(({ contract }) => contract === question.contract)?.title,
      });
  }
}

/** The case that this caller has proved to know: by its PIN, or for they have opened it in this call. */
function provedCase({ contract, caseId }: KeptCall, conversation: Conversation, led: Led) {
  const [of, id] = [led.contract ?? contract, led.caseId ?? caseId];
  return conversation.offer !== undefined && of !== undefined && id !== undefined
    ? { contract: of, caseId: id }
    : undefined;
}

async function opens(
  parts: TelephoneParts,
  within: Within,
  { call, asked, facts, ready, at }: Taking,
  question: Extract<Question, { ask: 'open' }>,
  { led, language }: { readonly led: Led; readonly language: Language },
): Promise<Told> {
  const wanted = wantedOf(call, question, facts, at);
  const opened = await openByTelephone(parts, within, wanted, { ready: ready.opening, language });
  led.contract = question.contract;
  const { recordingUrl: url } = asked;
  const { recording: recordingId } = question;
  if (url !== undefined && recordingId !== undefined && opened.is !== 'heldFull') {
    const { telephone } = catalogue(await within.book.openings.language(question.contract));
    // The clock has gone on since the turn began, and nothing on a case is of before its opening.
    const madeAt = await within.tx.now();
    await within.book.telephone.addRecording({
      ...{ contract: question.contract, recordingId, url, madeAt, name: telephone.recording.opening },
      caseId: 'key' in opened ? opened.key.caseId : undefined,
      mailId: 'mailId' in opened ? opened.mailId : undefined,
      personId: question.person,
    });
  }
  if (opened.is === 'heldRefused') return { is: opened.is, text: opened.text };
  if (opened.is !== 'opened') return { is: opened.is };
  const { key } = opened;
  led.caseId = key.caseId;
  led.hasOpened = true;
  return toldOpened(within, key, language);
}

async function toldOpened(within: Within, key: CaseKey, language: Language): Promise<Told> {
  const offer = await offerOf(within, key, language);
  if (!offer) throw new Error('a case that was opened and is not seen');
  const course = await courseOf(within, key);
  return { is: 'opened', offer, pin: await pinPlace(within.book.telephone, key), course };
}
