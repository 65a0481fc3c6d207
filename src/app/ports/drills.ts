import type { DrillEvent } from '../../core/drill/event.ts';
import type { OtherDrill } from '../../core/drill/limits.ts';
import type { DrillState, LiveDrill } from '../../core/drill/state.ts';
import type { Instant } from '../../core/instant.ts';
import type { Revision } from '../../core/plan/revision/revision.ts';
import type { ChainChange, LockedChain } from './chains.ts';
import type { Person } from './engine.ts';
import type { CaseKey } from './store.ts';

/** A level reached for practice, by its number in its contract, from 1. */
export interface DrillKey {
  readonly contract: string;
  readonly drill: number;
}

/** Before the number of a drill, where it stands in the record among cases: no case is called so. */
const MARK = 'drill:';

/** A drill's name in the record, in queues and beside letters, where cases have theirs. */
export const drillRecordKey = ({
  contract,
  drill,
}: {
  readonly contract: string;
  readonly drill: number | string;
}): CaseKey => ({ contract, caseId: `${MARK}${drill}` });

/** The drill that a name in the record means; undefined where it is none. */
export const drillIn = ({ contract, caseId }: CaseKey): DrillKey | undefined =>
  caseId.startsWith(MARK) ? { contract, drill: Number(caseId.slice(MARK.length)) } : undefined;

type LockedDrill = LockedChain<DrillKey, DrillState>;
type DrillChange = ChainChange<DrillKey, DrillState, LiveDrill, DrillEvent>;

/** What of a contract matters to a drill that begins now. */
export interface DrillGround {
  readonly timeZone: string;
  /** The plan in force, as it is lived today. */
  readonly rules: Revision | undefined;
  /** Who fills the seats today, and who keeps accounts, by the id of the seat or their own. */
  readonly people: ReadonlyMap<string, { readonly personId: string }>;
  /** Of each customer who stands in the directories. */
  readonly directories: readonly Readonly<Record<string, string>>[];
  readonly others: readonly (OtherDrill & { readonly drill: number })[];
}

/** What a transaction does for drills. */
export interface DrillsTransaction {
  /** Drills of these contracts come one after another from here on. */
  serialise(contracts: readonly string[]): Promise<void>;
  /** The number of the next one. */
  next(contract: string): Promise<number>;
  lock(keys: readonly DrillKey[]): Promise<readonly LockedDrill[]>;
  record(changes: readonly DrillChange[]): Promise<void>;
  /** `since`: those that have begun before it matter no more. */
  ground(contract: string, since: Instant): Promise<DrillGround>;
  /** The papers of drills, each in the place of its key. */
  papers(keys: readonly DrillKey[]): Promise<readonly DrillPapers[]>;
}

/** A drill as whoever writes of it needs it. */
export interface DrillPapers {
  readonly contractTitle: string;
  readonly timeZone: string;
  /** In order, the first has number 1. */
  readonly events: readonly DrillEvent[];
  /** Everybody who was asked, and who planned it, by id. */
  readonly people: ReadonlyMap<string, Person>;
  readonly managers: readonly Person[];
  readonly oversight: readonly Person[];
}

/** A drill as a list shows it. */
export interface ListedDrill extends DrillKey {
  readonly state: LiveDrill;
}

/** Questions about drills that change nothing. */
export interface DrillReading {
  /** Newest first. */
  list(
    contract: string,
    page: { readonly before: number | undefined; readonly max: number },
  ): Promise<readonly ListedDrill[]>;
  /** Those that are still to begin, the next first. */
  planned(contract: string): Promise<readonly ListedDrill[]>;
  one(key: DrillKey): Promise<(ListedDrill & { readonly events: readonly DrillEvent[] }) | undefined>;
  /** Of each level the last one that has ended. */
  last(contract: string): Promise<readonly ListedDrill[]>;
}
