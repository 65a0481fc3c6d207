import type { AttestationEvent } from '../../core/attestation/event.ts';
import type { AttestationState, DetailTimes, LiveAttestation } from '../../core/attestation/state.ts';
import type { ContactField } from '../../core/contact/contact-change.ts';
import type { Instant } from '../../core/instant.ts';
import type { Revision } from '../../core/plan/revision/revision.ts';
import type { ChainChange, LockedChain } from './chains.ts';
import type { Person } from './engine.ts';
import type { CaseKey } from './store.ts';

/** Whose attestation it is; the contract leads everywhere. */
export interface AttestationKey {
  readonly contract: string;
  readonly personId: string;
}

/** Before the id of a person, where their attestation stands in the record among cases: no case is called so. */
const MARK = 'attestation:';

/** An attestation's name in the record, in queues and beside letters, where cases have theirs. */
export const attestationRecordKey = ({ contract, personId }: AttestationKey): CaseKey => ({
  contract,
  caseId: `${MARK}${personId}`,
});

/** The attestation that a name in the record means; undefined where it is none. */
export const attestationIn = ({ contract, caseId }: CaseKey): AttestationKey | undefined =>
  caseId.startsWith(MARK) ? { contract, personId: caseId.slice(MARK.length) } : undefined;

/**
 * Whose the reply address of a letter is, where cases have their names: of an attestation each letter has an address of
 * its own, so that an answer is about what that letter says.
 */
export const replyCaseOf = ({
  caseId,
  number,
}: {
  readonly caseId: string;
  readonly number: number;
}): string => (caseId.startsWith(MARK) ? `${caseId}:${number}` : caseId);

/** An attestation and which letter about it the owner of a reply address was sent; undefined where it is about none. */
export function attestationAnsweredIn({
  contract,
  caseId,
}: CaseKey): { readonly key: AttestationKey; readonly number: number } | undefined {
  const [, personId, number] = /^attestation:([^:]+):(\d+)$/.exec(caseId) ?? [];
  return personId === undefined ? undefined : { key: { contract, personId }, number: Number(number) };
}

/** Whether a name in the record is a case's: what is none has its kind and a colon before its own name. */
export const isCase = ({ caseId }: CaseKey): boolean => !caseId.includes(':');

/** An attestation as it stands; `none` where there is none yet. */
export type LockedAttestation = LockedChain<AttestationKey, AttestationState>;

/** Everything one decision changes about an attestation. */
export interface AttestationChange
  extends ChainChange<AttestationKey, AttestationState, LiveAttestation, AttestationEvent> {
  /** Numbers and addresses that the contact has confirmed, with when. */
  readonly confirmed: readonly { readonly field: ContactField; readonly at: Instant }[];
  /** Those that have turned out to reach nobody. */
  readonly doubted: readonly ContactField[];
}

/** A contract whose contacts may be others than when they were last looked at. */
export interface ChangedContacts {
  readonly contract: string;
  readonly rules: Revision;
  /** The plan as written; undefined where it was erased. */
  readonly source: string | undefined;
  /** When a plan of the contract was first published, and when the one in force was. */
  readonly firstPublishedAt: Instant;
  readonly publishedAt: Instant;
  /** Its contacts were looked at before. */
  readonly isKnown: boolean;
  /** How many changes of people and seats there were. */
  readonly changes: number;
}

/** Who fills a seat today, for everybody or for some customer, and how they can be reached. */
export interface SeatedContact {
  readonly seat: string;
  readonly personId: string;
  readonly fields: readonly ContactField[];
  /** When each number and address was confirmed. */
  readonly confirmed: DetailTimes;
}

/** What a transaction does for attestations. */
export interface AttestationsTransaction {
  /** Locks attestations in the order of their names. */
  lockAttestations(keys: readonly AttestationKey[]): Promise<readonly LockedAttestation[]>;
  recordAttestations(changes: readonly AttestationChange[]): Promise<void>;
  /** One contract, none of `except`, whose plan, seats or people have changed since its contacts were looked at, locked. */
  changedContacts(except: readonly string[]): Promise<ChangedContacts | undefined>;
  seatedContacts(contract: string): Promise<readonly SeatedContact[]>;
  /** Everybody of a contract who has an attestation; bounded by who ever filled a seat. */
  attestedPeople(contract: string): Promise<readonly string[]>;
  /** That the contacts of a contract were looked at as they are now. */
  saveLookedAt(
    looked: Pick<ChangedContacts, 'contract' | 'changes'>,
    revision: number,
    at: Instant,
  ): Promise<void>;
}

/** An attestation as whoever writes of it needs it. */
export interface AttestationPapers {
  readonly contractTitle: string;
  /** In order, the first has number 1. */
  readonly events: readonly AttestationEvent[];
  /** The contact; undefined where they were erased. */
  readonly person: Person | undefined;
  /** Who answers for the plan: program managers and oversight. */
  readonly parties: readonly Person[];
  /** The program managers alone. */
  readonly managers: readonly Person[];
}
