import type { Passage } from './paper/paper.ts';
import type { SaidHours } from './words/hours.ts';
import type { SaidSpan } from './words/spans.ts';

/** A value with the words it was read from. */
export interface Said<T = string> {
  readonly value: T;
  readonly at: Passage;
  /** What the document says of the same in other places, where that is something else. */
  readonly others?: readonly Said<T>[];
}

/** A value with what another place says of the same: a second word for it goes with the first, and is not lost. */
export function saidToo<T>(first: Said<T> | undefined, other: Said<T>): Said<T> {
  if (first === undefined) return other;
  const others = [...(first.others ?? [])];
  for (const { value, at } of [other, ...(other.others ?? [])])
    if (![first, ...others].some((one) => isSame(one.value, value))) others.push({ value, at });
  return others.length > 0 ? { ...first, others } : first;
}

const isSame = (one: unknown, other: unknown): boolean =>
  one === other || (typeof one === 'object' && JSON.stringify(one) === JSON.stringify(other));

/** What several places say of one thing; undefined where none does. */
export const allSaid = <T>(places: readonly Said<T>[]): Said<T> | undefined =>
  places.reduce<Said<T> | undefined>(saidToo, undefined);

export type PartyName = 'customer' | 'contractor' | 'oversight';
export type MeansName = 'call' | 'email' | 'text' | 'portal';

export type CardField = 'name' | 'title' | 'office' | 'mobile' | 'email' | 'responsibility';

/** Somebody who is reached, as far as the document says who; a field that is said twice has two values. */
export interface Card {
  level: number | undefined;
  readonly at: Passage;
  readonly fields: Partial<Record<CardField, Said[]>>;
}

export interface SaidTime extends SaidSpan {
  readonly passage: Passage;
}

/** What a move waits for. */
export interface FoundCondition {
  readonly kind: 'unsatisfied' | 'silent' | undefined;
  /** Levels whose silence it is; none where the document does not say whose. */
  readonly levels: readonly number[];
  /** `or` is open to two readings; `neither … nor`, `and` and a single level are not. */
  readonly isEither: boolean;
  readonly time: SaidTime;
  /** Further lengths of time in the same words. */
  readonly others: readonly SaidTime[];
  readonly since: Said<'opened' | 'levelBelow'> | undefined;
  /** The words that say whose silence or dissatisfaction it is. */
  readonly words: Passage;
}

export interface Move {
  readonly level: number;
  readonly at: Passage;
  readonly main: Passage;
  readonly actor: Said<PartyName> | undefined;
  /** Whether the reader is told to do it. */
  readonly isTold: boolean;
  readonly means: readonly Said<MeansName>[];
  readonly condition: FoundCondition | undefined;
  /** A name given to whoever is reached. */
  readonly name: Said | undefined;
  /** Somebody whom every customer has one of, such as "their account manager". */
  readonly directory: Said | undefined;
}

export type PromiseKey = 'acknowledgeWithin' | 'respondWithin' | 'updateEvery' | 'longestAtLevel';

export interface FoundPromise {
  readonly key: PromiseKey;
  /** Undefined for every level. */
  readonly level: number | undefined;
  readonly time: SaidTime;
}

/** Who is asked where the first step's contact is not known, and whether a "not" is missing from it. */
export interface Otherwise {
  readonly at: Passage;
  readonly card: Card | undefined;
  readonly isNegated: boolean;
}

export interface FoundTrack {
  readonly title: Said;
  readonly covers: Said | undefined;
  readonly moves: Move[];
  readonly promises: FoundPromise[];
  readonly otherwise: Otherwise[];
}

export interface Front {
  title?: Said;
  version?: Said;
  dated?: Said;
  revised?: Said;
  contract?: Said;
  clause?: Said;
  zone?: Said;
  zoneOfPlace?: Said;
  executed?: Said;
  from?: Said;
  until?: Said;
  portal?: Said;
  customer?: Said;
  contractor?: Said;
  oversight?: Said;
  oversightOf?: Said;
}

export type DemandedField = 'name' | 'title' | 'responsibility' | 'office' | 'mobile' | 'email';
export type DemandedSection = 'milestones' | 'roles' | 'deliverables' | 'commitmentDates';

/** What the clause demands, in the order of the plan's keys. */
export interface Demands {
  heading?: Said;
  levels?: Said<number>;
  contactFields?: readonly Said<DemandedField>[];
  availability?: Said<'24x7x365' | 'business-hours'>;
  postingPlace?: Said;
  postingDays?: Said<number>;
  sections?: readonly Said<DemandedSection>[];
  longestAtLevel?: Said;
  updateEvery?: Said;
  expedited?: readonly Said[];
  reissueYearly?: Said;
  /** A span of days. */
  reissueAfterChange?: Said;
  current?: Said;
}

/** What the document says of its clocks as a whole. */
export interface Clocks {
  aroundTheClock?: Said;
  hours?: Said<SaidHours>;
  holidays?: Said<'us-federal' | 'state'>;
  businessDay?: Said<'same-time' | 'close'>;
}

export interface FoundRole {
  readonly role: Said;
  readonly does: readonly Said[];
}

export interface FoundObligation {
  readonly kind: 'milestone' | 'deliverable' | 'commitment';
  readonly title: Said;
  readonly due: Said<string | { readonly monthly: number }> | undefined;
  readonly owner: Said | undefined;
}

/** Everything that was read from a document, before it is put together. */
export interface Found {
  readonly front: Front;
  readonly demands: Demands;
  readonly clocks: Clocks;
  /** By their levels. */
  readonly cards: readonly Card[];
  /** Which listing of the levels each card stands in: a document may have several. */
  readonly listings: ReadonlyMap<Card, number>;
  readonly tracks: readonly FoundTrack[];
  readonly roles: readonly FoundRole[];
  readonly obligations: readonly FoundObligation[];
  readonly emergency: { readonly number: Said; readonly says: Said } | undefined;
}
