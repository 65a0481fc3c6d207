import type { FillingEvent } from '../../core/seat/event.ts';
import type { FillingState, LiveFilling } from '../../core/seat/state.ts';
import type { ChainChange, LockedChain } from './chains.ts';
import type { Person } from './engine.ts';
import type { CaseKey } from './store.ts';

/** Who was put into a seat while a plan was in force, by its number in its contract, from 1. */
export interface FillingKey {
  readonly contract: string;
  readonly filling: number;
}

/** Before the number of a filling, where it stands in the record among cases: no case is called so. */
const MARK = 'seat-filling:';

/** A filling's name in the record, in queues and beside letters, where cases have theirs. */
export const fillingRecordKey = ({
  contract,
  filling,
}: {
  readonly contract: string;
  readonly filling: number | string;
}): CaseKey => ({ contract, caseId: `${MARK}${filling}` });

/** The filling that a name in the record means; undefined where it is none. */
export const fillingIn = ({ contract, caseId }: CaseKey): FillingKey | undefined =>
  caseId.startsWith(MARK) ? { contract, filling: Number(caseId.slice(MARK.length)) } : undefined;

type LockedFilling = LockedChain<FillingKey, FillingState>;
type FillingChange = ChainChange<FillingKey, FillingState, LiveFilling, FillingEvent>;

/** A filling as whoever writes of it needs it. */
export interface FillingPapers {
  readonly contractTitle: string;
  readonly timeZone: string;
  /** What the seat is called in the plan in force. */
  readonly seatTitle: string;
  /** In order, the first has number 1; typed texts are in their places unless erased. */
  readonly events: readonly FillingEvent[];
  readonly people: ReadonlyMap<string, Person>;
  readonly managers: readonly Person[];
  readonly oversight: readonly Person[];
  /** From which the link by which it is held up is computed. */
  readonly holdId: string;
}

/** What a transaction does for who fills seats. */
export interface FillingsTransaction {
  /** The number of the next one; the contract is locked by whoever asks. */
  next(contract: string): Promise<number>;
  /** The last one of a seat that was not refused or replaced. */
  current(contract: string, seat: string): Promise<FillingKey | undefined>;
  byHold(holdHash: string): Promise<FillingKey | undefined>;
  lock(keys: readonly FillingKey[]): Promise<readonly LockedFilling[]>;
  record(changes: readonly FillingChange[]): Promise<void>;
  /** Keeps by which link the former holder holds it up; the hash is hex. */
  keepHold(key: FillingKey, holdId: string, holdHash: string): Promise<void>;
  /** The papers of fillings, each in the place of its key. */
  papers(keys: readonly FillingKey[]): Promise<readonly FillingPapers[]>;
}

/** A filling as a list shows it. */
export interface ListedFilling extends FillingKey {
  readonly state: LiveFilling;
}

/** Questions about who fills seats that change nothing. */
export interface FillingReading {
  /** Newest first; those of one seat alone where it is named. */
  list(
    contract: string,
    page: { readonly before: number | undefined; readonly max: number; readonly seat?: string | undefined },
  ): Promise<readonly ListedFilling[]>;
  one(key: FillingKey): Promise<(ListedFilling & { readonly events: readonly FillingEvent[] }) | undefined>;
  /** Of each seat what holds of it today: agreed to, waiting for it, or held up. */
  current(contract: string): Promise<ReadonlyMap<string, ListedFilling>>;
}
