import type { Instant } from '../core/instant.ts';
import type { Revision } from '../core/plan/revision/revision.ts';
import { type Caller, RIGHTS } from './authorise.ts';
import { type Answer, handleIn } from './handle.ts';
import type { ListedCustomer, Reading } from './ports/reading.ts';
import type { AnswerKey, Store, Transaction } from './ports/store.ts';

/** A case somebody wants opened. */
interface CaseOpening {
  readonly track: string;
  readonly customer?: string | undefined;
  readonly reporter?: string | undefined;
  readonly text?: string | undefined;
  readonly references?: readonly string[] | undefined;
  readonly automatic?: boolean | undefined;
  readonly practice?: boolean | undefined;
  readonly statedAt?: Instant | undefined;
  /** When it was received, where somebody held it for Ladder. */
  readonly occurredAt?: Instant | undefined;
}

/** Why nothing can be opened, before a case is asked. */
interface OpeningRefusals {
  'customer-not-named': { customers: readonly string[] };
  'customer-not-found': { customer: string };
  'reporter-not-named': { customer: string };
  'reporter-not-found': { reporter: string; customer: string };
  'revision-not-published': { contract: string };
}

type OpeningRefusal = {
  [C in keyof OpeningRefusals]: { readonly code: C; readonly values: OpeningRefusals[C] };
}[keyof OpeningRefusals];

export type Opened =
  | Answer
  | { readonly accepted: false; readonly caseId?: never; readonly refusal: OpeningRefusal };

export interface OpenCaseParts {
  readonly store: Store;
  readonly reading: Reading;
  /** A demonstration opens on a draft, where nothing is published. */
  readonly isDemonstration: boolean;
}

export interface Asked {
  readonly caller: Caller;
  readonly onBehalf: boolean;
  readonly opening: CaseOpening;
  readonly answerKey?: AnswerKey | undefined;
}

/** A case that can be opened: everything that is known of it before anything is locked. */
interface ReadyToOpen {
  readonly asked: Asked;
  readonly customer: ListedCustomer;
  readonly revision: Revision;
}

/**
 * Opens a case on the published revision of the caller's contract, with today's account people in its directory.
 *
 * A repeat under the same key finds the case it opened the first time.
 */
export async function openCase(parts: OpenCaseParts, asked: Asked): Promise<Opened> {
  const ready = await readyToOpen(parts, asked);
  if ('code' in ready) return { accepted: false, refusal: ready };
  return parts.store.transaction((tx) => openIn(tx, ready));
}

/** What a case is opened with, or why it cannot be. Asked outside of transactions: it reads on connections of its own. */
export async function readyToOpen(
  parts: Omit<OpenCaseParts, 'store'>,
  asked: Asked,
): Promise<ReadyToOpen | OpeningRefusal> {
  const { caller, opening } = asked;
  const { contract } = caller;
  const customer = await customerFor(parts.reading, caller, opening.customer);
  if ('code' in customer) return customer;
  const absent = await reporterProblem(parts.reading, asked, customer.customerId);
  if (absent) return absent;
  const revision = await openingRevision(parts, contract);
  if (!revision) return { code: 'revision-not-published', values: { contract } };
  return { asked, customer, revision };
}

/** Opens it on the road, inside a transaction that may do more. */
export const openIn = async (tx: Transaction, ready: ReadyToOpen): Promise<Answer> =>
  (await openNewIn(tx, ready)).answer;

/** The same, and whether the case is one that a repeat finds as it was opened the first time. */
export async function openNewIn(
  tx: Transaction,
  { asked, customer, revision }: ReadyToOpen,
): Promise<{ readonly answer: Answer; readonly isNew: boolean }> {
  const { caller, opening, onBehalf, answerKey } = asked;
  const { contract, personId: by, over } = caller;
  const { customer: _named, ...rest } = opening;
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const { accounts: directory, customerId } = customer;
  const caseId = await tx.newCaseId();
  const command = { ...given, track: opening.track, type: 'open', by, over, caseId, revision } as const;
  const [answer] = await handleIn(tx, [
    {
      key: { contract, caseId },
      command: { ...command, customer: customerId, directory },
      caller,
      onBehalf,
      ...(answerKey && { answerKey }),
    },
  ]);
  if (!answer) throw new Error('one request has one answer');
  return { answer, isNew: answer.caseId === caseId };
}

/** The customer a case is opened for: named, or the only one the caller belongs to; one out of sight is not found. */
async function customerFor(
  reading: Reading,
  caller: Caller,
  named: string | undefined,
): Promise<ListedCustomer | OpeningRefusal> {
  const own = [...new Set(caller.grants.flatMap(({ customerId }) => customerId ?? []))];
  const customerId = named ?? (own.length === 1 ? own[0] : undefined);
  if (customerId === undefined) return { code: 'customer-not-named', values: { customers: own } };
  const found = await reading.customer(caller.contract, customerId);
  const seen =
    found !== undefined &&
    caller.grants.some(({ role }) => {
      const { sees } = RIGHTS[role];
      return (
        sees === 'contract' || (sees === 'account' && Object.values(found.accounts).includes(caller.personId))
      );
    });
  if (found && (seen || own.includes(customerId))) return found;
  return { code: 'customer-not-found', values: { customer: customerId } };
}

async function reporterProblem(
  reading: Reading,
  { caller, opening: { reporter }, onBehalf }: Asked,
  customer: string,
): Promise<OpeningRefusal | undefined> {
  if (reporter === undefined) {
    return onBehalf ? { code: 'reporter-not-named', values: { customer } } : undefined;
  }
  if (await reading.isOfCustomer(caller.contract, customer, reporter)) return undefined;
  return { code: 'reporter-not-found', values: { reporter, customer } };
}

/** The rules that a case is opened on now; undefined where there are none. */
export async function openingRevision(
  { reading, isDemonstration }: Omit<OpenCaseParts, 'store'>,
  contract: string,
): Promise<Revision | undefined> {
  const known = await reading.revisions(contract);
  const found =
    known.find(({ state }) => state === 'published') ??
    (isDemonstration ? known.find(({ state }) => state === 'draft' || state === 'agreed') : undefined);
  return found && reading.rules(contract, found.number);
}
