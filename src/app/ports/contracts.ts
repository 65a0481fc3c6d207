import type { Instant } from '../../core/instant.ts';
import type { Language } from '../../core/message/catalogue.ts';
import type { PersonField } from '../../core/message/people.ts';
import type { Revision } from '../../core/plan/revision/revision.ts';
import type { ChatsTransaction } from './chats.ts';
import type { ContactsTransaction } from './contacts.ts';
import type { DraftsTransaction } from './drafts.ts';
import type { DutyFeedsTransaction } from './duty-feeds.ts';
import type { DutyMailsTransaction } from './duty-mails.ts';
import type { NoticeRulesTransaction } from './notice-rules.ts';
import type { RotasTransaction } from './rotas.ts';
import type { FillingsTransaction } from './seat-fillings.ts';
import type { Transaction } from './store.ts';
import type { SubscriptionsTransaction } from './subscriptions.ts';
import type { TimeOffTransaction } from './time-off.ts';
import type { ReadinessTransaction } from './told-readiness.ts';
import type { WebhooksTransaction } from './webhooks.ts';

export interface Contract {
  readonly id: string;
  readonly title: string;
  readonly timeZone: string;
}

/** The path of the plan as written among its personal values. */
export const SOURCE = 'source';

/** A personal value of a plan: its salted digest stays, its salt and the value itself can be erased. */
export interface PersonalValue {
  /** Such as `contacts.ana.email`, or `SOURCE`. */
  readonly path: string;
  /** Hex. */
  readonly digest: string;
  readonly kept: { readonly salt: string; readonly value: string } | undefined;
  readonly erasedAt: Instant | undefined;
}

/** Who loads plans at the terminal: whoever keeps the installation, nobody of a contract. */
export const TERMINAL = 'terminal';

export interface StoredRevision {
  readonly contract: string;
  readonly number: number;
  readonly state: 'draft' | 'agreed' | 'published' | 'superseded';
  /** Hex. */
  readonly digest: string;
  readonly rules: Revision;
  readonly personal: readonly PersonalValue[];
  readonly agreedBy: readonly string[];
  readonly loadedAt: Instant;
  readonly loadedBy: string | undefined;
  readonly publishedAt: Instant | undefined;
}

/** What is asked to be kept of a revision that is new; it starts as a draft. */
export type NewRevision = Pick<
  StoredRevision,
  'contract' | 'number' | 'digest' | 'rules' | 'loadedAt' | 'loadedBy'
> & { readonly personal: readonly (PersonalValue & { readonly kept: object })[] };

export interface RoleHeld {
  readonly role: string;
  readonly customerId: string | undefined;
}

/** Somebody of a contract as they are today; after an erasure only the id and the roles are left. */
export interface Person extends Readonly<Partial<Record<PersonField, string>>> {
  readonly contract: string;
  readonly personId: string;
  readonly roles: readonly RoleHeld[];
  /** In which they are written to until they choose themselves; undefined: the contract's. */
  readonly language: Language | undefined;
  readonly erasedAt: Instant | undefined;
}

export type NewPerson = Pick<Person, 'contract' | 'personId' | PersonField> & {
  /** Who may read the numbers; customers, where nothing is said. */
  readonly shown?: 'public' | 'customers' | 'parties' | undefined;
  readonly language?: Language | undefined;
};

/** Whom a plan brings along to its contract, the seats they fill, and the roles that come with these. */
export interface PlanPeople {
  readonly people: readonly NewPerson[];
  readonly seats: readonly { readonly seat: string; readonly personId: string }[];
  readonly grants: readonly { readonly personId: string; readonly role: string }[];
}

export interface Customer {
  readonly contract: string;
  readonly customerId: string;
  readonly name: string;
  /** Who fills the plan's directory seats for it: seat → person. */
  readonly accounts: Readonly<Record<string, string>>;
}

export interface ApiToken {
  readonly tokenId: string;
  readonly name: string;
  /** Without one it is an administrator's. */
  readonly owner: { readonly contract: string; readonly personId: string } | undefined;
  readonly scopes: readonly string[];
  readonly madeAt: Instant;
  readonly expiresAt: Instant | undefined;
  readonly revokedAt: Instant | undefined;
}

/** A part of a list in the order of ids: at most `max` after the id `after`. */
export interface Page {
  readonly after: string;
  readonly max: number;
}

/** Who changes something: a person of the contract, an account that keeps the installation, somebody at its terminal. */
export type ChangedBy =
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'account'; readonly accountId: string }
  | { readonly kind: 'terminal' };

/** One transaction on contracts, their plans and people. Whoever gets or loses a right by it is recorded with it. */
export interface ContractsTransaction
  extends DraftsTransaction,
    RotasTransaction,
    DutyFeedsTransaction,
    ReadinessTransaction,
    DutyMailsTransaction,
    ContactsTransaction,
    NoticeRulesTransaction,
    SubscriptionsTransaction,
    TimeOffTransaction,
    WebhooksTransaction,
    Pick<Transaction, 'givenAnswer' | 'saveAnswer'> {
  now(): Promise<Instant>;
  isDemonstration(): Promise<boolean>;
  /** At most a few hundred: an installation runs few contracts. */
  contractIds(): Promise<readonly string[]>;
  /** Locks a contract, or its name, until the transaction ends: its revisions and people change one after another. */
  lockContract(contract: string): Promise<void>;
  /** Makes a contract; one that is there already keeps what it has. */
  makeContract(contract: Contract, at: Instant): Promise<void>;
  /** Takes over what a newly published plan says of it. */
  renameContract(contract: Contract): Promise<void>;
  /** A contract as its plan names it. */
  contract(contract: string): Promise<Contract | undefined>;
  hasCases(contract: string): Promise<boolean>;
  /** In which people are written to of whom nothing else is said. */
  contractLanguage(contract: string): Promise<Language>;
  setContractLanguage(contract: string, language: Language): Promise<void>;

  newestRevision(contract: string): Promise<StoredRevision | undefined>;
  revision(contract: string, number: number): Promise<StoredRevision | undefined>;
  publishedRevision(contract: string): Promise<StoredRevision | undefined>;
  addRevision(revision: NewRevision): Promise<void>;
  /** Says of a revision that both parties have agreed to it, or that they are not done with it after all. */
  markRevision(
    contract: string,
    number: number,
    state: 'draft' | 'agreed',
    agreedBy: readonly string[],
  ): Promise<void>;
  /** Publishes a revision; the one published so far is superseded. */
  publish(
    revision: Pick<StoredRevision, 'contract' | 'number' | 'agreedBy'>,
    publishedAt: Instant,
  ): Promise<void>;

  people(contract: string, ids: readonly string[]): Promise<readonly Person[]>;
  peoplePage(contract: string, page: Page): Promise<readonly Person[]>;
  /** People with this address, in small letters, who were not erased; at most so many. */
  peopleAt(contract: string, email: string, max: number): Promise<readonly Person[]>;
  /** People who hold one of these roles, in the order of their ids. */
  peopleHolding(contract: string, held: readonly RoleHeld[], page: Page): Promise<readonly Person[]>;
  /** Those of these people who have signed in by the address that is recorded of them. */
  peopleWhoCame(contract: string, ids: readonly string[]): Promise<ReadonlySet<string>>;
  addPerson(person: NewPerson): Promise<void>;
  setLanguage(contract: string, personId: string, language: Language | undefined): Promise<void>;
  grant(contract: string, personId: string, role: RoleHeld): Promise<void>;
  withdraw(contract: string, personId: string, role: RoleHeld): Promise<void>;
  /** People who hold a role, at most so many. */
  holders(contract: string, role: string, max: number): Promise<readonly string[]>;
  renamePerson(contract: string, personId: string, names: Pick<Person, 'name' | 'title'>): Promise<void>;
  /** Who fills the seats of the plan today: seat → person. */
  seats(contract: string): Promise<ReadonlyMap<string, string>>;
  /** Also writes each down among the changes of rights; seats are filled from an instant on. */
  addPlanPeople(contract: string, brought: PlanPeople, since: Instant): Promise<void>;
  /** Seats that nobody fills because somebody has said so. */
  vacantSeats(contract: string): Promise<ReadonlySet<string>>;
  /** Puts somebody, or nobody, into a seat, in the place of whoever fills it. */
  putSeat(contract: string, seat: string, personId: string | undefined, since: Instant): Promise<void>;
  /** Who was put into seats while a plan was in force. */
  readonly fillings: FillingsTransaction;
  /** Channels that are told of cases. */
  readonly chats: ChatsTransaction;

  customer(contract: string, customerId: string): Promise<Customer | undefined>;
  customersPage(contract: string, page: Page): Promise<readonly Customer[]>;
  addCustomer(customer: Pick<Customer, 'contract' | 'customerId' | 'name'>): Promise<void>;
  renameCustomer(contract: string, customerId: string, name: string): Promise<void>;
  /** Customers whose directory seats a person fills, at most so many. */
  customersKept(contract: string, personId: string, max: number): Promise<readonly string[]>;
  /** Fills a directory seat for one customer, in the place of whoever filled it. */
  setAccount(contract: string, customerId: string, seat: string, personId: string): Promise<void>;

  /** `hash` is hex; the token itself is kept nowhere. */
  addToken(token: ApiToken, hash: string): Promise<void>;
  token(tokenId: string): Promise<ApiToken | undefined>;
  /** Of one contract's people, or of the whole installation. */
  tokensPage(page: Page, contract?: string): Promise<readonly ApiToken[]>;
  revokeToken(tokenId: string, at: Instant): Promise<void>;
}

/** Where contracts, plans, people and tokens live. */
export interface Contracts {
  transaction<T>(work: (tx: ContractsTransaction) => Promise<T>): Promise<T>;
}
