import type { AttestationState } from '../../core/attestation/state.ts';
import type { ReportedTimes } from '../../core/contact-report/state.ts';
import type { Instant } from '../../core/instant.ts';
import type { AttestationKey } from './attestations.ts';
import type { ReachedPerson } from './reading.ts';

/** An attestation with whoever it is of, as they are reached today. */
interface FoundAttestation {
  readonly person: ReachedPerson;
  readonly state: AttestationState;
}

/** A contact with every proof of life there is beside its own word. */
export interface ListedAttestation extends FoundAttestation {
  /** When they last signed in. */
  readonly signedInAt: Instant | undefined;
  /** When they last answered a notice, by the link of a mail or by a reply. */
  readonly answeredAt: Instant | undefined;
  /** What is reported as wrong of them and being checked. */
  readonly reported: ReportedTimes;
}

/** Questions about attestations that change nothing. */
export interface AttestationReading {
  /** Undefined where there is nobody of that name; `none` where they never stood at a level. */
  one(key: AttestationKey): Promise<FoundAttestation | undefined>;
  /** Who stands at a level today, by their ids; at most `max`. */
  list(contract: string, max: number): Promise<readonly ListedAttestation[]>;
  /** These people, whether they stand at a level or not; who was erased is left out. */
  named(contract: string, people: readonly string[]): Promise<readonly ListedAttestation[]>;
}
