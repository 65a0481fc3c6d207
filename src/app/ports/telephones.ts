import type { Instant } from '../../core/instant.ts';
import type { Language } from '../../core/message/catalogue.ts';
import type { CallAwaits, CallOutcome, TelephoneState } from '../../core/message/portal/telephones.ts';

/** Something heard on the line of a call. */
export interface HeardLine {
  readonly by: 'ladder' | 'me' | 'other';
  readonly how: 'said' | 'pressed' | 'spoken';
  readonly text: string;
  /** In which Ladder speaks; undefined: of whoever speaks nothing is known. */
  readonly language: Language | undefined;
}

/** A call as it is at one telephone. */
export interface ShownCall {
  readonly isIncoming: boolean;
  /** The number at the other end. */
  readonly other: string;
  /** Undefined while it rings or goes on. */
  readonly outcome: CallOutcome | undefined;
  readonly isByMachine: boolean;
  readonly awaits: CallAwaits;
  /** Keys pressed so far of those it waits for. */
  readonly typed: string;
  readonly startedAt: Instant;
  readonly lines: readonly HeardLine[];
}

interface ShownText {
  readonly isIncoming: boolean;
  readonly body: string;
  readonly at: Instant;
  readonly isLost: boolean;
}

/** What a telephone does, and how much came to it. */
export interface TelephoneLine {
  /** E.164. */
  readonly number: string;
  readonly state: TelephoneState;
  readonly texts: number;
  readonly lastAt: Instant;
}

export interface ShownTelephone {
  readonly number: string;
  readonly state: TelephoneState;
  /** What rings or goes on. */
  readonly current: ShownCall | undefined;
  /** Those that are over, the newest first. */
  readonly calls: readonly ShownCall[];
  /** The newest last. */
  readonly texts: readonly ShownText[];
}

/** What somebody does who holds a telephone. */
export type TelephoneAct =
  | { readonly act: 'text'; readonly body: string }
  | { readonly act: 'call' | 'answer' | 'voicemail' | 'turnAway' | 'hangUp' }
  | { readonly act: 'press'; readonly keys: string }
  | { readonly act: 'speak'; readonly text: string; readonly thenHangsUp: boolean };

/** The telephones of a demonstration, which a visitor of its pages may take into the hand. */
export interface Telephones {
  /** Ladder's own number. */
  readonly ladder: string;
  /** Those that anything has come to or gone out from. */
  all(): Promise<readonly TelephoneLine[]>;
  one(number: string): Promise<ShownTelephone>;
  /** Whether it was done; a call goes on while somebody looks at a page. */
  act(number: string, act: TelephoneAct): Promise<boolean>;
}
