import type { Instant } from '../instant.ts';
import { type Deadline, deadlines } from './deadlines.ts';
import { deadlineName } from './deadlines-by-name.ts';
import type { CaseEvent } from './event.ts';
import type { CaseState, OpenState } from './state.ts';

/** How a clock came to its end: its deadline fell, what it waited for came, or it was counted anew. */
export type ClockEnd = 'fell' | 'kept' | 'void' | 'stopped' | 'moved';

/** One run of one clock of a case, with what is known of it besides. */
export interface ClockRun<Known> {
  /** As the case names the deadline: `step/2`. */
  readonly name: string;
  readonly dueAt: Instant;
  /** The event with which it began. */
  readonly begunBy: number;
  /** Undefined while it runs. */
  readonly ended: { readonly how: ClockEnd; readonly by: number; readonly event: CaseEvent } | undefined;
  readonly known: Known;
}

type Running<Known> = { -readonly [K in keyof ClockRun<Known>]: ClockRun<Known>[K] };

/** Asked once of each run, as it begins: what there is to know of its deadline, and undefined for a run to be left out. */
type Know<Known> = (state: OpenState, deadline: Deadline, begunBy: number) => Known | undefined;

/**
 * Every run of every clock of a case, out of its events one after another: the clocks of steps and promises, of a step
 * to be passed on, and of the longest pause.
 *
 * What changes within one decision is no run of its own, unless the record names how it ended: a step that fell due and
 * was taken while no machine was awake has run all the same.
 */
export class ClockHistory<Known> {
  readonly #know: Know<Known>;
  readonly #runs: Running<Known>[] = [];
  /** As of the last decision that is over; undefined where a run is left out. */
  #live = new Map<string, { readonly dueAt: Instant; readonly run: Running<Known> | undefined }>();
  /** Within the decision that goes on: where a clock was first other than before, and where a new one began. */
  #touched = new Map<string, { readonly by: number; readonly event: CaseEvent }>();
  #born = new Map<string, Born>();
  #at: Instant | undefined;
  #state: CaseState = { status: 'none' };

  constructor(know: Know<Known>) {
    this.#know = know;
  }

  /** The next event, by its number, and the state that it leads to. */
  take(event: CaseEvent, number: number, after: CaseState): void {
    if (event.at !== this.#at) this.#settle();
    this.#at = event.at;
    this.#end(event, number);
    const now = clocksOf(after);
    for (const [name, { dueAt }] of this.#live)
      if (now.get(name)?.dueAt !== dueAt && !this.#touched.has(name))
        this.#touched.set(name, { by: number, event });
    for (const [name, deadline] of now) {
      if (this.#born.get(name)?.deadline.dueAt === deadline.dueAt || after.status !== 'open') continue;
      this.#born.set(name, { deadline, by: number, state: after });
    }
    this.#state = after;
  }

  /** All runs in the order in which they began; what runs on has no end. */
  runs(): readonly ClockRun<Known>[] {
    this.#settle();
    return this.#runs;
  }

  /** An event that names a clock ends it, also one that only this decision began. */
  #end(event: CaseEvent, number: number): void {
    const ended = endOf(event);
    if (!ended) return;
    const { name, how } = ended;
    const born = this.#born.get(name);
    const live = this.#live.get(name);
    // The command itself has put the deadline where it fell: the run before was counted anew.
    const isAnew =
      live !== undefined &&
      ended.dueAt !== undefined &&
      ended.dueAt !== live.dueAt &&
      ended.dueAt === born?.deadline.dueAt;
    const touched = this.#touched.get(name);
    if (isAnew && live.run && touched) live.run.ended = { how: 'moved', ...touched };
    const run = live && !isAnew ? live.run : born && this.#begin(name, born);
    if (run) run.ended = { how, by: number, event };
    this.#live.delete(name);
    this.#born.delete(name);
  }

  #settle(): void {
    const now = clocksOf(this.#state);
    for (const [name, { dueAt, run }] of [...this.#live]) {
      const deadline = now.get(name);
      if (deadline?.dueAt === dueAt) continue;
      const touched = this.#touched.get(name);
      if (run && touched) run.ended = { how: deadline ? 'moved' : 'stopped', ...touched };
      this.#live.delete(name);
    }
    for (const [name, { dueAt }] of now) {
      const born = this.#born.get(name);
      if (this.#live.has(name) || !born) continue;
      this.#live.set(name, { dueAt, run: this.#begin(name, born) });
    }
    this.#touched = new Map();
    this.#born = new Map();
  }

  #begin(name: string, { deadline, by, state }: Born): Running<Known> | undefined {
    const known = this.#know(state, deadline, by);
    if (known === undefined) return undefined;
    const run: Running<Known> = { name, dueAt: deadline.dueAt, begunBy: by, ended: undefined, known };
    this.#runs.push(run);
    return run;
  }
}

/** Where a clock began within a decision, and the state that it began in. */
interface Born {
  readonly deadline: Deadline;
  readonly by: number;
  readonly state: OpenState;
}

/** Warnings and reminders speak of other clocks, and are none themselves. */
const CLOCKS: ReadonlySet<Deadline['kind']> = new Set(['step', 'promise', 'pass', 'pauseEnd']);

const clocksOf = (state: CaseState): ReadonlyMap<string, Deadline> =>
  new Map(
    deadlines(state).flatMap((one) => (CLOCKS.has(one.kind) ? [[deadlineName(one), one] as const] : [])),
  );

interface NamedEnd {
  readonly name: string;
  readonly how: ClockEnd;
  /** Of a deadline that was reached: as it was computed. */
  readonly dueAt?: Instant;
}

/** The clock that an event names as over, and how it ended. */
function endOf(event: CaseEvent): NamedEnd | undefined {
  switch (event.type) {
    case 'StepFellDue':
      return { name: `step/${event.level}`, how: 'fell', dueAt: event.computedDueAt ?? event.dueAt };
    case 'StepPassed':
      return { name: `pass/${event.level}`, how: 'fell', dueAt: event.computedDueAt ?? event.dueAt };
    case 'Resumed':
      return event.dueAt === undefined ? undefined : { name: 'pauseEnd', how: 'fell' };
    case 'PromiseMissed':
      return { name: `promise/${event.promise}`, how: 'fell', dueAt: event.computedDueAt ?? event.dueAt };
    case 'PromiseKept':
      return { name: `promise/${event.promise}`, how: 'kept' };
    case 'PromiseVoid':
      return { name: `promise/${event.promise}`, how: 'void' };
    default:
      return undefined;
  }
}
