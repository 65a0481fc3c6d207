import type { CasePapers, NewDelivery, NoticeJob, TakenDelivery } from '../../src/app/ports/engine.ts';
import type { CaseKey, GivenAnswer, RecordedEvent, RefusedCommand } from '../../src/app/ports/store.ts';
import type { CaseState } from '../../src/core/case/state.ts';
import type { Instant } from '../../src/core/instant.ts';
import type { Revision } from '../../src/core/plan/revision/revision.ts';

/** A case's row. */
export interface KeptCase {
  readonly key: CaseKey;
  readonly state: Exclude<CaseState, { status: 'none' }>;
  readonly events: readonly RecordedEvent[];
  readonly said: number;
  readonly head: string;
  readonly nextDueAt: Instant | undefined;
  readonly deadlineJob: string | undefined;
  readonly setAside: string | undefined;
  readonly setAsideBy: string | undefined;
}

/** A job of a queue; `heldUntil` is a claim that has been committed. */
interface Job<T> {
  readonly id: string;
  readonly data: T;
  readonly startAt: number;
  readonly heldUntil?: number;
}

interface KeptDelivery {
  readonly letter: NewDelivery;
  readonly state: TakenDelivery['state'];
  readonly attempts: number;
  readonly reason: string | undefined;
}

export interface DeliveryName {
  readonly contract: string;
  readonly deliveryId: string;
}

/** Everything a database would keep. Rows are replaced, never changed, so that a copy of the maps is a snapshot. */
export interface Tables {
  readonly cases: Map<string, KeptCase>;
  readonly deadlines: Map<string, Job<CaseKey>>;
  readonly notices: Map<string, Job<NoticeJob>>;
  readonly deliveryJobs: Map<string, Job<DeliveryName>>;
  readonly deliveries: Map<string, KeptDelivery>;
  /** Case, event, round, person, kind: what is told once. */
  readonly told: Map<string, string>;
  readonly answers: Map<string, GivenAnswer>;
  readonly refused: Map<string, RefusedCommand>;
  /** Every notice of round 0 that was ever committed, for the checker. */
  readonly toTell: Map<string, NoticeJob>;
}

export const noTables = (): Tables => ({
  cases: new Map(),
  deadlines: new Map(),
  notices: new Map(),
  deliveryJobs: new Map(),
  deliveries: new Map(),
  told: new Map(),
  answers: new Map(),
  refused: new Map(),
  toTell: new Map(),
});

export const copied = (tables: Tables): Tables =>
  Object.fromEntries(
    Object.entries(tables).map(([name, rows]) => [name, new Map(rows as Map<unknown, unknown>)]),
  ) as unknown as Tables;

/** What does not change while a store lives. */
export interface Surroundings {
  readonly revisions: ReadonlyMap<string, Revision>;
  readonly people: CasePapers['people'];
}

export const nameOf = ({ contract, caseId }: CaseKey): string => `${contract}/${caseId}`;

/** Jobs that have started and that nobody holds. */
export const dueOf = <T>(jobs: ReadonlyMap<string, Job<T>>, time: Instant, max: number): readonly Job<T>[] =>
  [...jobs.values()].filter((job) => job.startAt <= time && (job.heldUntil ?? 0) <= time).slice(0, max);
