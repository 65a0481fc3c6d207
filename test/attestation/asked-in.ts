import { handleAttestationsIn } from '../../src/app/attestation/handle-attestations.ts';
import type { World } from '../build/world.ts';
import { standing } from './build.ts';

/** Somebody of a world comes to stand at level 2 of its plan, and is asked to confirm how they are reached. */
export async function askedIn(
  { store, contract }: Pick<World, 'store' | 'contract'>,
  personId: string,
): Promise<void> {
  const facts = { standing: standing(), revisionNumber: 1, known: {}, isChange: true };
  const command = { type: 'takeUp', by: 'ladder', ...facts } as const;
  await store.transaction((tx) => handleAttestationsIn(tx, [{ key: { contract, personId }, command }]));
}
