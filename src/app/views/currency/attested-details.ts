import { isCurrent } from '../../../core/attestation/currency.ts';
import type { Instant } from '../../../core/instant.ts';
import type { AttestationReading } from '../../ports/attestation-reading.ts';
import type { VacantSeat } from './vacant-seats.ts';

/** How many details there are to be confirmed, and how many of them count as confirmed. */
export interface AttestedDetails {
  readonly current: number;
  readonly of: number;
}

/** More than a plan has contacts. */
export const CONTACTS_MAX = 5_000;

/** The details of everybody who stands at a level of a contract's plan, and those that nobody in a vacant seat confirms. */
export async function attestedDetails(
  reading: Pick<AttestationReading, 'list'>,
  contract: string,
  { now, vacant }: { readonly now: Instant; readonly vacant: readonly VacantSeat[] },
): Promise<AttestedDetails> {
  const states = (await reading.list(contract, CONTACTS_MAX)).flatMap(({ state }) =>
    state.status === 'none' || state.status === 'released' ? [] : [state],
  );
  const all = states.flatMap((state) =>
    state.standing.details.map((detail) => isCurrent(state, detail, now)),
  );
  const missing = vacant.flatMap(({ details }) => details);
  return { current: all.filter((one) => one).length, of: all.length + missing.length };
}
