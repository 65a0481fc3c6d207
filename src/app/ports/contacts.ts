import type { ContactChange, ContactEvent, ContactField } from '../../core/contact/contact-change.ts';
import type { Instant } from '../../core/instant.ts';
import type { NewDelivery } from './engine.ts';
import type { CaseKey, Recorded } from './store.ts';

/** Before the number of a change, where it stands in the record among cases: no case is called so. */
const MARK = 'contact-change:';

/** A change's name in the record, where cases have theirs. */
export const contactRecordKey = ({ contract, change }: Pick<KeptChange, 'contract' | 'change'>): CaseKey => ({
  contract,
  caseId: `${MARK}${change}`,
});

/** Whether a name in the record is that of a change of a number or an address. */
export const isContactChange = ({ caseId }: CaseKey): boolean => caseId.startsWith(MARK);

/** A change of somebody's number or address, with what happened to it. */
export interface KeptChange {
  readonly contract: string;
  /** In its contract, from 1. */
  readonly change: number;
  /** Undefined: there was none, or it was erased. */
  readonly oldValue: string | undefined;
  readonly newValue: string | undefined;
  readonly codeId: string | undefined;
  readonly events: readonly ContactEvent[];
  readonly state: ContactChange;
  /** The digest of its last event, hex. */
  readonly head: string;
}

export type NewChange = Pick<KeptChange, 'contract' | 'change' | 'oldValue' | 'newValue' | 'codeId'> & {
  readonly freezeHash: string;
  readonly asked: Recorded<ContactEvent>;
  readonly personId: string;
  readonly field: ContactField;
};

/** When each of somebody's numbers and addresses was last confirmed, as far as it ever was. */
export type ConfirmedMeans = Readonly<Partial<Record<ContactField, Instant>>>;

/** What a transaction on contracts knows of changes of numbers and addresses. */
export interface ContactsTransaction {
  nextContactChange(contract: string): Promise<number>;
  addContactChange(change: NewChange): Promise<void>;
  contactChange(contract: string, change: number): Promise<KeptChange | undefined>;
  /** By the link that holds it up; `hash` is hex. */
  contactChangeToFreeze(hash: string): Promise<KeptChange | undefined>;
  /** Somebody's own, newest first. */
  contactChangesOf(contract: string, personId: string, max: number): Promise<readonly KeptChange[]>;
  /** All of a contract, newest first. */
  contactChanges(
    contract: string,
    page: { readonly before: number | undefined; readonly max: number },
  ): Promise<readonly KeptChange[]>;
  /** Adds what has happened to a change. */
  recordContact(
    kept: KeptChange,
    events: readonly Recorded<ContactEvent>[],
    state: ContactChange,
  ): Promise<void>;
  /** Uses a number or an address from now on; undefined: there is none. */
  useMeans(contract: string, personId: string, field: ContactField, value: string | undefined): Promise<void>;
  /** Notes when what is used now was confirmed; undefined: it was not. */
  noteConfirmed(
    contract: string,
    personId: string,
    field: ContactField,
    at: Instant | undefined,
  ): Promise<void>;
  confirmedMeans(contract: string, ids: readonly string[]): Promise<ReadonlyMap<string, ConfirmedMeans>>;
  /** Queues a mail about no case. */
  queueLetter(letter: NewDelivery): Promise<void>;
}
