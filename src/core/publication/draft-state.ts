import type { Instant } from '../instant.ts';
import type { Party } from '../plan/format/schema-values.ts';
import type { DraftOrigin, FindingName, FixedRules } from './draft-event.ts';

/** How far a plan has come. A draft that is sent back is a draft again; one that is dropped goes nowhere. */
export const DRAFT_STATUSES = ['draft', 'proposed', 'agreed', 'published', 'superseded', 'dropped'] as const;
export type DraftStatus = (typeof DRAFT_STATUSES)[number];

/** Who did something, and when. */
export interface DoneBy {
  readonly at: Instant;
  readonly by: string;
  readonly party: Party | undefined;
}

/** The parties that agree to a plan. */
export const AGREEING = ['contractor', 'oversight'] as const;
export type Agreeing = (typeof AGREEING)[number];
export const OTHER_PARTY: Readonly<Record<Agreeing, Agreeing>> = {
  contractor: 'oversight',
  oversight: 'contractor',
};

/** A finding that a party lets stand, with its reason; `text` is undefined once it was erased. */
interface Allowance extends DoneBy {
  readonly text: string | undefined;
}
export interface Override extends FindingName {
  readonly by: Readonly<Partial<Record<Agreeing, Allowance>>>;
}

/** A plan on its way, as its events make it. */
export interface DraftState {
  readonly status: DraftStatus;
  /** How many events it has. */
  readonly events: number;
  readonly lastAt: Instant;
  readonly origin: DraftOrigin;
  /** The revision it is a copy of. */
  readonly from: number | undefined;
  /** The plan as it is written now; undefined once that was erased. */
  readonly text: string | undefined;
  /** The number of the event that wrote it: what somebody has to have read to say yes to it. */
  readonly textNumber: number;
  readonly made: DoneBy;
  readonly edited: DoneBy;
  /** Everybody who has written a part of it, and for whom. */
  readonly authors: readonly Pick<DoneBy, 'by' | 'party'>[];
  readonly proposed: DoneBy | undefined;
  readonly agreed: Readonly<Partial<Record<Agreeing, DoneBy & { readonly who: string }>>>;
  readonly overrides: readonly Override[];
  readonly fixed: FixedRules | undefined;
  /** When it takes effect, or did. */
  readonly effectiveAt: Instant | undefined;
  readonly address: string | undefined;
}

/** Nothing has been written yet, or something has. */
export type DraftLife = DraftState | undefined;
