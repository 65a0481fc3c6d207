import type { Due } from '../format/schema-contract.ts';

type Scalar = string | number | boolean;

/** A closed date with its name, where it has one. */
export interface NamedDate {
  readonly date?: string | undefined;
  readonly name?: string | undefined;
}

/** The smallest part of a plan that changes as a whole: a value, a date reckoned from an event, or a list of such. */
export type LeafItem = Scalar | Due | NamedDate;
export type Leaf = LeafItem | readonly LeafItem[];

/** What a changed value belongs to, as readers of the plan call it. `nth` tells apart things of one name. */
export interface Places {
  plan: object;
  document: object;
  section: { section: Section };
  contract: object;
  requirements: object;
  party: { party: string };
  history: { version: string; nth: number };
  question: { about: string; nth: number };
  settlement: { about: string; nth: number };
  reading: { about: string; nth: number; number: string };
  calendar: { id: string };
  contact: { id: string; name: string | undefined };
  rota: { id: string; title: string | undefined };
  rotaEntry: { rota: string; list: RotaList; number: string };
  level: { number: string; title: string | undefined };
  track: { id: string; title: string | undefined };
  step: { track: string; level: string; nth: number };
  condition: { step: Places['step']; clock: Clock; levels: readonly number[]; nth: number };
  promise: { track: string; level: string; nth: number };
  role: { role: string; nth: number };
  obligation: { id: string; title: string | undefined; nth: number };
}
/** The lists of a rota, by their keys. */
export type RotaList = 'layers' | 'timeOff' | 'swaps' | 'overrides';

/** A part of the plan that is one rule. */
export type Section = 'pauses' | 'reopening' | 'closing' | 'emergency' | 'contactChanges';

export type PlaceKind = keyof Places;
export type Place = {
  readonly [K in PlaceKind]: { readonly kind: K; readonly values: Places[K] };
}[PlaceKind];

/** What a condition waits on: the key of it. */
export type Clock = 'unsatisfiedFor' | 'allSilent' | 'anySilent' | 'none';

/** A key of a place, `week.*` with the part that its author chose (`mon-fri`). */
export interface Field {
  readonly name: string;
  readonly chosen: string | undefined;
}

/** A value of something new or gone. */
export interface Detail {
  readonly field: Field;
  readonly value: Leaf;
}

/** What is said of each kind of change. Contacts stand in the values by name, in `before` and `after` by id. */
export interface Changes {
  'plan-value-changed': { place: Place; field: Field; before: Leaf; after: Leaf };
  'plan-value-added': { place: Place; field: Field; after: Leaf };
  'plan-value-removed': { place: Place; field: Field; before: Leaf };
  'plan-list-changed': { place: Place; field: Field } & ListChange;
  'plan-reach-changed': { level: string; field: Field } & ListChange;
  'plan-person-changed': { id: string; levels: readonly string[]; before: string; after: string };
  'plan-thing-added': { place: Place; details: readonly Detail[] };
  'plan-thing-removed': { place: Place; details: readonly Detail[] };
  'plan-order-changed': { place: Place; field: Field; now: readonly Named[] };
}

/** An item of a list by its name; `nth` tells apart items of one name. */
export interface Named {
  readonly name: string;
  readonly nth: number;
}

/** A list that changed; `now` is the whole of it where what came and went does not tell the order. */
export interface ListChange {
  readonly came: readonly LeafItem[];
  readonly went: readonly LeafItem[];
  readonly now: readonly LeafItem[] | undefined;
}

/** A path of the plan in which items of lists stand under the name that identifies them, not under a number. */
export type NamedPath = readonly string[];

/** The raw values of something whole, by the rest of their path. */
export type Whole = Readonly<Record<string, Leaf>>;

/** One difference between two plans: a code and the values of its sentence, and the raw values for a program. */
export type Change = {
  readonly [C in keyof Changes]: {
    readonly code: C;
    readonly path: NamedPath;
    readonly before: Leaf | Whole | undefined;
    readonly after: Leaf | Whole | undefined;
    readonly values: Changes[C];
  };
}[keyof Changes];
