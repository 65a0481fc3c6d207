import { randomUUID } from 'node:crypto';
import { catalogue } from '../../core/message/catalogue.ts';
import { dialled } from '../../core/plan/asked/telephone.ts';
import { authorise, type Caller, ownershipOf } from '../authorise.ts';
import { giveAnswer, subjectOf } from '../give-answer.ts';
import { loneLetter } from '../notices/lone-letter.ts';
import type { Person } from '../ports/engine.ts';
import type { CaseKey } from '../ports/store.ts';
import type { TelephoneBook } from '../ports/telephone-book.ts';
import { casePin, replacedPin, type Secret } from '../secret.ts';
import { openPart } from '../views/case-view.ts';
import type { TelephoneParts, Within } from './telephone-parts.ts';

/** The PIN of a case now. */
export async function pinIn(
  telephone: Pick<TelephoneBook, 'pinId'>,
  secret: Secret,
  key: CaseKey,
): Promise<string> {
  return pinOf(await telephone.pinId(key), secret, key);
}

const pinOf = (pinId: string | undefined, secret: Secret, key: CaseKey): string =>
  pinId === undefined ? casePin(secret, key) : replacedPin(secret, pinId);

const FIRST = 'first';
const PLACE = /ladder-pin:(first|[0-9a-f-]{36})/g;

/** What stands for the PIN of a case in an answer as it is kept: the PIN itself is there on the way out alone. */
export const pinPlace = async (telephone: Pick<TelephoneBook, 'pinId'>, key: CaseKey): Promise<string> =>
  `ladder-pin:${(await telephone.pinId(key)) ?? FIRST}`;

/** An answer that was kept, with the PIN of the case in it. Only what told of an opening has one. */
export const fillPin = (
  kept: string,
  { secret, key, written }: { secret: Secret; key: CaseKey; written: (pin: string) => string },
): string =>
  kept.replace(PLACE, (_, pinId: string) => written(pinOf(pinId === FIRST ? undefined : pinId, secret, key)));

/** By what its opener is told a PIN that somebody else has replaced, and at which number. */
interface PinTelling {
  readonly name: string;
  readonly means: 'text' | 'call';
  readonly number: string;
}

/** The PIN of a case, as somebody signed in may have to do with it. */
interface PinSight {
  /** Told to whoever acts for its customer, and to nobody else. */
  readonly pin: string | undefined;
  /** Whether it is the desk that replaces it, for a caller. */
  readonly isForCaller: boolean;
  /** Undefined where its opener has no telephone that anything is carried to, or is the one who looks. */
  readonly telling: PinTelling | undefined;
  /** How whoever the desk has opened it for was told the first one; undefined of whoever has mail, which leads to it. */
  readonly first: FirstTold | undefined;
}

/** Without a telling nobody was told: no telephone is on file. */
interface FirstTold {
  readonly name: string;
  readonly telling: PinTelling | undefined;
}

/** What somebody may do with the PIN of a case; undefined of one they see none of. */
export const pinSight = (
  parts: TelephoneParts,
  caller: Caller,
  key: CaseKey,
): Promise<PinSight | undefined> =>
  parts.answers.transaction((tx, book) => sightIn(parts, { tx, book }, caller, key));

async function sightIn(
  { letters }: TelephoneParts,
  { tx, book }: Within,
  caller: Caller,
  key: CaseKey,
): Promise<PinSight | undefined> {
  const at = await tx.now();
  const subject = await subjectOf(tx, key, at);
  if (!subject || subject.state.status === 'none') return undefined;
  const ownership = ownershipOf(subject.state, at);
  const isOwn = authorise(caller, 'ask', ownership, false).allowed;
  const isForCaller = !isOwn && authorise(caller, 'ask', ownership, true).allowed;
  if (!isOwn && !isForCaller) return undefined;
  const { reporter } = openPart(subject.state);
  const known = reporter === caller.personId ? undefined : await book.person(key.contract, reporter);
  const telling = known && tellingOf(known.person, letters.carriers);
  const { name, email } = known?.person ?? {};
  return {
    first: isForCaller && name !== undefined && email === undefined ? { name, telling } : undefined,
    pin: isOwn ? await pinIn(book.telephone, letters.secret, key) : undefined,
    isForCaller,
    telling,
  };
}

/** A text to a mobile telephone; else a call, for an office telephone takes no texts. */
function tellingOf(
  { name, mobile, office }: Person,
  carriers: TelephoneParts['letters']['carriers'],
): PinTelling | undefined {
  if (mobile !== undefined && carriers.includes('text')) return { name, means: 'text', number: mobile };
  const number = mobile ?? office;
  return number !== undefined && carriers.includes('call') ? { name, means: 'call', number } : undefined;
}

type Replaced =
  | { readonly is: 'replaced'; readonly telling: PinTelling | undefined }
  /** The desk told nobody, for there is nobody who could be told. */
  | { readonly is: 'noTelephone' }
  | { readonly is: 'unseen' };

/**
 * Gives a case another PIN: the one before ends at once, and a line that wrong ones have closed is open again. The case
 * has who did it and, of the desk, how they made sure for whom; never the PIN. Its opener is told by their own telephone
 * where somebody else did it: the desk is not told the PIN at all.
 */
export const replacePin = (
  parts: TelephoneParts,
  caller: Caller,
  key: CaseKey,
  /** How the desk made sure who asks. */
  madeSure: string,
): Promise<Replaced> =>
  parts.answers.transaction(async (tx, book) => {
    const sight = await sightIn(parts, { tx, book }, caller, key);
    if (!sight) return { is: 'unseen' };
    const { isForCaller, telling } = sight;
    if (isForCaller && !telling) return { is: 'noTelephone' };
    const language = await book.openings.language(key.contract);
    const { replacedNote } = catalogue(language).telephone.pin;
    const text = isForCaller ? replacedNote.byDesk({ madeSure }) : replacedNote.byCustomer;
    const { personId: by, over } = caller;
    const command = { type: 'addNote', by, over, text, audience: 'customer' } as const;
    const noted = await giveAnswer(tx, { key, caller, command });
    if (!noted.accepted) return { is: 'unseen' };
    const pinId = randomUUID();
    await book.telephone.replacePin(key, pinId);
    if (telling) await tell(parts, { tx, book }, key, { telling, pinId, as: 'told' });
    return { is: 'replaced', telling };
  });

/**
 * Tells the PIN of a case that the desk has just opened to whoever it is for, by the telephone on file, where they have
 * no mail that leads to its page. It is one of its own, as whatever is sent names a PIN and never has it.
 */
export async function tellFirstPin(
  parts: Pick<TelephoneParts, 'letters'>,
  { tx, book }: Within,
  key: CaseKey,
  reporter: string,
): Promise<void> {
  const known = await book.person(key.contract, reporter);
  const telling =
    known?.person.email === undefined ? known && tellingOf(known.person, parts.letters.carriers) : undefined;
  if (!telling) return;
  const pinId = randomUUID();
  await book.telephone.replacePin(key, pinId);
  await tell(parts, { tx, book }, key, { telling, pinId, as: 'toldFirst' });
}

interface Telling {
  readonly telling: PinTelling;
  readonly pinId: string;
  readonly as: 'told' | 'toldFirst';
}

async function tell(
  { letters: { isDemonstration } }: Pick<TelephoneParts, 'letters'>,
  { tx, book }: Within,
  { contract, caseId }: CaseKey,
  { telling: { means, number }, pinId, as }: Telling,
): Promise<void> {
  const at = await tx.now();
  const subject = await subjectOf(tx, { contract, caseId }, at);
  const personId = subject?.open.reporter ?? '';
  const known = await book.person(contract, personId);
  const language = known?.person.language ?? (await book.openings.language(contract));
  const { mail, telephone } = catalogue(language);
  const said = telephone.pin[as][means]({ caseId, pin: `ladder-pin:${pinId}` });
  const banner = isDemonstration ? [mail.demonstration] : [];
  const letter = {
    subject: telephone.pin[as].subject({ caseId }),
    text: [...banner, ...said].join(means === 'call' ? '\n' : ' '),
    html: '',
  };
  const deliveryId = randomUUID();
  await book.openings.queueLetter(
    loneLetter({
      deliveryId,
      contract,
      personId,
      kind: 'opening',
      at,
      letter,
      address: dialled(number),
      means,
    }),
  );
}
