import { isInForce } from '../../core/case/clock.ts';
import type { OpenState } from '../../core/case/state.ts';
import type { Instant } from '../../core/instant.ts';
import type { ChatMessage } from '../../core/message/chat-message.ts';
import { gravest, type LetterCase } from '../notices/letters.ts';
import type { ClaimedChat } from '../ports/chats.ts';
import type { ChatWriting } from './chat-parts.ts';

/** What a message says, as its case stands now. */
export function writeChat(
  { baseUrl, compose, isDemonstration }: ChatWriting,
  message: ClaimedChat,
  { state, papers, at }: LetterCase,
): ChatMessage {
  const { contract, caseId, channel, levels, numbers, isNewest, messageId, language } = message;
  const caseUrl = `${baseUrl}/contracts/${encodeURIComponent(contract)}/cases/${encodeURIComponent(caseId)}`;
  const asked = state.status === 'open' ? levels.filter((level) => isAsked(state, level)) : [];
  const isOpen = asked.some((level) => state.status === 'open' && !isTaken(state, level, at));
  const canAct = channel.kind === 'slack' && isNewest && isOpen;
  return compose({
    ...{ language, state, at, caseId, caseUrl },
    ...gravest(numbers.flatMap((number) => papers.events[number - 1] ?? [])),
    contractTitle: papers.contractTitle,
    customerName: papers.customerName,
    respondUrl: `${caseUrl}/acts/respond`,
    acknowledges: canAct ? messageId : undefined,
    isAnswerable: isNewest && asked.length > 0,
    hasMovedOn: !isNewest || (levels.length > 0 && asked.length === 0),
    demonstration: isDemonstration,
  });
}

/** Whether a level owes an answer to what it was asked last, and every clock runs. */
function isAsked(state: OpenState, level: number): boolean {
  if (state.stops.some((stop) => stop.until === undefined)) return false;
  const asked = state.asks.findLast((ask) => ask.levels.includes(level));
  return (
    asked !== undefined &&
    !state.answers.some((one) => one.kind !== 'update' && one.level === level && one.order > asked.order)
  );
}

const isTaken = (state: OpenState, level: number, at: Instant): boolean =>
  state.acknowledgements.some((one) => one.level === level && isInForce(state, one, at));
