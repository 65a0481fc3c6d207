import type { Language } from '../../core/message/catalogue.ts';
import { plainly, say } from '../../core/telephone/said.ts';
import type { SpokenTurn } from '../ports/conversation.ts';
import type { KeptCall } from '../ports/telephone-book.ts';
import type { CallState } from './take-call.ts';
import { hungUp } from './take-call.ts';
import type { TelephoneParts, Within } from './telephone-parts.ts';
import { worded } from './worded.ts';

interface Asked {
  /** The caller's call. */
  readonly callId: string;
  readonly language: Language;
  readonly keys: string;
  /** It was said before, and nothing was pressed. */
  readonly isAskedAgain: boolean;
}

/**
 * What whoever is rung for a caller hears alone: who calls about what, and that 1 takes the call. A machine presses no
 * key, so a caller is never left with one, and it counts as nobody.
 */
export async function whispered(
  { answers, openings, baseUrl }: TelephoneParts,
  { callId, language, keys, isAskedAgain }: Asked,
): Promise<SpokenTurn> {
  const call = await answers.transaction((tx, book) => noted({ tx, book }, callId, keys === '1'));
  if (!call) return hungUp();
  if (keys === '1') {
    return { sentences: worded(plainly('joined'), language), after: { kind: 'join' } };
  }
  if (keys !== '' || isAskedAgain) return hungUp();
  const [listed] = call.contract === undefined ? [] : await openings.reading.contracts(call.contract);
  const title = listed?.title ?? '';
  const query = new URLSearchParams({ call: callId, language, again: '1' });
  const next = `${baseUrl()}/telephone/call/whisper?${query}`;
  return {
    sentences: worded([say('whisper', { caseId: call.caseId, title })], language),
    after: { kind: 'keys', max: 1, next },
  };
}

/** The call, in which it stands from now on that somebody or something has picked up, and that they take the call. */
async function noted({ tx, book }: Within, callId: string, isTaken: boolean): Promise<KeptCall | undefined> {
  const call = await book.telephone.call(callId, true);
  const state = call?.state as CallState | undefined;
  if (call?.kind !== 'in' || !state?.ringing) return undefined;
  const at = await tx.now();
  const { pickedUpAt = at, takenAt = isTaken ? at : undefined } = state.ringing;
  const ringing = { ...state.ringing, pickedUpAt, takenAt };
  await book.telephone.saveTurn({ ...call, state: { ...state, ringing } satisfies CallState }, at);
  return call;
}
