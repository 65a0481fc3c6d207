import type { Instant } from '../instant.ts';
import type { Facts } from '../plan/facts.ts';
import type { Party } from '../plan/format/schema-values.ts';
import type { DraftOrigin, FindingName, FixedRules } from './draft-event.ts';
import type { Agreeing } from './draft-state.ts';

/** When, by whom, and for which party. */
interface Given {
  readonly at: Instant;
  readonly by: string;
  readonly party: Party | undefined;
}

/** Of a command about a text: the number of the event that wrote the text its giver has read. */
interface OfText {
  readonly base: number;
}

/** What a text is judged by. */
interface Judging {
  readonly facts: Facts;
}

interface Commands {
  make: { readonly origin: DraftOrigin; readonly from?: number | undefined; readonly text: string };
  edit: OfText & Judging & { readonly text: string };
  propose: OfText & { readonly text?: string | undefined };
  comment: { readonly text: string };
  sendBack: OfText & { readonly text: string };
  /** `contract` is the one whose plan it is to be; `who` agrees, where somebody else writes it down. */
  agree: OfText &
    Judging & { readonly contract: string; readonly for: Agreeing; readonly who?: string | undefined };
  override: OfText & Judging & FindingName & { readonly for: Agreeing; readonly text: string };
  /** Ladder itself: its rules are compiled and kept. */
  fixRules: FixedRules;
  /** Without `effectiveAt` at once. */
  publish: OfText &
    Judging & { readonly effectiveAt?: Instant | undefined; readonly address?: string | undefined };
  /** Ladder itself: the instant has come. */
  takeEffect: Record<never, never>;
  /** Ladder itself: another revision took its place. */
  supersede: { readonly revision: number };
  drop: { readonly text?: string | undefined };
}

/** Something asked of a plan on its way. */
export type DraftCommand = {
  [T in keyof Commands]: { readonly type: T } & Given & Commands[T];
}[keyof Commands];
export type DraftCommandType = keyof Commands;
