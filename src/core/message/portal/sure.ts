import type { ReportAnswer } from '../../contact-report/event.ts';
import type { Agreeing } from '../../publication/draft-state.ts';

/** A question that is asked once more, what follows from yes, and the button that says it. */
export interface Sure<V> {
  readonly title: (values: V) => string;
  readonly about: (values: V) => string;
  readonly button: string;
}

/** What is asked before something that cannot be taken back. */
export interface SureWords {
  readonly back: string;
  /** Above what was typed and goes along. */
  readonly typed: string;
  readonly drafts: {
    readonly agree: Sure<{
      readonly draft: number;
      readonly party: Agreeing | undefined;
      /** The other party has agreed already. */
      readonly isLast: boolean;
    }>;
    readonly publish: Sure<{
      readonly draft: number;
      /** The revision it takes the place of. */
      readonly number: number | undefined;
      /** When it takes effect, written out; undefined: at once. */
      readonly from: string | undefined;
    }>;
    readonly drop: Sure<{ readonly draft: number }>;
    readonly override: Sure<{ readonly draft: number; readonly party: Agreeing | undefined }>;
  };
  /** A mail that came to open a case, by its subject. */
  readonly putMailAside: Sure<{ readonly subject: string }>;
  readonly passkey: Sure<{ readonly name: string; readonly isLast: boolean }>;
  readonly password: Sure<{ readonly email: string }>;
  readonly secondFactor: Sure<{ readonly email: string }>;
  readonly newCodes: Sure<{ readonly codes: number }>;
  readonly endSession: Sure<{ readonly browser: string }>;
  readonly endSessions: Sure<{ readonly sessions: number }>;
  readonly obligations: {
    readonly accept: Sure<{ readonly title: string }>;
    /** `due`: the new date, written out; undefined: it is waived. */
    readonly agree: Sure<{ readonly title: string; readonly due: string | undefined }>;
  };
  /** What came of a report of a wrong contact. */
  readonly report: Sure<{ readonly name: string; readonly answer: ReportAnswer }>;
  /** A drill begins at once, or one is called off. */
  readonly drill: Sure<{ readonly level: number }>;
  readonly stopDrill: Sure<{
    readonly level: number;
    readonly isRunning: boolean;
    readonly isSeries: boolean;
  }>;
  /** Somebody, or nobody, is put into a seat. */
  readonly seat: Sure<{ readonly seat: string; readonly holder: string | undefined }>;
  /** Oversight agrees to who fills a seat, or refuses. */
  readonly seatVerdict: Readonly<
    Record<
      'agree' | 'refuse',
      Sure<{
        readonly seat: string;
        readonly holder: string | undefined;
        readonly before: string | undefined;
      }>
    >
  >;
  /** `use` or `keep` a number or an address, for whom; `isLast`: the other party has said the same. */
  readonly judge: Readonly<
    Record<'use' | 'keep', Sure<{ readonly name: string; readonly value: string; readonly isLast: boolean }>>
  >;
}
