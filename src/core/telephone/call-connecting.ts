import { over } from './call-prompt.ts';
import type { Conversation, Heard, Turn } from './conversation.ts';
import { plainly } from './said.ts';

/** So many people are rung in one call; whom nobody answers for leaves a message. */
export const RUNG_MAX = 6;

/** Asks who is rung next. */
export const reach = (now: Conversation): Turn => ({
  conversation: now,
  said: [],
  next: { ask: 'reach', contract: now.contract ?? '', tried: now.tried ?? 0 },
});

/** After somebody was rung: the two have spoken, or the next is tried. */
export function connecting(now: Conversation, reached: boolean): Turn {
  if (!reached) return reach(now);
  return over(now, plainly('goodbye'));
}

/** A message is kept where something was said. */
export function message(now: Conversation, heard: Heard): Turn | undefined {
  if (heard.kind !== 'speech') return undefined;
  const { contract = '' } = now;
  if (heard.recording === undefined) {
    return over(now, plainly('goodbye'));
  }
  return { conversation: now, said: [], next: { ask: 'message', contract, recording: heard.recording } };
}
