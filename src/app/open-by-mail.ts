import { asInstant, type Instant } from '../core/instant.ts';
import type { Language } from '../core/message/catalogue.ts';
import type { ComposedMail } from '../core/message/mail-notice.ts';
import {
  type FirstToCall,
  HELD_CAME,
  type HeldCame,
  type HeldMail,
  type HeldWhy,
} from '../core/message/portal/held-mails.ts';
import { type Caller, RIGHTS, ROLES } from './authorise.ts';
import { knownCaller } from './known-caller.ts';
import { bringFiles, keepWaiting, lookedAt } from './mail-files.ts';
import { cleanText, openingText } from './mail-text.ts';
import type { LetterParts } from './notices/letters.ts';
import { loneLetter } from './notices/lone-letter.ts';
import { openIn, readyToOpen } from './open-case.ts';
import type { OpeningAddress } from './opening-address.ts';
import type { AnswerBook, Answers, KnownPerson } from './ports/answers.ts';
import type { EngineTransaction } from './ports/engine.ts';
import type { ReceivedMail } from './ports/mail.ts';
import type { MailFile } from './ports/mail-files.ts';
import type { KeptRefusal, OpeningMail } from './ports/opening-mails.ts';
import type { Reading } from './ports/reading.ts';
import { isEmail } from './text-field.ts';
import { tryLater } from './try-later.ts';

/** What cases are opened by mail with. */
export interface OpeningParts {
  readonly reading: Reading;
  readonly isDemonstration: boolean;
  readonly compose: (mail: HeldMail) => ComposedMail;
  /** Whom a reader may call first, by the plan in force. */
  readonly firstToCall: (
    contract: string,
    caller: Caller | undefined,
    language: Language,
  ) => Promise<FirstToCall | undefined>;
  /** The address of the page on which a case is opened. */
  readonly startUrl: (contract: string) => string;
  /** The address of a held mail's page. */
  readonly mailUrl: (contract: string, mailId: string) => string;
}

interface Parts {
  readonly answers: Answers;
  readonly letters: LetterParts;
  readonly openings: OpeningParts;
}

/** Mails that one contract holds at most; the sender of one more is put off until the desk has read some. */
const HELD_MAX = 1000;
/** Held mails of a contract of which its desk is told by mail within an hour; the page has all. */
const DESK_TOLD_MAX = 5;
/** People of the desk who are told. */
const DESK_PEOPLE_MAX = 20;
/** Held mails in one person's name of which they are told within an hour: whoever forges more is not helped to pester. */
const WRITER_TOLD_MAX = 5;
const HOUR_MS = 3_600_000;
/** Somebody unknown is told once in so long. */
const UNKNOWN_TOLD_MS = 24 * HOUR_MS;
/** As many people of one address as it takes to know that it is not one person's. */
const PEOPLE_MAX = 2;

/**
 * Takes a mail to an address at which cases are opened: opens the case of a customer's own person whose domain vouches
 * for the mail, and holds every other for the desk. What follows is written with the mail itself, so each is taken once.
 */
export async function takeOpening(parts: Parts, address: OpeningAddress, mail: ReceivedMail): Promise<void> {
  const { answers, letters } = parts;
  if (mail.kind !== 'person') {
    const nothing = { ...rowOf(address, mail, undefined), outcome: 'nothing' } as const;
    const bare = { sender: undefined, subject: undefined, text: undefined };
    await answers.transaction((_tx, book) => book.openings.add({ ...nothing, ...bare }));
    return;
  }
  const people = await answers.transaction((_tx, book) => peopleOf(book, address, mail));
  const verdict = await judged(parts, address, mail, people);
  const letter = await letterFor(parts, address, mail, people);
  await answers.transaction(async (tx, book) => {
    const found = 'why' in verdict ? verdict : undefined;
    const row = rowOf(address, mail, people);
    if (!(await book.openings.add({ ...row, outcome: found ? 'held' : 'opened', why: found?.why }))) return;
    const files = lookedAt(mail.files);
    const refusal =
      'why' in verdict ? verdict.refusal : await opens(letters, { tx, book, row, files }, verdict);
    if (!found && !refusal) return;
    const why = found?.why ?? 'refused';
    if (refusal) await book.openings.hold(row, why, refusal);
    await keepWaiting(book, row, files, await tx.now());
    await hold(parts, { tx, book, row, why, address, letter });
  });
}

/** Those of the contract whose address the mail names as its sender's. */
async function peopleOf(
  book: AnswerBook,
  { contract }: OpeningAddress,
  { from }: ReceivedMail,
): Promise<readonly KnownPerson[]> {
  if (from === '') return [];
  const ids = await book.openings.peopleAt(contract, from, PEOPLE_MAX);
  const found = await Promise.all(ids.map((personId) => book.person(contract, personId)));
  return found.filter((one) => one !== undefined);
}

const CUSTOMER_ROLES: readonly string[] = ROLES.filter((role) => RIGHTS[role].party === 'customer');

const customersOf = ({ grants }: KnownPerson): readonly string[] => [
  ...new Set(
    grants.flatMap(({ role, customerId }) => (CUSTOMER_ROLES.includes(role) ? (customerId ?? []) : [])),
  ),
];

type Ready = Exclude<Awaited<ReturnType<typeof readyToOpen>>, { code: unknown }>;
type Verdict =
  | { readonly ready: Ready; readonly writer: KnownPerson; readonly caller: Caller }
  | { readonly why: HeldWhy; readonly refusal: KeptRefusal | undefined };

/** Whether a mail opens its case, as far as can be told before anything is locked. */
async function judged(
  { openings }: Parts,
  { contract, track }: OpeningAddress,
  mail: ReceivedMail,
  people: readonly KnownPerson[],
): Promise<Verdict> {
  const held = (why: HeldWhy, refusal?: KeptRefusal): Verdict => ({ why, refusal });
  const [writer, ...others] = people;
  if (!mail.authenticated) return held('unproved');
  if (!writer) return held('unknown');
  if (others.length > 0) return held('severalPeople');
  const [customer, ...more] = customersOf(writer);
  if (customer === undefined) return held('notCustomer');
  if (more.length > 0) return held('severalCustomers');
  if (track === undefined) return held('noTrack');
  const caller = knownCaller(contract, writer, 'email');
  const opening = { track, customer, text: openingText(mail), occurredAt: mail.receivedAt };
  const ready = await readyToOpen(openings, { caller, onBehalf: false, opening });
  return 'code' in ready ? held('refused', ready) : { ready, writer, caller };
}

/** Opens the case; why it could not be, where that is so. */
async function opens(
  letters: LetterParts,
  { tx, book, row, files }: Pick<Holding, 'tx' | 'book' | 'row'> & { readonly files: readonly MailFile[] },
  { ready, writer, caller }: Extract<Verdict, { ready: unknown }>,
): Promise<KeptRefusal | undefined> {
  const answer = await openIn(tx, ready);
  if (!answer.accepted) return answer.refusal;
  const { contract, receivedAt } = row;
  const { caseId } = answer;
  await book.openings.opened(row, caseId);
  const { person } = writer;
  const key = { contract, caseId };
  await bringFiles(letters, tx, book, { key, caller, writer: { person, caller }, files, receivedAt });
  return undefined;
}

function rowOf(
  { contract, track }: OpeningAddress,
  mail: ReceivedMail,
  people: readonly KnownPerson[] | undefined,
): Omit<OpeningMail, 'outcome'> & { readonly outcome: 'held' } {
  const { id: mailId, receivedAt, kind, authenticated: isProved, from: sender, subject, text } = mail;
  const [only, ...others] = people ?? [];
  return {
    ...{ contract, mailId, receivedAt, kind, isProved, track, sender, subject, text: cleanText(text) },
    personId: others.length === 0 ? only?.person.personId : undefined,
    outcome: 'held',
    why: undefined,
    refusal: undefined,
  };
}

/** A letter to whoever wrote a mail, and how often they may get one. */
interface WriterLetter {
  readonly personId: string;
  readonly address: string;
  readonly letter: ComposedMail;
  readonly toldMax: number;
  readonly withinMs: number;
}

/**
 * To the address on file of whoever has it; to somebody unknown only where their domain vouches for them. Nobody else is
 * told: a mail to a forged address would be sent to a stranger.
 */
async function letterFor(
  { answers, openings }: Parts,
  { contract, contractTitle }: OpeningAddress,
  { from, subject, authenticated: isProved }: ReceivedMail,
  [known]: readonly KnownPerson[],
): Promise<WriterLetter | undefined> {
  const address = known ? known.person.email : from;
  if (address === undefined || !isEmail(address) || (!known && !isProved)) return undefined;
  const language =
    known?.person.language ?? (await answers.transaction((_tx, book) => book.openings.language(contract)));
  const caller = known && knownCaller(contract, known, 'email');
  const letter = openings.compose({
    ...{ kind: 'writer', language, contractTitle, subject, isProved },
    demonstration: openings.isDemonstration,
    startUrl: known && customersOf(known).length > 0 ? openings.startUrl(contract) : undefined,
    call: await openings.firstToCall(contract, caller, language),
  });
  return known
    ? { personId: known.person.personId, address, letter, toldMax: WRITER_TOLD_MAX, withinMs: HOUR_MS }
    : { personId: '', address, letter, toldMax: 1, withinMs: UNKNOWN_TOLD_MS };
}

interface Holding {
  readonly tx: EngineTransaction;
  readonly book: AnswerBook;
  readonly row: OpeningMail;
  readonly why: HeldWhy;
  readonly address: OpeningAddress;
  readonly letter: WriterLetter | undefined;
}

interface Arrival {
  readonly tx: EngineTransaction;
  readonly book: AnswerBook;
  readonly row: OpeningMail & { readonly why: HeldWhy };
  readonly contractTitle: string;
}

/**
 * Has a call or a text wait for the desk, which is told, save of a call that only asked for those on duty; false where more
 * waits than the desk can take.
 */
export async function holdForDesk(
  parts: Pick<Parts, 'letters' | 'openings'>,
  { tx, book, row, contractTitle }: Arrival,
): Promise<boolean> {
  const { contract, why, track } = row;
  await book.openings.lockHeld(contract);
  if ((await book.openings.heldCount(contract)) >= HELD_MAX) return false;
  const isNews = (await book.openings.add(row)) || (why === 'message' && (await book.openings.becomes(row)));
  if (!isNews || why === 'connected') return true;
  const address = { contract, contractTitle, track };
  const desk = await tellsDesk(parts, { book, row, why, address }, await tx.now());
  await book.openings.noteTold(row, { desk, writer: false });
  return true;
}

/** It waits for the desk, which is told, and so is its writer. One at a time, so that no bound is passed by two at once. */
async function hold(parts: Parts, holding: Holding): Promise<void> {
  const { tx, book, row, letter } = holding;
  const { contract } = row;
  await book.openings.lockHeld(contract);
  if ((await book.openings.heldCount(contract)) > HELD_MAX) {
    // Its sender is asked to come again, and nothing of it is kept that would make the next try a repeat.
    throw tryLater('more mails are held than the desk has read');
  }
  const at = await tx.now();
  const writer = letter !== undefined && (await tellsWriter(parts, holding, letter, at));
  const desk = await tellsDesk(parts, holding, at);
  await book.openings.noteTold(row, { desk, writer });
}

async function tellsWriter(
  { letters }: Parts,
  { book, row: { contract, sender = '' } }: Holding,
  { personId, address, letter, toldMax, withinMs }: WriterLetter,
  at: Instant,
): Promise<boolean> {
  const told = await book.openings.writerTold(contract, sender, asInstant(at - withinMs));
  if (told >= toldMax) return false;
  const deliveryId = letters.newId();
  await book.openings.queueLetter(
    loneLetter({ deliveryId, contract, personId, kind: 'opening', address, at, letter }),
  );
  return true;
}

/** How something came in. */
const cameAs = ({ kind }: Pick<OpeningMail, 'kind'>): HeldCame =>
  HELD_CAME.find((came) => came === kind) ?? 'mail';

async function tellsDesk(
  { letters, openings }: Pick<Parts, 'letters' | 'openings'>,
  { book, row, why, address: { contractTitle } }: Pick<Holding, 'book' | 'row' | 'why' | 'address'>,
  at: Instant,
): Promise<boolean> {
  const { contract, mailId, sender: from = '', subject = '' } = row;
  const told = await book.openings.deskTold(contract, asInstant(at - HOUR_MS));
  if (told >= DESK_TOLD_MAX) return false;
  for (const { personId, address, language } of await book.openings.desk(contract, DESK_PEOPLE_MAX)) {
    const letter = openings.compose({
      ...{ kind: 'desk', came: cameAs(row), language, contractTitle, from, subject, why },
      ...{ url: openings.mailUrl(contract, mailId), demonstration: openings.isDemonstration },
    });
    const deliveryId = letters.newId();
    await book.openings.queueLetter(
      loneLetter({ deliveryId, contract, personId, kind: 'opening', address, at, letter }),
    );
  }
  return true;
}
