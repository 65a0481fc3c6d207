import { randomUUID } from 'node:crypto';
import type { Instant } from '../../core/instant.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import {
  type NoticeCall,
  type NoticeFacts,
  type NoticeQuestion,
  type NoticeTold,
  type NoticeTurn,
  noticeBegun,
  noticeTurn,
} from '../../core/telephone/notice-call.ts';
import { spokenCodes } from '../notices/fill-links.ts';
import type { SpokenTurn } from '../ports/conversation.ts';
import type { AnsweredDelivery, KeptCall } from '../ports/telephone-book.ts';
import type { Secret } from '../secret.ts';
import { answerNotice, hasPassed, spokenAnswer } from './answer-notice.ts';
import { type AskedTurn, hungUp } from './take-call.ts';
import { numberIn, type TelephoneParts, type Within } from './telephone-parts.ts';
import { worded } from './worded.ts';

/** A call that Ladder placed, as the carrier asks what is to be said in it. */
interface AskedNotice extends Omit<AskedTurn, 'connection'> {
  /** Of the first turn: whose notice it is. */
  readonly notice: { readonly contract: string; readonly deliveryId: string } | undefined;
  /** A machine picked up. */
  readonly isMachine: boolean;
}

interface NoticeState {
  readonly conversation: NoticeCall;
  readonly isMachine: boolean;
}

const TURNS_MAX = 50;

/** Takes one turn of a call that Ladder placed; undefined where there is no such notice. */
export const takeNoticeCall = (parts: TelephoneParts, asked: AskedNotice): Promise<SpokenTurn | undefined> =>
  parts.answers.transaction(async (tx, book) => {
    const within = { tx, book };
    const at = await tx.now();
    const delivery = await deliveryFor(within, asked);
    if (delivery?.means !== 'call') return undefined;
    if (asked.notice) await begin(within, asked, delivery, at);
    const call = await book.telephone.call(asked.callId, true);
    if (call?.kind !== 'notice' || call.deliveryId !== delivery.deliveryId) return hungUp();
    if (call.turn === asked.turn + 1 && call.answer) return call.answer;
    if (call.turn !== asked.turn || call.turn >= TURNS_MAX) return hungUp();
    return takeTurn(parts, within, { call, asked, delivery, at });
  });

async function deliveryFor(
  { book }: Within,
  { notice, callId }: AskedNotice,
): Promise<AnsweredDelivery | undefined> {
  if (notice) return book.telephone.delivery(notice.contract, notice.deliveryId);
  const { contract, deliveryId } = (await book.telephone.call(callId, false)) ?? {};
  return contract === undefined || deliveryId === undefined
    ? undefined
    : book.telephone.delivery(contract, deliveryId);
}

async function begin(
  { book }: Within,
  { callId, from, isMachine }: AskedNotice,
  { contract, caseId, deliveryId, personId }: AnsweredDelivery,
  beganAt: Instant,
): Promise<void> {
  const known = await book.person(contract, personId);
  const conversation = noticeBegun(known?.person.language ?? (await book.openings.language(contract)));
  await book.telephone.beginCall({
    ...{ callId, kind: 'notice', number: numberIn(from), beganAt, contract, caseId, deliveryId },
    ...{
      hasOpened: false,
      turn: 0,
      answer: undefined,
      state: { conversation, isMachine } satisfies NoticeState,
    },
  });
}

interface Taking {
  readonly call: KeptCall;
  readonly asked: AskedNotice;
  readonly delivery: AnsweredDelivery;
  readonly at: Instant;
}

async function takeTurn(
  { baseUrl, letters: { secret } }: TelephoneParts,
  within: Within,
  { call, asked, delivery, at }: Taking,
): Promise<SpokenTurn> {
  const { conversation: before, isMachine } = call.state as NoticeState;
  const facts = await factsOf(within, delivery, { isMachine, at, secret });
  let turn: NoticeTurn = noticeTurn(before, heardIn(asked), facts);
  const said = [...turn.said];
  if ('ask' in turn.next) {
    const told = await answered(within, { call, asked, delivery, at }, turn, turn.next);
    turn = noticeTurn(turn.conversation, { kind: 'told', told }, facts);
    said.push(...turn.said);
  }
  const { conversation, next } = turn;
  const asks = `${baseUrl()}/telephone/call?turn=${call.turn + 1}`;
  const answer: SpokenTurn = {
    sentences: worded(said, conversation.language),
    after:
      'ask' in next || next.wait === 'hangUp' || next.wait === 'connection'
        ? { kind: 'hangUp' }
        : next.wait === 'keys'
          ? { kind: 'keys', max: next.max, next: asks }
          : { kind: 'speak', secondsMax: next.secondsMax, next: asks },
  };
  const state: NoticeState = { conversation, isMachine };
  await within.book.telephone.saveTurn({ ...call, turn: call.turn + 1, state, answer }, at);
  return answer;
}

async function factsOf(
  within: Within,
  delivery: AnsweredDelivery,
  { isMachine, at, secret }: { readonly isMachine: boolean; readonly at: Instant; readonly secret: Secret },
): Promise<NoticeFacts> {
  const { name, caseId, text, keys } = delivery;
  return {
    ...{ name, caseId, isMachine, isPassed: await hasPassed(within, delivery, at) },
    lines: spokenCodes(text, secret)
      .split('\n')
      .filter((line) => line.trim() !== ''),
    keys: keys.map(({ key, action: act, level }) => ({ key, act, level })),
  };
}

function heardIn({ turn, keys, recordingUrl }: AskedNotice): Parameters<typeof noticeTurn>[1] {
  if (turn === 0) return { kind: 'began' };
  if (recordingUrl !== undefined) return { kind: 'speech', recording: randomUUID() };
  return keys === undefined || keys === '' ? { kind: 'nothing' } : { kind: 'keys', keys };
}

/** Does what the key stands for; what was spoken goes onto the case as a file when the carrier has handed it out. */
async function answered(
  within: Within,
  { asked, delivery, at }: Taking,
  { conversation: { language } }: NoticeTurn,
  { key, recording: recordingId }: NoticeQuestion,
): Promise<NoticeTold> {
  const { contract, caseId, personId } = delivery;
  const { recordingUrl: url } = asked;
  const isSpoken = url !== undefined && recordingId !== undefined;
  const own = await within.book.openings.language(contract);
  const text = isSpoken ? spokenAnswer(own) : '';
  const given = { key, text, over: 'call', occurredAt: at, language } as const;
  const told = await answerNotice(within, delivery, given);
  if (told.is === 'done' && isSpoken) {
    const name = catalogue(own).telephone.recording.answer;
    const recording = { contract, recordingId, caseId, mailId: undefined, personId, name, url, madeAt: at };
    await within.book.telephone.addRecording(recording);
  }
  return told;
}
