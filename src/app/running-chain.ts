import { asInstant, type Instant } from '../core/instant.ts';
import { plainEvent } from '../core/plain-event.ts';
import type { Party } from '../core/plan/format/schema-values.ts';
import type { ChainChange, LockedChain } from './ports/chains.ts';
import type { CaseKey, RefusedCommand } from './ports/store.ts';
import { chainOf } from './record.ts';

/**
 * What has a chain of its own beside the cases (an obligation, an attestation, a report, a filling, a drill) while the
 * commands of a batch are decided on it, one after the other.
 */
export interface RunningChain<Key, State, Event> {
  readonly before: LockedChain<Key, State>;
  state: State;
  readonly events: Event[];
  /** Its deadline's job is being acted on. */
  jobTaken: boolean;
}

/** A key as it is, and nothing that happens to stand beside it. */
type Bare<Key> = (key: Key) => Key;

const nameOf = (key: object): string => Object.values(key).join('/');

/** Each key once, in the order in which they first come. */
export const distinctKeys = <Key extends object>(keys: readonly Key[], bare: Bare<Key>): readonly Key[] => [
  ...new Map(keys.map(bare).map((key) => [nameOf(key), key])).values(),
];

/** All of a batch, found by their keys; every one that is asked for was locked. */
export class RunningChains<Key extends object, State, Event> {
  readonly #bare: Bare<Key>;
  readonly #running: ReadonlyMap<string, RunningChain<Key, State, Event>>;

  constructor(locked: readonly LockedChain<Key, State>[], taken: readonly Key[], bare: Bare<Key>) {
    this.#bare = bare;
    this.#running = new Map(
      locked.map((before) => [
        nameOf(bare(before.key)),
        { before, state: before.state, events: [], jobTaken: false },
      ]),
    );
    for (const key of taken) this.of(key).jobTaken = true;
  }

  of(key: Key): RunningChain<Key, State, Event> {
    const name = nameOf(this.#bare(key));
    const found = this.#running.get(name);
    if (!found) throw new Error(`not locked: ${name}`);
    return found;
  }

  all(): readonly RunningChain<Key, State, Event>[] {
    return [...this.#running.values()];
  }
}

/** A state of something that has begun, and of what has not. */
type Standing = { readonly status: 'none' } | { readonly status: string; readonly lastAt: Instant };
type Live<State> = Exclude<State, { readonly status: 'none' }>;

/** A command before the road has said when it is, whose move it is, and what is known beside it. */
export type OnItsWay<Command, Given extends PropertyKey> = Command extends unknown
  ? Omit<Command, Given>
  : never;

/** What the road answers. */
export type ChainAnswer<State, Refusal> =
  | {
      readonly accepted: true;
      readonly state: State;
      /** Of a deadline acted on: how late that was. */
      readonly latenessMs?: number;
    }
  | { readonly accepted: false; readonly refusal: Refusal };

type ChainDecision<State, Event, Refusal> =
  | { readonly accepted: true; readonly state: State; readonly events: readonly Event[] }
  | { readonly accepted: false; readonly refusal: Refusal };

/**
 * Lets one command of a batch be decided at its instant, which is never before the last event, and has what it meets stand
 * as it then does.
 */
export function decideOn<Key, State extends Standing, Event extends object, Refusal, Given extends Typed>(
  running: RunningChain<Key, State, Event>,
  given: Given,
  now: Instant,
  decide: (state: State, command: Given & Timed) => ChainDecision<State, Event, Refusal>,
): ChainAnswer<State, Refusal> {
  const at = instantFor(running.state, now);
  const decision = decide(running.state, { ...given, at, occurredAt: at });
  if (!decision.accepted) return decision;
  running.state = decision.state;
  running.events.push(...decision.events);
  const late = decision.events.flatMap((event) =>
    'latenessMs' in event && typeof event.latenessMs === 'number' ? [event.latenessMs] : [],
  );
  return {
    ...{ accepted: true, state: decision.state },
    ...(given.type === 'deadlineDue' && late.length > 0 && { latenessMs: Math.max(...late) }),
  };
}

/** The instant of a command that comes now. */
export const instantFor = (state: Standing, now: Instant): Instant =>
  asInstant('lastAt' in state ? Math.max(now, state.lastAt) : now);

interface Typed {
  readonly type: string;
}

interface Timed {
  readonly at: Instant;
  readonly occurredAt: Instant;
}

interface Refused {
  readonly key: CaseKey;
  readonly at: Instant;
  readonly actor: Party | 'unknown';
  readonly command: Pick<RefusedCommand, 'by'> & Typed & { readonly over?: string | undefined };
  readonly code: string;
}

/** A command that was refused, as it is kept. */
export const refusedLine = ({ command: { type, by, over }, ...rest }: Refused): RefusedCommand => ({
  ...rest,
  ...{ command: type, by, over },
});

type Written<Key, State, Event> = ChainChange<Key, State, Live<State> & State, Event>;

/**
 * What is written of a batch: of each that has changed or whose job was taken its new events, chained to those before,
 * and when it is due next. `told` says what else is to be known of it.
 */
export function changesOf<Key extends object, State extends Standing, Event extends object, More>(
  chains: RunningChains<Key, State, Event>,
  told: (
    state: Live<State> & State,
    events: readonly Event[],
  ) => More & { readonly deadlines: Readonly<Record<string, Instant>>; readonly tells: boolean },
): readonly (Written<Key, State, Event> & More)[] {
  return chains.all().flatMap(({ before, state, events, jobTaken }) => {
    if (state.status === 'none' || (events.length === 0 && !jobTaken)) return [];
    const live = state as Live<State> & State;
    const more = told(live, events);
    const instants = Object.values(more.deadlines);
    const nextDueAt = instants.length === 0 ? undefined : asInstant(Math.min(...instants));
    return [
      {
        ...more,
        ...{ before, state: live, nextDueAt },
        events: chainOf({ head: before.head, number: before.events }, events, plainEvent),
        renewJob: jobTaken || nextDueAt !== before.nextDueAt,
      },
    ];
  });
}
