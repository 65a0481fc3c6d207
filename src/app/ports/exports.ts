import type { AnswerKind } from '../../core/case/answer-times.ts';
import type { Instant } from '../../core/instant.ts';
import type { CountedCases } from './overview.ts';
import type { CasePlace, EventPlace, KeptEvent, ListedCase } from './reading.ts';

/** What is taken along: of a time, the cases opened or the events decided in it. Drills and samples never are. */
export interface Exported extends CountedCases {
  readonly from: Instant;
  readonly until: Instant;
}

/** How long one answer of a case took, by both clocks; what has not come, or counts in no hours, is undefined. */
interface TimedAnswer {
  readonly plainMs: number | undefined;
  readonly openMs: number | undefined;
}

export interface ExportedCase extends Omit<ListedCase, 'practice'> {
  readonly customerName: string;
  /** What the contract's clocks count from. */
  readonly countedFrom: Instant | undefined;
  readonly answers: Readonly<Record<AnswerKind, TimedAnswer>>;
}

/** What is read for an export, piece by piece, so that no export is ever held whole. */
export interface ExportReading {
  /** Cases opened after a place, in the order of their opening. */
  cases(exported: Exported, after: CasePlace | undefined, max: number): Promise<readonly ExportedCase[]>;
  /** Events after a place and before an instant, in order of time. */
  events(exported: Exported, after: EventPlace, before: Instant, max: number): Promise<readonly KeptEvent[]>;
}
