import { handleObligationsIn } from '../../src/app/obligation/handle-obligations.ts';
import type { Occasion } from '../../src/core/obligation/occasions.ts';
import type { World } from '../build/world.ts';

/** Takes up one occasion in a world's contract, as a publication does. */
export async function undertakenIn(
  { store, contract }: Pick<World, 'store' | 'contract'>,
  occasion: Occasion,
): Promise<void> {
  const terms = { occasion, revisionNumber: 1, timeZone: 'America/Los_Angeles' };
  const command = { type: 'undertake', by: 'ladder', ...terms } as const;
  const key = { contract, obligationId: occasion.id };
  await store.transaction((tx) => handleObligationsIn(tx, [{ key, caller: undefined, command }]));
}
