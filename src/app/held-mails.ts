import type { Caller } from './authorise.ts';
import { openingText } from './mail-text.ts';
import { openIn, readyToOpen } from './open-case.ts';
import type { Answers } from './ports/answers.ts';
import type { KeptRefusal, ListedMail } from './ports/opening-mails.ts';
import type { Reading } from './ports/reading.ts';

interface Parts {
  readonly answers: Answers;
  readonly reading: Reading;
  readonly isDemonstration: boolean;
}

/** For whom the desk opens a case, as it has read the mail. */
interface Chosen {
  readonly customer: string;
  readonly reporter: string;
  readonly track: string;
}

/** What came of it: `settled` where somebody was first, or the same was sent twice. */
type OpenedHeld =
  | { readonly is: 'opened'; readonly caseId: string }
  | { readonly is: 'settled' }
  | { readonly is: 'refused'; readonly refusal: KeptRefusal };

/**
 * Opens the case that a held mail asks for, for the customer whom the desk names. It counts from when the mail was
 * received, and its record says that it came by mail. Of two who do so one opens it.
 */
export async function openHeld(
  parts: Parts,
  caller: Caller,
  mail: ListedMail,
  chosen: Chosen,
): Promise<OpenedHeld> {
  const ready = await readyToOpen(parts, {
    caller: { ...caller, over: 'email' },
    onBehalf: true,
    opening: { ...chosen, text: openingText(mail), occurredAt: mail.receivedAt },
  });
  if ('code' in ready) return { is: 'refused', refusal: ready };
  return parts.answers.transaction(async (tx, book) => {
    if ((await book.openings.lock(mail)) !== 'held') return { is: 'settled' } as const;
    const answer = await openIn(tx, ready);
    if (!answer.accepted) return { is: 'refused', refusal: answer.refusal } as const;
    const { caseId, at } = answer;
    await book.openings.settle(mail, { outcome: 'opened', caseId }, caller.personId, at);
    return { is: 'opened', caseId } as const;
  });
}

/** Takes a held mail off the list without a case; false where it was not held any more. */
export const putAside = (
  { answers }: Pick<Parts, 'answers'>,
  { personId }: Caller,
  mail: ListedMail,
  reason: string,
): Promise<boolean> =>
  answers.transaction(async (tx, book) => {
    if ((await book.openings.lock(mail)) !== 'held') return false;
    await book.openings.settle(mail, { outcome: 'putAside', reason }, personId, await tx.now());
    return true;
  });
