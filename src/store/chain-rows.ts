import { chainStart } from '../app/ports/chain-start.ts';
import type { ChainChange, LockedChain } from '../app/ports/chains.ts';
import type { CaseKey } from '../app/ports/store.ts';
import { asInstant, formatInstant } from '../core/instant.ts';
import type { Written } from './chain-deadlines.ts';
import type { Queues } from './queues.ts';

/** The columns that the table of each kind of chain has. */
export interface ChainRow<State> {
  readonly state: State;
  readonly events: number;
  readonly head: string;
  readonly next_due_at: number | null;
  readonly deadline_job: string | null;
}

/** A row that was locked; without one, what has not begun. */
export const lockedFrom = <Key, State>(
  { key, recordKey, none }: { readonly key: Key; readonly recordKey: CaseKey; readonly none: State },
  row: ChainRow<State> | undefined,
): LockedChain<Key, State> => ({
  key,
  state: row?.state ?? none,
  events: row?.events ?? 0,
  head: row?.head ?? chainStart(recordKey),
  nextDueAt: row?.next_due_at == null ? undefined : asInstant(row.next_due_at),
  deadlineJob: row?.deadline_job ?? undefined,
});

/** What those columns are after a change. */
export const chainColumns = <C extends ChainChange<unknown, unknown, unknown, unknown>>({
  change: { before, state, events, deadlines, nextDueAt },
  job,
}: Written<C>) => ({
  events: before.events + events.length,
  head: events.at(-1)?.digest ?? before.head,
  state: JSON.stringify(state),
  deadlines: JSON.stringify(deadlines),
  next_due_at: nextDueAt === undefined ? null : formatInstant(nextDueAt),
  deadline_job: job,
});

/** Queues a notice for each change of which somebody is to be told. */
export const queueNotices = <C extends ChainChange<unknown, unknown, unknown, unknown>>(
  queues: Queues,
  changes: readonly C[],
  keyOf: (change: C) => CaseKey,
): Promise<void> =>
  queues.addNotices(
    changes
      .filter(({ tells }) => tells)
      .map((change) => ({
        ...keyOf(change),
        from: change.before.events + 1,
        to: change.before.events + change.events.length,
        round: 0,
      })),
  );
