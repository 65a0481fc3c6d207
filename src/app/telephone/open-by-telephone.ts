import { asInstant, type Instant } from '../../core/instant.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { Revision } from '../../core/plan/revision/revision.ts';
import { openingRefusalWords } from '../give-answer.ts';
import { knownCaller } from '../known-caller.ts';
import { cleanText } from '../mail-text.ts';
import { holdForDesk } from '../open-by-mail.ts';
import { openIn, readyToOpen } from '../open-case.ts';
import type { KeptRefusal } from '../ports/opening-mails.ts';
import type { CaseKey } from '../ports/store.ts';
import { customerCode } from '../secret.ts';
import type { TelephoneParts, Within } from './telephone-parts.ts';

/** Cases that one number opens within an hour, or withheld ones for one customer; what is asked for beyond waits for the desk. */
const OPENED_MAX = 10;
const HOUR_MS = 3_600_000;

/** A case that somebody who rings or writes wants opened. */
export interface WantedCase {
  /** The call or the text it was asked for in. */
  readonly id: string;
  readonly came: 'call' | 'text';
  readonly number: string | undefined;
  readonly contract: string;
  readonly contractTitle: string;
  readonly track: string;
  readonly customer: string | undefined;
  readonly person: string | undefined;
  readonly text: string | undefined;
  readonly occurredAt: Instant;
}

/** A customer of whom nobody can be told to speak: nobody does, or several do and none of them manages its people. */
interface Unspoken {
  readonly unspoken: string;
}

type Ready = Awaited<ReturnType<typeof readyToOpen>> | Unspoken | undefined;

/** What can be found out before anything is locked; undefined where nobody knows for whom it is. */
export async function prepareOpening(parts: TelephoneParts, wanted: WantedCase): Promise<Ready> {
  const { contract, customer, person, track, came } = wanted;
  if (customer === undefined) return undefined;
  if (person === undefined) {
    const found = await parts.openings.reading.customer(contract, customer);
    return found && { unspoken: found.name };
  }
  const { answers, openings } = parts;
  const { known, language } = await answers.transaction(async (_tx, book) => ({
    known: await book.person(contract, person),
    language: await book.openings.language(contract),
  }));
  if (!known) return undefined;
  const text = wanted.text ?? catalogue(language).telephone.spoken;
  const caller = knownCaller(contract, known, came);
  // It counts from the instant at which it is opened: what was said before was the way there.
  const opening = { track, customer, text: cleanText(text) };
  return readyToOpen(openings, { caller, onBehalf: false, opening });
}

type Opened =
  | { readonly is: 'opened'; readonly key: CaseKey; readonly person: string }
  /** `heldTooMany` where it would be one case too many. */
  | { readonly is: 'held' | 'heldTooMany' | 'heldNoSpeaker'; readonly mailId: string }
  /** It is known for whom, and no case may be opened: why, in words. */
  | { readonly is: 'heldRefused'; readonly mailId: string; readonly text: string }
  | { readonly is: 'heldFull' };

/** Opens it; where nobody can tell for whom, it may not be opened, or a number asks for too many, it waits for the desk. */
export async function openByTelephone(
  parts: TelephoneParts,
  within: Within,
  wanted: WantedCase,
  { ready, language }: { readonly ready: Ready; readonly language: Language },
): Promise<Opened> {
  const { tx, book } = within;
  if (!ready) return holdIt(parts, within, wanted, 'byTelephone');
  if ('unspoken' in ready) {
    const kept = await holdIt(parts, within, wanted, 'noSpeaker', ready.unspoken);
    return kept.is === 'held' ? { ...kept, is: 'heldNoSpeaker' } : kept;
  }
  if ('code' in ready) return holdRefused(parts, within, wanted, { refusal: ready, language });
  await book.telephone.lockCounts(wanted);
  const since = asInstant((await tx.now()) - HOUR_MS);
  if ((await book.telephone.openedBy(wanted, since)) >= OPENED_MAX) {
    const kept = await holdIt(parts, within, wanted, 'tooMany');
    return kept.is === 'held' ? { ...kept, is: 'heldTooMany' } : kept;
  }
  const answer = await openIn(tx, ready);
  if (!answer.accepted) {
    const { refusal } = answer;
    return holdRefused(parts, within, wanted, { refusal, rules: ready.revision, language });
  }
  const { contract, person = '' } = wanted;
  return { is: 'opened', key: { contract, caseId: answer.caseId }, person };
}

interface Refused {
  readonly refusal: KeptRefusal;
  /** What the case would have run on, where that is known. */
  readonly rules?: Revision;
  readonly language: Language;
}

/** The desk finds out what can be done; whoever asked is told why no case was opened. */
async function holdRefused(
  parts: TelephoneParts,
  within: Within,
  wanted: WantedCase,
  { refusal, rules, language }: Refused,
): Promise<Opened> {
  const held = await holdIt(parts, within, wanted, 'refused');
  if (held.is === 'heldFull') return held;
  const { contract } = wanted;
  await within.book.openings.hold({ contract, mailId: held.mailId }, 'refused', refusal);
  const { message, advice } = openingRefusalWords(refusal, rules, language);
  return { ...held, is: 'heldRefused', text: `${message} ${advice}`.trim() };
}

/** What a call to those on duty is held under, and a message that was left in it; what was to open a case is held under the call itself. */
export const messageOf = (callId: string): string => `${callId}-message`;

/** The call that something was held of. */
export const callOf = ({ mailId }: { readonly mailId: string }): string => mailId.replace(/-message$/, '');

/** Keeps for the desk what somebody wants whose case nobody can open, or who reached nobody on duty. */
export async function holdIt(
  { letters, openings }: TelephoneParts,
  { tx, book }: Within,
  wanted: Omit<WantedCase, 'track'> & { readonly track: string | undefined },
  why: 'byTelephone' | 'tooMany' | 'refused' | 'noSpeaker' | 'connected' | 'message',
  /** Where it is known. */
  customerName?: string,
): Promise<{ readonly is: 'held'; readonly mailId: string } | { readonly is: 'heldFull' }> {
  const { id, came, contract, track, number, person, text, occurredAt } = wanted;
  const { telephone } = catalogue(await book.openings.language(contract));
  const subjects = { call: telephone.heldCall, text: telephone.heldText };
  const subject = why === 'message' ? telephone.heldMessage : subjects[came];
  const isHeld = await holdForDesk(
    { letters, openings },
    {
      ...{ tx, book, contractTitle: wanted.contractTitle },
      row: {
        ...{ contract, mailId: id, receivedAt: occurredAt, kind: came, isProved: false, track },
        ...{ personId: person, outcome: 'held', why, refusal: undefined, sender: number },
        subject: customerName === undefined ? subject : `${subject}: ${customerName}`,
        text: cleanText(text ?? telephone.spoken),
      },
    },
  );
  return isHeld ? { is: 'held', mailId: id } : { is: 'heldFull' };
}

/** The customer whose code it is; two that share one have none. */
export async function customerWith(
  { openings, letters }: TelephoneParts,
  contract: string,
  code: string,
): Promise<string | undefined> {
  const customers = await openings.reading.customers(contract);
  const [found, ...others] = customers.filter(
    ({ customerId }) => customerCode(letters.secret, { contract, customerId }) === code,
  );
  return others.length === 0 ? found?.customerId : undefined;
}
