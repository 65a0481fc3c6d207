import type { Instant } from '../../core/instant.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import type { Told } from '../../core/telephone/conversation.ts';
import { giveAnswer, subjectOf } from '../give-answer.ts';
import type { CaseKey } from '../ports/store.ts';
import type { KeptCall } from '../ports/telephone-book.ts';
import { holdIt } from './open-by-telephone.ts';
import type { CallState } from './take-call.ts';
import type { TelephoneParts, Within } from './telephone-parts.ts';

/**
 * Puts onto the case that a caller was connected, from which number, with whom, when and for how long, or that nobody
 * picked up: Ladder rang by itself and need take nobody's word for it. The number stands in words, which can be erased. Of
 * a caller without a case there is nothing to put it on.
 */
export async function noteConnection(
  { tx, book }: Within,
  { contract, caseId, number }: KeptCall,
  { ringing, conversation }: CallState,
  { reached, seconds }: { readonly reached: boolean; readonly seconds: number | undefined },
): Promise<void> {
  if (!ringing || contract === undefined || caseId === undefined || !conversation.offer) return;
  const { contact, telephone, level, at } = ringing;
  const outcome = reached
    ? { reached, ...(seconds !== undefined && { lastedSeconds: seconds }) }
    : ({ reached, failure: 'noAnswer' } as const);
  const { telephone: words } = catalogue(await book.openings.language(contract));
  const text = words.connectedFrom({ number });
  const command = {
    type: 'recordCall',
    by: 'ladder',
    over: 'call',
    level,
    contact,
    telephone,
    text,
  } as const;
  await giveAnswer(tx, {
    key: { contract, caseId },
    caller: undefined,
    actor: 'customer',
    command: { ...command, ...outcome, occurredAt: at },
  });
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
    ...{ id: `${call.callId}-message`, came: 'call' as const, number: call.number, contract, contractTitle },
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
