import {
  type Asked,
  type OpenCaseParts,
  type Opened,
  openCase,
  openNewIn,
  readyToOpen,
} from '../open-case.ts';
import { tellFirstPin } from './case-pin.ts';
import type { TelephoneParts } from './telephone-parts.ts';

/** With what a PIN is told. */
export type PinTellers = Pick<TelephoneParts, 'answers' | 'letters'>;

/**
 * Opens a case as somebody wants it who is signed in. Whoever it is opened for by the desk, and has no mail that leads to
 * its page, is told its PIN by their own telephone, once however often the same is sent; `tellers` are undefined where
 * nobody hears of cases by telephone. Of a case for practice nobody is rung.
 */
export async function openForCaller(
  { tellers, ...parts }: OpenCaseParts & { readonly tellers: PinTellers | undefined },
  asked: Asked,
): Promise<Opened> {
  const { reporter, practice = false } = asked.opening;
  if (!tellers || !asked.onBehalf || reporter === undefined || practice) return openCase(parts, asked);
  const ready = await readyToOpen(parts, asked);
  if ('code' in ready) return { accepted: false, refusal: ready };
  return tellers.answers.transaction(async (tx, book) => {
    const { answer, isNew } = await openNewIn(tx, ready);
    const key = { contract: asked.caller.contract, caseId: answer.caseId };
    if (answer.accepted && isNew) await tellFirstPin(tellers, { tx, book }, key, reporter);
    return answer;
  });
}
