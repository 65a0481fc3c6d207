import type { CaseEvent, EventType } from '../case/event.ts';
import type { CaseRefusals } from '../case/refusal.ts';
import type { WaitingFor, WaitingKind } from '../case/waiting-for.ts';
import type { Revision } from '../plan/revision.ts';

/** What a sentence about a case may look up: the plan's own words, and the zone its clocks are read in. */
export type CaseContext = Pick<Revision, 'timeZone' | 'levels' | 'tracks' | 'seats'>;

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
  /** Where a case stands and whose turn it is. */
  readonly waiting: Readonly<Record<WaitingKind, (waiting: WaitingFor, context: CaseContext) => string>>;
}
