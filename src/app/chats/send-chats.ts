import { asInstant, type Instant } from '../../core/instant.ts';
import type { ChatMessage } from '../../core/message/chat-message.ts';
import { isBug } from '../bug.ts';
import { subjectOf } from '../give-answer.ts';
import { pageLink } from '../notices/fill-links.ts';
import { loneLetter } from '../notices/lone-letter.ts';
import type { ChatResult, ChatSettled, ClaimedChat } from '../ports/chats.ts';
import { stampOf } from '../stamp.ts';
import { type ChatSending, secretsOf } from './chat-parts.ts';
import { writeChat } from './write-chat.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
/** Waiting times between attempts: a day in all. What is sent late says how the case stands then. */
const BACKOFF_MS = [
  ...[5 * SECOND_MS, 30 * SECOND_MS, 2 * MINUTE_MS, 10 * MINUTE_MS, 30 * MINUTE_MS],
  ...[HOUR_MS, 2 * HOUR_MS, 4 * HOUR_MS, 8 * HOUR_MS, 8 * HOUR_MS],
];
/** However long a channel asks us to wait, it is asked again after this. */
const REST_MAX_MS = HOUR_MS;
/** Channels side by side. */
const AT_ONCE_MAX = 20;
/** Longer than an attempt lasts: a node that dies gives back what it claimed by then. */
const CLAIM_MS = MINUTE_MS;
/** So many people are told. */
const TOLD_MAX = 20;
/** Who can do something about it. */
const TOLD = ['programManager', 'administrator'].map((role) => ({ role, customerId: undefined }));

/** One turn: sends what is due, outside any transaction, and writes what it came to; answers whether there may be more. */
export async function sendChats(parts: ChatSending): Promise<boolean> {
  const claimed = await parts.store.transaction(async (tx) => {
    const at = await tx.now();
    const found = await tx.chats.claim(at, asInstant(at + CLAIM_MS), AT_ONCE_MAX);
    if (found.length > 0) await tx.chats.forget(at);
    return found;
  });
  await Promise.all(claimed.map((one) => attempt(parts, one)));
  return claimed.length > 0;
}

/** A message as it goes out, and the state of its case that it shows. */
interface Written {
  readonly message: ChatMessage;
  readonly stamp: string;
}

async function attempt(parts: ChatSending, claimed: ClaimedChat): Promise<void> {
  const written = await write(parts, claimed);
  const result = written ? await send(parts, claimed, written) : OWN_FAULT;
  await parts.store.transaction(async (tx) => {
    const at = await tx.now();
    await tx.chats.settle(claimed, settledBy(claimed, result, written, at), at);
    if (result.result === 'later' && result.afterSeconds !== undefined) {
      const until = at + Math.min(result.afterSeconds * SECOND_MS, REST_MAX_MS);
      await tx.chats.rest(claimed, asInstant(until));
    }
  });
  if (result.result === 'refused' && result.isForGood) await endChannel(parts, claimed, result.reason);
}

const OWN_FAULT: ChatResult = { result: 'refused', reason: 'own-fault', isForGood: false };

async function write(parts: ChatSending, claimed: ClaimedChat): Promise<Written | undefined> {
  const { contract, caseId, messageId } = claimed;
  try {
    const subject = await parts.store.transaction((tx) => subjectOf(tx, { contract, caseId }));
    return subject && { message: writeChat(parts, claimed, subject), stamp: stampOf(subject.state) };
  } catch (error) {
    if (!isBug(error)) throw error;
    parts.log.error('chat-not-sent', error, { contract, caseId, deliveryId: messageId });
    return undefined;
  }
}

function send(parts: ChatSending, claimed: ClaimedChat, { message }: Written): Promise<ChatResult> {
  const { channel, place } = claimed;
  const secrets = secretsOf(parts.secret, channel);
  if (!secrets) return Promise.resolve({ result: 'refused', reason: 'secret-not-readable', isForGood: true });
  const to = { secrets, room: channel.room };
  return place === undefined ? parts.carrier.post(to, message) : parts.carrier.redraw(to, place, message);
}

function settledBy(
  { attempts, place, stamp, channel }: ClaimedChat,
  result: ChatResult,
  written: Written | undefined,
  at: Instant,
): ChatSettled {
  const isThere = place !== undefined;
  const kept = { place, stamp, isLive: isThere };
  if (result.result === 'sent') {
    const shownAt = place ?? result.place;
    const isLive =
      written?.message.acknowledge !== undefined && shownAt !== undefined && channel.kind === 'slack';
    return {
      ...{ state: 'delivered', reason: undefined, nextAt: undefined },
      ...{ place: shownAt, stamp: written?.stamp, isLive },
    };
  }
  const { reason } = result;
  const state = isThere ? 'delivered' : 'waiting';
  // What waits for a channel that is told no more is sent once it is told again.
  if (result.result === 'refused' && result.isForGood) return { ...kept, state, reason, nextAt: at };
  const wait = result.result === 'later' ? BACKOFF_MS[attempts - 1] : undefined;
  if (wait !== undefined) return { ...kept, state, reason, nextAt: asInstant(at + wait) };
  return { ...kept, state: isThere ? 'delivered' : 'failed', reason, nextAt: undefined, isLive: false };
}

/** Turns a channel off that refuses us, and tells those who answer for it; of two that end it the first tells. */
async function endChannel(
  { contracts, composeMail, newId, isDemonstration }: ChatSending,
  { contract, channelId, channel }: ClaimedChat,
  reason: string,
): Promise<void> {
  await contracts.transaction(async (tx) => {
    const at = await tx.now();
    const standing = await tx.chats.channel({ contract, channelId });
    if (!standing || standing.off) return;
    await tx.chats.turnChannel(standing, 'refused', at);
    const found = await tx.contract(contract);
    const fallback = await tx.contractLanguage(contract);
    for (const reader of await tx.peopleHolding(contract, TOLD, { after: '', max: TOLD_MAX })) {
      const { personId, email: address, language = fallback } = reader;
      if (address === undefined) continue;
      const letter = composeMail({
        ...{ language, reason, isDemonstration, contractTitle: found?.title ?? contract, name: channel.name },
        pageUrl: pageLink(`/contracts/${encodeURIComponent(contract)}/chats/${channelId}`),
      });
      await tx.queueLetter(
        loneLetter({ deliveryId: newId(), contract, personId, kind: 'chat', address, at, letter }),
      );
    }
  });
}
