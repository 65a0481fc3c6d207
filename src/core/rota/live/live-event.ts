import type { Instant } from '../../instant.ts';
import type { OverrideKind, PersonId } from '../rota.ts';

interface Events {
  /** `who` is the one replaced, and `people` those in that place; of the other kinds only `people`. */
  OverrideSet: {
    readonly rota: string;
    readonly kind: OverrideKind;
    readonly who?: PersonId | undefined;
    readonly people: readonly PersonId[];
    readonly fromAt: Instant;
    readonly untilAt: Instant;
  };
  SwapAsked: {
    readonly rota: string;
    readonly first: PersonId;
    readonly firstFromAt: Instant;
    readonly firstUntilAt: Instant;
    readonly second: PersonId;
    readonly secondFromAt: Instant;
    readonly secondUntilAt: Instant;
  };
  SwapAccepted: { readonly entry: number };
  SwapDeclined: { readonly entry: number };
  EntryWithdrawn: { readonly entry: number };
  /** By the calendar of whoever fills the seat it has this time off from then on, and no other: `from/until`, in order. */
  TimeOffRead: { readonly who: PersonId; readonly times: readonly string[] };
}

/** Something that has been changed about who is on duty, and stays on the record. People are named by their seats. */
export type LiveEvent = {
  [T in keyof Events]: { readonly type: T; readonly at: Instant; readonly by: string } & Events[T];
}[keyof Events];
