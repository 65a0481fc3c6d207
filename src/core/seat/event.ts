import type { EventBase } from '../case/event.ts';
import type { Instant } from '../instant.ts';

interface Said {
  /** What a person typed; the one field that may be erased. */
  readonly text?: string;
}

/** What a deadline acted on records: the instant it counts from, and how late that was done. */
interface Lateness {
  readonly dueAt: Instant;
  readonly latenessMs: number;
}

/** Who fills a seat from then on, and what goes with it. */
export interface Filling {
  readonly seat: string;
  /** Left out: nobody. */
  readonly holder?: string;
  /** Who filled it until then; left out: nobody. */
  readonly before?: string;
  /** Roles that the new holder had not, and that the former one loses. */
  readonly granted: readonly string[];
  readonly withdrawn: readonly string[];
}

interface Payloads {
  SeatFilled: Said & {
    readonly filling: Filling;
    /** When oversight is reminded, and by when it is to have agreed. */
    readonly remindAt: Instant;
    readonly dueAt: Instant;
  };
  AgreementReminded: Lateness;
  AgreementLate: Lateness;
  FillingAgreed: Said;
  /** The former holder is back. */
  FillingRefused: Said;
  /** Whoever filled the seat before does again until oversight has decided. */
  FillingHeldUp: Record<never, never>;
  /** The seat is filled anew, or given up by the plan; `by` the later filling of this number. */
  FillingReplaced: { readonly filling: number };
  NoticeFailed: { readonly whom: string; readonly delivery: string };
}

export type FillingEventType = keyof Payloads;
export type FillingEventOf<T extends FillingEventType> = EventBase & { readonly type: T } & Payloads[T];
export type FillingEvent = { [T in FillingEventType]: FillingEventOf<T> }[FillingEventType];

/** Of which events anybody is told. */
export const FILLING_NOTICES: Readonly<Record<FillingEventType, boolean>> = {
  SeatFilled: true,
  AgreementReminded: true,
  AgreementLate: true,
  FillingAgreed: true,
  FillingRefused: true,
  FillingHeldUp: true,
  FillingReplaced: false,
  NoticeFailed: false,
};
