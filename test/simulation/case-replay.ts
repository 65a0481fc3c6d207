import type { Command } from '../../src/core/case/command.ts';
import type { CaseEvent } from '../../src/core/case/event.ts';
import { evolve } from '../../src/core/case/evolve.ts';
import { type CaseState, initial } from '../../src/core/case/state.ts';
import type { Instant } from '../../src/core/instant.ts';
import { asLine, comingLines, deadlineLines } from '../case/agreement.ts';
import { type Reply, tell } from '../case/naive.ts';
import type { Memory } from '../case/naive-state.ts';

/** A command that was answered with a yes: whole, with the numbers of the events it brought. */
export interface Accepted {
  readonly from: number;
  readonly to: number;
  readonly command: Command;
}

/** How many things that are wrong with one case are worth printing. */
const PROBLEMS_MAX = 5;

/**
 * Holds the record of one case against the naive model: every answered command must be in it, once and with what the
 * rules make of it, and between the commands there may stand nothing but what time itself has brought.
 *
 * The instants must be whole minutes, for the model walks in these.
 */
export class CaseReplay {
  readonly problems: string[] = [];
  memory: Memory | undefined;
  state: CaseState = initial;
  /** The model itself does not know; nothing is compared from there on. */
  isUnsure = false;
  readonly #name: string;
  #taken = 0;

  constructor(name: string) {
    this.#name = name;
  }

  /** Takes the events that have come since, with the commands that brought some of them. */
  take(events: readonly CaseEvent[], accepted: readonly Accepted[]): void {
    const commands = [...accepted].sort((a, b) => a.from - b.from || a.to - b.to);
    for (const { from, to, command } of commands) {
      this.#timePasses(events.slice(this.#taken, from - 1));
      if (from !== this.#taken + 1 || to > events.length) {
        this.#wrong(`${command.type} was answered with events ${from} to ${to} after ${this.#taken}`);
        return;
      }
      this.#compare(command, events.slice(from - 1, to), true);
    }
    this.#timePasses(events.slice(this.#taken));
  }

  /** Until `at` nothing else may have happened, and what will happen is agreed on. */
  finish(at: Instant): void {
    if (!this.memory || this.isUnsure || this.problems.length > 0) return;
    this.#compare(timeIs(at), [], true);
    if (!this.memory || this.isUnsure) return;
    this.#compareLines('deadlines', deadlineLines(this.state), comingLines(this.memory));
  }

  /** Decisions of Ladder itself: what fell due, and what carriers said, which no clock hears. */
  #timePasses(events: readonly CaseEvent[]): void {
    for (let from = 0; from < events.length; ) {
      const { at } = events[from]!;
      let to = from;
      while (events[to]?.at === at) to += 1;
      this.#compare(timeIs(at), events.slice(from, to), false);
      from = to;
    }
  }

  #compare(command: Command, events: readonly CaseEvent[], withCarriers: boolean): void {
    this.#taken += events.length;
    for (const event of events) this.state = evolve(this.state, event);
    if (this.isUnsure) return;
    const reply = tell(this.memory, command);
    this.isUnsure = reply.verdict === 'unsure';
    if (this.isUnsure) return;
    if (reply.verdict !== 'accepted') {
      this.#wrong(`${command.type} accepted, but: ${because(reply)}`);
      return;
    }
    const found = events.filter((event) => withCarriers || !OF_LADDER.has(event.type));
    this.#compareLines(command.type, found.map(asLine), reply.news.map(asLine));
    this.memory = reply.memory;
  }

  #compareLines(about: string, found: readonly string[], expected: readonly string[]): void {
    const surplus = without(found, expected);
    const missing = without(expected, found);
    if (surplus.length > 0) this.#wrong(`${about}: not expected: ${surplus.join('; ')}`);
    if (missing.length > 0) this.#wrong(`${about}: missing: ${missing.join('; ')}`);
  }

  #wrong(what: string): void {
    if (this.problems.length < PROBLEMS_MAX) {
      this.problems.push(`case ${this.#name}, event ${this.#taken}: ${what}`);
    }
  }
}

/** What no clock hears and nobody asked for. */
const OF_LADDER: ReadonlySet<CaseEvent['type']> = new Set(['DeliveryRecorded', 'ReachingEnded']);

const because = (reply: Reply): string => ('because' in reply ? reply.because : '');

const timeIs = (at: Instant): Command => ({
  type: 'deadlineDue',
  at,
  occurredAt: at,
  actor: 'contractor',
  by: 'ladder',
});

/** What is in `some` more often than in `others`. */
function without(some: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return some.filter((one) => {
    const index = left.indexOf(one);
    if (index !== -1) left.splice(index, 1);
    return index === -1;
  });
}
