import type { CaseEvent, EventType } from '../case/event.ts';
import type { CaseRefusal, CaseRefusals } from '../case/refusal.ts';
import type { WaitingFor, WaitingKind } from '../case/waiting-for.ts';
import type { Instant } from '../instant.ts';
import type { Revision } from '../plan/revision/revision.ts';
import { type Clocks, clocksOf } from './clocks.ts';

/** What a sentence about a case may look up: the plan's own words, and whose clocks instants are said on. */
export interface CaseContext extends Pick<Revision, 'levels' | 'tracks' | 'seats'> {
  readonly timeZone: Clocks;
  /** The name of a person of today, where the reader may be told; their id stands there otherwise. */
  readonly nameOf?: (person: string) => string | undefined;
}

/** What sentences look up for a reader who may have asked for another zone beside the contract's. */
export const contextFor = <R extends { readonly timeZone: string }>(
  revision: R,
  readerZone: string | undefined,
): Omit<R, 'timeZone'> & { readonly timeZone: Clocks } => ({
  ...revision,
  timeZone: clocksOf(revision.timeZone, readerZone),
});

/** A no and what to do about it. */
export interface RefusalWords {
  readonly message: string;
  readonly advice: string;
}

/** The sentences about cases. */
export interface CaseWords {
  readonly refusals: {
    readonly [C in keyof CaseRefusals]: (values: CaseRefusals[C], context: CaseContext) => RefusalWords;
  };
  /** What happened, for anybody to read. */
  readonly events: {
    readonly [T in EventType]: (event: Extract<CaseEvent, { type: T }>, context: CaseContext) => string;
  };
  /** An instant in the margin of a list. */
  readonly instant: (at: Instant, context: CaseContext) => string;
  /** Where a case stands and whose turn it is. */
  readonly waiting: Readonly<Record<WaitingKind, (waiting: WaitingFor, context: CaseContext) => string>>;
}

/** The sentences about one case, on its contract's clocks. */
interface CaseSentences {
  readonly event: (event: CaseEvent) => string;
  readonly refusal: (refusal: CaseRefusal) => RefusalWords;
  readonly waiting: (waiting: WaitingFor) => string;
  /** An instant, short: for the margin of a list. */
  readonly instant: (at: Instant) => string;
}

/** Picks the sentence that belongs to an event, a no, a state. */
export function caseSentences(words: CaseWords, context: CaseContext): CaseSentences {
  return {
    event: (event) => {
      const say = words.events[event.type] as (event: CaseEvent, context: CaseContext) => string;
      return say(event, context);
    },
    refusal: ({ code, values }) => {
      const say = words.refusals[code] as (values: unknown, context: CaseContext) => RefusalWords;
      return say(values, context);
    },
    waiting: (waiting) => words.waiting[waiting.kind](waiting, context),
    instant: (at) => words.instant(at, context),
  };
}
