import { isCurrent } from '../../../core/attestation/currency.ts';
import type { Instant } from '../../../core/instant.ts';
import type { AttestationReading } from '../../ports/attestation-reading.ts';

/** How many details there are to be confirmed, and how many of them count as confirmed. */
export interface AttestedDetails {
  readonly current: number;
  readonly of: number;
}

/** More than a plan has contacts. */
export const CONTACTS_MAX = 5_000;

/** The details of everybody who stands at a level of a contract's plan. */
export async function attestedDetails(
  reading: Pick<AttestationReading, 'list'>,
  contract: string,
  now: Instant,
): Promise<AttestedDetails> {
  const states = (await reading.list(contract, CONTACTS_MAX)).flatMap(({ state }) =>
    state.status === 'none' || state.status === 'released' ? [] : [state],
  );
  const all = states.flatMap((state) =>
    state.standing.details.map((detail) => isCurrent(state, detail, now)),
  );
  return { current: all.filter((one) => one).length, of: all.length };
}
