import type { AnswerTimes } from '../../core/case/answer-times.ts';
import type { ClockEnd } from '../../core/case/clock-history.ts';
import type { CaseEvent } from '../../core/case/event.ts';
import type { CaseState } from '../../core/case/state.ts';
import type { Instant } from '../../core/instant.ts';
import type { Revision } from '../../core/plan/revision/revision.ts';

interface Named {
  readonly name: string | undefined;
}

/** One run of a clock: what its heading, its facts and its reasons are made of. */
export interface FiledClock {
  readonly name: string;
  readonly dueAt: Instant;
  readonly ended: { readonly how: ClockEnd; readonly by: number; readonly event: CaseEvent } | undefined;
  readonly revision: Revision;
  readonly from: string | undefined;
  readonly reasons: readonly string[];
}

/** One event; `said` is undefined where it is for others than the reader. */
export interface FiledEvent {
  readonly number: number;
  readonly at: Instant;
  readonly said: { readonly event: CaseEvent } | undefined;
  readonly textErased: boolean;
  readonly digest: string;
  readonly name: string | undefined;
  readonly delivery:
    | {
        readonly name: string | undefined;
        readonly event: number;
        readonly attempts: number;
        readonly reason: string | undefined;
        readonly queuedAt: Instant;
        readonly handedOverAt: Instant | undefined;
        readonly deliveredAt: Instant | undefined;
        readonly answeredAt: Instant | undefined;
      }
    | undefined;
}

/** A case, or a part of a long one, as its reader may see it: what its file is made of. */
export interface FiledCase {
  readonly key: { readonly contract: string; readonly caseId: string };
  readonly contractTitle: string;
  readonly now: Instant;
  readonly part: {
    readonly number: number;
    readonly of: number;
    readonly first: number;
    readonly last: number;
    readonly events: number;
  };
  readonly state: Exclude<CaseState, { status: 'none' }>;
  readonly isSetAside: boolean;
  readonly references: readonly string[];
  readonly faces: {
    readonly seats: ReadonlyMap<string, Named>;
    readonly people: ReadonlyMap<string, Named>;
    readonly customerName: string | undefined;
  };
  /** Of the revision it runs on; undefined where that is not known. */
  readonly revisionDigest: string | undefined;
  readonly answers: AnswerTimes;
  readonly clocks: readonly FiledClock[];
  readonly events: readonly FiledEvent[];
  readonly proof: {
    readonly cases: number;
    readonly events: number;
    readonly texts: number;
    readonly erased: number;
    readonly lastCheckpoint:
      | { readonly number: number; readonly at: Instant; readonly digest: string }
      | undefined;
    readonly broken: { readonly code: string; readonly values: object } | undefined;
  };
}

/** What a section of the file is made of. */
export interface FileParts {
  readonly file: FiledCase;
  /** Where the page of the case is: `https://ladder.example/contracts/k-1/cases/100001`. */
  readonly address: string;
}
