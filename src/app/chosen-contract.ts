import type { ContractsTransaction } from './ports/contracts.ts';
import { type Refused, refuse } from './refuse.ts';

/** The contract that is meant, locked: the named one, or the only one there is. */
export async function chosenContract(
  tx: ContractsTransaction,
  named: string | undefined,
): Promise<{ readonly contract: string } | Refused> {
  const known = await tx.contractIds();
  if (known.length === 0) return refuse('contract-none-loaded', { key: 'contract' });
  if (named === undefined && known.length > 1) return refuse('contract-not-chosen', { known });
  const contract = named ?? known[0] ?? '';
  // Only a name that is there is asked for: what was typed may be no text that a database takes.
  if (!known.includes(contract)) return refuse('contract-not-known', { contract, known });
  await tx.lockContract(contract);
  return { contract };
}
