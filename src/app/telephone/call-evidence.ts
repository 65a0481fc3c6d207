import type { Call } from '../../core/case/call.ts';
import type { CaseEvent } from '../../core/case/event.ts';
import { asInstant, type Instant } from '../../core/instant.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { Facts, Told } from '../../core/telephone/conversation.ts';
import { giveAnswer, subjectOf } from '../give-answer.ts';
import type { CaseKey } from '../ports/store.ts';
import type { KeptCall } from '../ports/telephone-book.ts';
import { holdIt, messageOf } from './open-by-telephone.ts';
import type { CallState } from './take-call.ts';
import type { TelephoneParts, Within } from './telephone-parts.ts';
import type { Rung } from './whom-to-ring.ts';

/** Somebody while they are rung for a caller: from when, when they or a machine picked up, and when they took the call. */
export interface Ringing extends Rung {
  readonly at: Instant;
  readonly pickedUpAt?: Instant | undefined;
  readonly takenAt?: Instant | undefined;
}

/** What the carrier says came of ringing somebody. */
export type Dialled =
  | { readonly reached: true }
  | { readonly reached: false; readonly failure: 'noAnswer' | 'busy' | 'notConnected' };

/** Somebody who was rung for a caller, and what came of it. */
export interface Connection extends Rung {
  readonly rangAt: Instant;
  readonly endedAt: Instant;
  readonly came: Pick<Call, 'reached' | 'failure' | 'connectedAt' | 'lastedSeconds'>;
}

/** What carriers say of a call that nobody took: somebody or something may have picked up all the same. */
function cameOf(
  { pickedUpAt, takenAt: connectedAt }: Ringing,
  dialled: Dialled,
  at: Instant,
): Connection['came'] {
  if (!dialled.reached) {
    return { reached: false, failure: pickedUpAt === undefined ? dialled.failure : 'notTaken' };
  }
  const lasted = connectedAt && { connectedAt, lastedSeconds: Math.round((at - connectedAt) / 1000) };
  return { reached: true, ...lasted };
}

/**
 * What came of ringing somebody: only whoever took the call by its key was reached. A carrier may count what picked up as
 * connected, such as a machine, and the caller has spoken with nobody.
 */
export const dialledBy = (said: Dialled | undefined, ringing: Ringing | undefined): Dialled | undefined =>
  said?.reached && ringing?.takenAt === undefined ? { reached: false, failure: 'noAnswer' } : said;

interface Dialling {
  readonly call: KeptCall;
  readonly dialled: Dialled | undefined;
  readonly contracts: Facts['contracts'];
  readonly at: Instant;
}

/** The case that the desk has opened meanwhile of what waited of a call. */
async function openedOf({ book }: Within, contract: string, callId: string): Promise<string | undefined> {
  const wanted = await book.openings.settled({ contract, mailId: callId });
  return wanted?.caseId ?? (await book.openings.settled({ contract, mailId: messageOf(callId) }))?.caseId;
}

interface Waiting {
  readonly call: KeptCall;
  readonly contract: string;
  readonly contracts: Facts['contracts'];
  readonly at: Instant;
}

/** A call of which no case has come waits where the desk sees it, with whom Ladder rang for it. */
async function waits(
  parts: TelephoneParts,
  within: Within,
  { call, contract, contracts, at: occurredAt }: Waiting,
): Promise<void> {
  const { openings } = within.book;
  if ((await openings.lock({ contract, mailId: call.callId })) !== undefined) return;
  const contractTitle = contracts.find((one) => one.contract === contract)?.title ?? contract;
  const { rangDuty: text } = catalogue(await openings.language(contract)).telephone;
  const wanted = {
    ...{ id: messageOf(call.callId), came: 'call' as const, number: call.number, contract, contractTitle },
    ...{ track: undefined, customer: undefined, person: undefined, text, occurredAt },
  };
  await holdIt(parts, within, wanted, 'connected');
}

/** Whom a call rang of which no case has come, each as the event that it would be on a case. */
export function rungBefore({ state, number: from }: KeptCall, language: Language): readonly RungBefore[] {
  const { connections = [] } = (state ?? {}) as Partial<CallState>;
  const words = catalogue(language).telephone;
  return connections.map(({ number: rung, isHidden, contact, telephone, level, rangAt, endedAt, came }) => ({
    ...{ type: 'CallRecorded', by: 'ladder', actor: 'customer', over: 'call', at: endedAt },
    ...{ occurredAt: endedAt, contact, telephone, level, rangAt, endedAt, ...came },
    text: words.connectedFrom({ number: from, rung, isHidden }),
  }));
}

type RungBefore = Extract<CaseEvent, { type: 'CallRecorded' }>;

/**
 * Puts onto the case that a caller was connected, or was not: Ladder rang by itself and need take nobody's word for it.
 * While there is no case the call keeps it for the one that the desk opens of it; what is returned is what it keeps.
 */
export async function connectionsAfter(
  parts: TelephoneParts,
  within: Within,
  { call, dialled, contracts, at }: Dialling,
): Promise<readonly Connection[]> {
  const { ringing, conversation, connections = [] } = call.state as CallState;
  if (!dialled || !ringing) return connections;
  const { contact, telephone, number, level, isHidden, at: rangAt } = ringing;
  const rung = { contact, telephone, number, level, isHidden };
  const one: Connection = { ...rung, rangAt, endedAt: at, came: cameOf(ringing, dialled, at) };
  const { contract, callId } = call;
  if (contract === undefined) return connections;
  const proved = conversation.offer ? call.caseId : undefined;
  const caseId = proved ?? (await openedOf(within, contract, callId));
  if (caseId === undefined) {
    await waits(parts, within, { call, contract, contracts, at: rangAt });
    return [...connections, one];
  }
  await recordConnections(within, { contract, caseId }, call, [one]);
  return connections;
}

/** Whom the call rang of which a case was opened now. */
export async function recordKeptConnections(within: Within, key: CaseKey, call: KeptCall): Promise<void> {
  const { connections = [] } = call.state as CallState;
  await recordConnections(within, key, call, connections);
}

/** Both numbers stand in words, which can be erased. */
async function recordConnections(
  { tx, book }: Within,
  key: CaseKey,
  { number: from }: KeptCall,
  connections: readonly Connection[],
): Promise<void> {
  const subject = connections.length === 0 ? undefined : await subjectOf(tx, key);
  if (!subject) return;
  const { telephone: words } = catalogue(await book.openings.language(key.contract));
  for (const { contact, telephone, number: rung, level, isHidden, rangAt, endedAt, came } of connections) {
    const text = words.connectedFrom({ number: from, rung, isHidden });
    const command = {
      type: 'recordCall',
      by: 'ladder',
      over: 'call',
      ...{ level, contact, telephone, ...came, rangAt, endedAt, text },
      // Nothing on a case is of before its opening.
      occurredAt: asInstant(Math.max(rangAt, subject.open.openedAt)),
    } as const;
    await giveAnswer(tx, { key, caller: undefined, actor: 'customer', command });
  }
}

interface Message {
  readonly call: KeptCall;
  /** The case that the caller has proved to know. */
  readonly key: CaseKey | undefined;
  readonly contract: string;
  readonly contractTitle: string | undefined;
  readonly recordingId: string;
  readonly url: string;
  readonly at: Instant;
}

/** Keeps a message: on the case, whose people are told of it; without one it waits for the desk. */
export async function messageFor(
  parts: TelephoneParts,
  within: Within,
  { call, key, contract, contractTitle = contract, recordingId, url, at }: Message,
): Promise<Told> {
  const { tx, book } = within;
  const { telephone } = catalogue(await book.openings.language(contract));
  const recording = { contract, recordingId, url, madeAt: at, name: telephone.recording.message };
  const subject = key && (await subjectOf(tx, key, at));
  if (key && subject) {
    const command = { type: 'addNote', by: 'ladder', over: 'call', text: telephone.messageLeft } as const;
    const noted = await giveAnswer(tx, { key, caller: undefined, actor: 'customer', command });
    if (!noted.accepted) return { is: 'lost' };
    const personId = subject.open.reporter;
    await book.telephone.addRecording({ ...recording, caseId: key.caseId, mailId: undefined, personId });
    return { is: 'kept' };
  }
  const wanted = {
    ...{ id: messageOf(call.callId), came: 'call' as const, number: call.number, contract, contractTitle },
    ...{ track: undefined, customer: undefined, person: undefined, text: telephone.messageLeft },
    occurredAt: at,
  } as const;
  const held = await holdIt(parts, within, wanted, 'message');
  if (held.is === 'heldFull') return { is: 'lost' };
  await book.telephone.addRecording({
    ...recording,
    ...{ caseId: undefined, mailId: held.mailId, personId: undefined },
  });
  return { is: 'kept' };
}
