import type { Finding } from '../finding.ts';
import type { Instant } from '../instant.ts';
import type { Party } from '../plan/format/schema-values.ts';
import type { RefusalWords } from './cli.ts';

/** Why a plan is not taken in. */
interface PlanRefusals {
  'plan-load-blocked': { findings: readonly Finding[] };
  'plan-load-uncountable': { gaps: readonly string[] };
  'plan-contract-unnamed': { key: 'contract.id' };
  'plan-text-unstorable': { where: string };
  'plan-agreement-unpaired': { given: readonly string[] };
  'plan-agreement-person-unknown': { who: string; known: readonly string[] };
  'plan-agreement-party-missing': { party: Party; given: readonly string[]; known: readonly string[] };
}

/** Why a customer, a person or a role is not taken in. */
interface StandingRefusals {
  'contract-none-loaded': { key: 'contract' };
  'contract-not-chosen': { known: readonly string[] };
  'contract-not-known': { contract: string; known: readonly string[] };
  'customer-id-malformed': { customerId: string };
  'customer-name-missing': { customerId: string };
  'customer-name-malformed': { name: string; charactersMax: number };
  'customer-name-differs': { customerId: string; recorded: string; given: string };
  'customer-not-known': { customerId: string; known: readonly string[] };
  'account-seat-missing': { contract: string };
  'person-id-malformed': { personId: string };
  'person-id-reserved': { personId: string };
  'person-field-missing': { personId: string; field: PersonField };
  'person-text-malformed': { field: PersonField; value: string; charactersMax: number };
  'person-email-invalid': { email: string };
  'person-number-invalid': { field: PersonField; number: string };
  'person-language-not-known': { language: string; known: readonly string[] };
  'person-field-differs': { personId: string; field: PersonField; recorded: string; given: string };
  'person-erased': { personId: string; erasedAt: Instant };
  'person-not-known': { personId: string; contract: string };
  'person-role-missing': { personId: string };
  'role-not-known': { role: string; known: readonly string[] };
  'role-customer-missing': { role: string };
  'role-customer-surplus': { role: string; customerId: string };
  'role-customer-differs': { personId: string; role: string; held: string; given: string };
  'role-party-conflict': { personId: string; role: string; held: string };
  'role-not-held': { personId: string; role: string };
  'role-administrator-last': { personId: string };
  'role-accounts-kept': { personId: string; customers: readonly string[] };
}

/** Why a table of customers is not taken in, or one line of it. */
interface TableRefusals {
  'table-too-large': { linesMax: number; kibibytesMax: number };
  'table-not-readable': { line: number; reason: 'encoding' | 'control' | 'quote' };
  'table-empty': { columns: readonly string[] };
  'table-column-unknown': { column: string; columns: readonly string[] };
  'table-column-twice': { column: string };
  'table-column-missing': { column: string };
  'table-cells-surplus': { cells: number; columns: number };
  'table-customer-twice': { customerId: string; line: number };
}

/** Why a token is not made, or not revoked. */
interface TokenRefusals {
  'token-name-malformed': { name: string; charactersMax: number };
  'token-owner-unclear': { key: 'person' };
  'token-scope-not-known': { scope: string; known: readonly string[] };
  'token-scope-not-held': { scope: string; personId: string };
  'token-expiry-passed': { expiresAt: Instant };
  'token-not-known': { tokenId: string };
}

export type PersonField = 'name' | 'email' | 'office' | 'mobile' | 'title';

/** Every no about plans taken in, people, customers and tokens, with what its sentence names. */
export interface PeopleRefusals extends PlanRefusals, StandingRefusals, TableRefusals, TokenRefusals {}

export type PeopleRefusal = {
  [C in keyof PeopleRefusals]: { readonly code: C; readonly values: PeopleRefusals[C] };
}[keyof PeopleRefusals];

/** In what the agreed plan and the live record of a seat differ. */
export interface SeatDifference {
  readonly seat: string;
  readonly personId: string;
  readonly field: PersonField;
  readonly plan: string | undefined;
  readonly live: string | undefined;
}

/** What became of what was asked for, for whoever asked. */
interface PeopleNews {
  'plan-published': {
    contract: string;
    number: number;
    agreed: readonly string[];
    superseded: number | undefined;
  };
  'plan-drafted': { contract: string; number: number; file: string };
  'plan-unchanged': { contract: string; number: number; state: string };
  'plan-digest': { digest: string };
  'plan-seats-filled': { seats: readonly string[] };
  'plan-seat-differs': SeatDifference;
  'plan-findings': { count: number; file: string };
  'customer-added': { customerId: string; name: string };
  'customer-kept': { customerId: string };
  'account-manager-set': { customerId: string; personId: string };
  'table-line': {
    line: number;
    customerId: string;
    isNew: boolean;
    accountManager: string | undefined;
    isNewManager: boolean;
  };
  'table-preview': { lines: number; changes: number };
  'table-done': { lines: number; changes: number };
  'table-refused': { problems: number };
  'table-without-manager': { customers: readonly string[] };
  'person-added': { personId: string; role: string };
  'role-added': { personId: string; role: string };
  'role-kept': { personId: string; role: string };
  'token-made': { tokenId: string; name: string };
  'token-shown-once': { key: 'token' };
  'token-revoked': { tokenId: string; name: string };
  'token-kept-revoked': { tokenId: string; revokedAt: Instant };
  'list-empty': { of: 'customers' | 'people' | 'tokens' };
}

/** Heads of the columns of lists, and what stands where there is nothing. */
type ListLabel =
  | 'customerId'
  | 'name'
  | 'accountManager'
  | 'personId'
  | 'email'
  | 'roles'
  | 'tokenId'
  | 'owner'
  | 'scopes'
  | 'made'
  | 'ends'
  | 'nothing'
  | 'erased'
  | 'administrator'
  | 'revoked';

export interface PeopleWords {
  readonly refusals: { readonly [C in keyof PeopleRefusals]: (values: PeopleRefusals[C]) => RefusalWords };
  readonly news: { readonly [C in keyof PeopleNews]: (values: PeopleNews[C]) => string };
  readonly labels: Readonly<Record<ListLabel, string>>;
}

/** What is wrong and what to do, for a no about plans, people, customers or tokens. */
export function peopleRefusalWords(words: PeopleWords, { code, values }: PeopleRefusal): RefusalWords {
  const say = words.refusals[code] as (values: PeopleRefusals[keyof PeopleRefusals]) => RefusalWords;
  return say(values);
}
