import { asInstant, type Instant } from '../core/instant.ts';
import { plainEvent } from '../core/plain-event.ts';
import type { ChainChange, LockedChain } from './ports/chains.ts';
import { chainOf } from './record.ts';

/** An obligation or an attestation while the commands of a batch are decided on it, one after the other. */
export interface RunningChain<Key, State, Event> {
  readonly before: LockedChain<Key, State>;
  state: State;
  readonly events: Event[];
  /** Its deadline's job is being acted on. */
  jobTaken: boolean;
}

/** All of a batch, found by their keys; every one that is asked for was locked. */
export class RunningChains<Key, State, Event> {
  readonly #nameOf: (key: Key) => string;
  readonly #running: ReadonlyMap<string, RunningChain<Key, State, Event>>;

  constructor(
    locked: readonly LockedChain<Key, State>[],
    taken: readonly Key[],
    nameOf: (key: Key) => string,
  ) {
    this.#nameOf = nameOf;
    this.#running = new Map(
      locked.map((before) => [
        nameOf(before.key),
        { before, state: before.state, events: [], jobTaken: false },
      ]),
    );
    for (const key of taken) this.of(key).jobTaken = true;
  }

  of(key: Key): RunningChain<Key, State, Event> {
    const found = this.#running.get(this.#nameOf(key));
    if (!found) throw new Error(`not locked: ${this.#nameOf(key)}`);
    return found;
  }

  all(): readonly RunningChain<Key, State, Event>[] {
    return [...this.#running.values()];
  }
}

/** What is written of it in any case: its new events chained to those before, and when it is due next. */
export function changeOfChain<Key, State, Event extends object>(
  { before, events, jobTaken }: RunningChain<Key, State, Event>,
  deadlines: Readonly<Record<string, Instant>>,
): Omit<ChainChange<Key, State, State, Event>, 'state' | 'tells'> {
  const instants = Object.values(deadlines);
  const nextDueAt = instants.length === 0 ? undefined : asInstant(Math.min(...instants));
  return {
    before,
    events: chainOf({ head: before.head, number: before.events }, events, plainEvent),
    deadlines,
    nextDueAt,
    renewJob: jobTaken || nextDueAt !== before.nextDueAt,
  };
}
