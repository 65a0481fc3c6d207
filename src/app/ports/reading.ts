import type { DetailTimes } from '../../core/attestation/state.ts';
import type { CaseState } from '../../core/case/state.ts';
import type { ReportedTimes } from '../../core/contact-report/state.ts';
import type { Instant } from '../../core/instant.ts';
import type { Party } from '../../core/plan/format/schema-values.ts';
import type { Revision } from '../../core/plan/revision/revision.ts';
import type { ConfirmedMeans } from './contacts.ts';
import type { KeptFile, ListedFile } from './files.ts';
import type { CaseKey } from './store.ts';

/** Somebody who holds a token of the API; an administrator's belongs to the installation and to no contract. */
export interface TokenHolder {
  readonly tokenId: string;
  readonly scopes: readonly string[];
  readonly contract: string | undefined;
  readonly personId: string | undefined;
  readonly grants: readonly { readonly role: string; readonly customerId: string | undefined }[];
  readonly seats: readonly string[];
}

/** Which cases somebody sees, for the database to leave out the others. */
export interface Sight {
  /** Every case of the contract. */
  readonly all: boolean;
  /** Every case of these customers. */
  readonly customers: readonly string[];
  /** Of these customers the cases that `person` reported, watches or stands in for. */
  readonly own: readonly string[];
  /** Cases in whose directory `person` stands. */
  readonly accounts: boolean;
  readonly person: string;
}

/** A case as it stands, read without a lock. */
export interface FoundCase {
  readonly key: CaseKey;
  readonly state: Exclude<CaseState, { status: 'none' }>;
  /** How many events it has: its version. */
  readonly events: number;
  readonly isSetAside: boolean;
  readonly references: readonly string[];
}

/** One line of a list of cases. */
export interface ListedCase {
  readonly caseId: string;
  readonly customer: string;
  readonly status: 'open' | 'closed';
  readonly track: string;
  readonly level: number;
  readonly waitingKind: string;
  readonly waitingParty: string | undefined;
  readonly practice: boolean;
  readonly reporter: string;
  readonly openedAt: Instant;
  readonly changedAt: Instant;
  readonly closedAt: Instant | undefined;
  readonly nextDueAt: Instant | undefined;
  readonly version: number;
  readonly references: readonly string[];
}

/** Where a list goes on: after this opening. */
export interface CasePlace {
  readonly openedAt: Instant;
  readonly caseId: string;
}

/** What a list of cases is narrowed to. */
export interface CaseFilter {
  readonly status?: string | undefined;
  readonly track?: string | undefined;
  readonly level?: number | undefined;
  /** What it waits for, or for whom. */
  readonly waiting?: string | undefined;
  readonly customer?: string | undefined;
  readonly reference?: string | undefined;
  readonly practice?: boolean | undefined;
  readonly openedFrom?: Instant | undefined;
  readonly openedUntil?: Instant | undefined;
  readonly after?: CasePlace | undefined;
}

/** An event as it is kept, with what was typed, where that was not erased. */
export interface KeptEvent {
  readonly caseId: string;
  readonly number: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly text: string | undefined;
  readonly textErased: boolean;
  /** Hex. */
  readonly digest: string;
}

/** Where a stream of a contract goes on. */
export interface EventPlace extends CasePlaceInTime {
  readonly number: number;
}

interface CasePlaceInTime {
  readonly at: Instant;
  readonly caseId: string;
}

/** Which events of a contract are read: the first after a place, before an instant where one is named. */
export interface EventPart {
  readonly after: EventPlace;
  readonly until: Instant | undefined;
  readonly max: number;
}

export interface ListedContract {
  readonly contract: string;
  readonly title: string;
  readonly timeZone: string;
  readonly published: number | undefined;
}

export interface ListedRevision {
  readonly number: number;
  readonly state: 'draft' | 'agreed' | 'published' | 'superseded';
  readonly digest: string;
  readonly agreedBy: readonly string[];
  /** Whoever loaded it at the terminal said that these agreed; none of them did it here. */
  readonly isAgreedByWord: boolean;
  readonly loadedAt: Instant;
  readonly publishedAt: Instant | undefined;
}

export interface ListedCustomer {
  readonly customerId: string;
  readonly name: string;
  /** Seat of the plan → person. */
  readonly accounts: Readonly<Record<string, string>>;
}

/** One of a customer's own people. */
export interface Colleague {
  readonly personId: string;
  readonly name: string;
}

/** Who fills a seat, or stands in a directory, and how he is reached today. */
export interface ReachedPerson {
  readonly personId: string;
  readonly name: string | undefined;
  readonly title: string | undefined;
  readonly office: string | undefined;
  readonly mobile: string | undefined;
  readonly email: string | undefined;
}

/** To whom somebody's numbers are shown. */
export type Shown = 'public' | 'customers' | 'parties';

/** Who fills a seat today, or a person by their own id, as far as pages show them. */
export interface StandingPerson extends ReachedPerson {
  readonly shown: Shown;
  /** Since when they fill the seat; undefined for a person asked for by their own id. */
  readonly since: Instant | undefined;
  /** Their personal values were erased: the seat is to be filled anew. */
  readonly isErased: boolean;
  /** When each number and address was last confirmed; undefined of a plan that is only a file. */
  readonly confirmed?: ConfirmedMeans | undefined;
  /** What they were asked to confirm in vain, and since when it is not confirmed. */
  readonly missed?: DetailTimes | undefined;
  /** What has reached nobody lately, and since when. */
  readonly doubted?: DetailTimes | undefined;
}

export interface ListedDelivery {
  readonly deliveryId: string;
  readonly event: number;
  readonly round: number;
  readonly person: string;
  readonly level: number | undefined;
  readonly kind: string;
  readonly means: string;
  readonly state: 'queued' | 'handedOver' | 'delivered' | 'failed';
  readonly attempts: number;
  readonly reason: string | undefined;
  readonly queuedAt: Instant;
  readonly settledAt: Instant | undefined;
  readonly handedOverAt: Instant | undefined;
  readonly deliveredAt: Instant | undefined;
  readonly answeredAt: Instant | undefined;
}

/** When each thing became of a message; what did not, or is not known, is undefined. */
type DeliveryInstants = Pick<ListedDelivery, 'queuedAt' | 'handedOverAt' | 'deliveredAt' | 'answeredAt'> & {
  readonly failedAt: Instant | undefined;
};

/** What became of telling somebody of an event by one means: the last time, of so many. */
export interface DeliveryFate extends DeliveryInstants {
  readonly person: string;
  readonly level: number | undefined;
  readonly means: string;
  /** `overtaken`: it waited until nobody needed to hear it any more, and was not sent. */
  readonly state: ListedDelivery['state'] | 'overtaken';
  readonly times: number;
}

/** An event with what became of telling people of it. */
export interface ToldEvent extends KeptEvent {
  readonly fates: readonly DeliveryFate[];
}

/** Which part of a conversation is read: the last events before a number that these parties may read. */
export interface ConversationPart {
  readonly before: number;
  readonly max: number;
  readonly readers: readonly Party[] | 'all';
}

/** Somebody as a case shows them today, and to whom their numbers are shown. */
/** What of a seat is otherwise than the plan was agreed: since when, and whether oversight has agreed. */
export interface SeatMark {
  readonly at: Instant;
  readonly isVacant: boolean;
  readonly isAgreed: boolean;
}

export interface Face extends ReachedPerson {
  /** What is reported as wrong of them and being checked. */
  readonly reported?: ReportedTimes | undefined;
  readonly shown: 'public' | 'customers' | 'parties';
}

/** Whom the page of a case names. */
export interface Faces {
  /** Who fills each of these seats. */
  readonly seats: ReadonlyMap<string, Face>;
  readonly people: ReadonlyMap<string, Face>;
  readonly customerName: string | undefined;
  /** The revision on which cases are opened now. */
  readonly published: number | undefined;
}

/** Everything that is asked without changing anything. Lists hold at most what they are asked for. */
export interface Reading {
  now(): Promise<Instant>;
  /** Seats that somebody, or nobody, was put into while a plan was in force, as far as it holds. */
  seatMarks(contract: string): Promise<ReadonlyMap<string, SeatMark>>;
  /** What depends on the instant, asked as of the one that `now` answers. */
  asOf(now: Reading['now']): Pick<Reading, 'now' | 'cases' | 'case'>;
  /** Who holds the token with this hash (hex); undefined where nobody does, or not any more. */
  tokenHolder(hash: string): Promise<TokenHolder | undefined>;
  contracts(only: string | undefined): Promise<readonly ListedContract[]>;
  revisions(contract: string): Promise<readonly ListedRevision[]>;
  rules(contract: string, number: number): Promise<Revision | undefined>;
  /** The same as the parties agreed to it, without what was changed about its rotas since. */
  agreedRules(contract: string, number: number): Promise<Revision | undefined>;
  /** The plan as written; undefined where it was erased. */
  source(contract: string, number: number): Promise<string | undefined>;
  customers(contract: string): Promise<readonly ListedCustomer[]>;
  customer(contract: string, customerId: string): Promise<ListedCustomer | undefined>;
  /** Whether a person is one of a customer's own people. */
  isOfCustomer(contract: string, customerId: string, personId: string): Promise<boolean>;
  cases(contract: string, sight: Sight, filter: CaseFilter, max: number): Promise<readonly ListedCase[]>;
  /** The case, where it is in sight. */
  case(key: CaseKey, sight: Sight): Promise<FoundCase | undefined>;
  /** Events after a number, in order. */
  events(key: CaseKey, after: number, max: number): Promise<readonly KeptEvent[]>;
  /** Events of the cases in sight, in order of time. */
  contractEvents(contract: string, sight: Sight, part: EventPart): Promise<readonly KeptEvent[]>;
  /** People of a customer by name, so many at most. */
  colleagues(contract: string, customerId: string, max: number): Promise<readonly Colleague[]>;
  /** The one of them with an address, however it is written; undefined where there is none such. */
  colleagueWith(contract: string, customerId: string, email: string): Promise<string | undefined>;
  /** The files of a case; their number is bounded. */
  files(key: CaseKey): Promise<readonly ListedFile[]>;
  /** One of them, with its bytes; undefined where there is none such. */
  file(key: CaseKey, fileId: string): Promise<KeptFile | undefined>;
  deliveries(key: CaseKey, max: number): Promise<readonly ListedDelivery[]>;
  /** Those with these ids; of as many as one part of a case has events. */
  deliveriesNamed(key: CaseKey, ids: readonly string[]): Promise<readonly ListedDelivery[]>;
  /** What was said and done, the latest first, without what carriers say; that nobody could be told is among it. */
  conversation(key: CaseKey, part: ConversationPart): Promise<readonly ToldEvent[]>;
  /** Of each level with nobody to tell the last event that says so, while nothing went there and it has not answered. */
  levelsUntold(key: CaseKey): Promise<readonly KeptEvent[]>;
  faces(
    contract: string,
    asked: {
      readonly seats: readonly string[];
      readonly people: readonly string[];
      readonly customer: string;
    },
  ): Promise<Faces>;
  /** The people who fill these seats today, by the id they were asked for; an id that is no seat is a person's own. */
  reached(contract: string, ids: readonly string[]): Promise<ReadonlyMap<string, ReachedPerson>>;
  /** These people themselves, whoever fills the seats whose ids they may have. */
  reachedThemselves(contract: string, people: readonly string[]): Promise<ReadonlyMap<string, ReachedPerson>>;
  /**
   * What these people are called, whoever fills which seat today: people often have the id of the seat that they filled
   * first. An id that is nobody's own is a seat's, and stands for who fills it.
   */
  namesOf(contract: string, people: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** The same, with what decides who may read their numbers. */
  standing(contract: string, ids: readonly string[]): Promise<ReadonlyMap<string, StandingPerson>>;
  /** Since when mail has not left, by its last attempt; undefined while it leaves, and before any was sent. */
  mailFailingSince(): Promise<Instant | undefined>;
  /** Whose calendar of absences cannot be read, and since when. */
  absencesUnread(contract: string): Promise<ReadonlyMap<string, Instant>>;
  /** A customer's own people, by name. */
  peopleOfCustomer(contract: string, customerId: string): Promise<readonly ReachedPerson[]>;
}

/** Tells of cases that have changed, once that is committed. Bursts may go untold: who must know, looks. */
export interface Changes {
  /** `number` is the last event of the case then. What is returned ends it. */
  subscribe(listener: (key: CaseKey, number: number) => void): () => void;
}
