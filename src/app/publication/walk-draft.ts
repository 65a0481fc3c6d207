import { plainEvent } from '../../core/plain-event.ts';
import { decideDraft } from '../../core/publication/decide-draft.ts';
import type { DraftCommand } from '../../core/publication/draft-command.ts';
import type { DraftEvent } from '../../core/publication/draft-event.ts';
import type { DraftRefusal, DraftRefusalCode, DraftRefusals } from '../../core/publication/draft-refusal.ts';
import type { DraftState } from '../../core/publication/draft-state.ts';
import { draftChainStart } from '../ports/chain-start.ts';
import type { Contracts, ContractsTransaction } from '../ports/contracts.ts';
import type { DraftKey } from '../ports/drafts.ts';
import { chainOf } from '../record.ts';

/** A no on the way: it undoes everything that the transaction has done, and is the answer. */
class DraftRefused extends Error {
  readonly refusal: DraftRefusal;

  constructor(refusal: DraftRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

export function refuseDraft<C extends DraftRefusalCode>(code: C, values: DraftRefusals[C]): never {
  throw new DraftRefused({ code, values } as DraftRefusal);
}

interface Walked {
  readonly state: DraftState;
  readonly events: readonly DraftEvent[];
}

/**
 * The only way in which a plan comes on: one command, decided on what the draft is now, and written.
 *
 * It stands in a transaction that holds the lock of the contract; a no is thrown as `DraftRefused`.
 */
export async function walkDraft(
  tx: ContractsTransaction,
  key: DraftKey,
  command: DraftCommand,
): Promise<Walked> {
  const kept = await tx.draft(key);
  const decision = decideDraft(kept?.state, command);
  if (!decision.accepted) throw new DraftRefused(decision.refusal);
  const { state, events } = decision;
  const end = { head: kept?.row.head ?? draftChainStart(key), number: kept?.state.events ?? 0 };
  await tx.recordDraft({ key, events: chainOf(end, events, plainEvent), state });
  return { state, events };
}

/** Runs `work` in one transaction; a no undoes all of it and is answered. */
export async function undoable<T>(
  contracts: Contracts,
  work: (tx: ContractsTransaction) => Promise<T>,
): Promise<T | { readonly accepted: false; readonly refusal: DraftRefusal }> {
  try {
    return await contracts.transaction(work);
  } catch (error) {
    if (error instanceof DraftRefused) return { accepted: false, refusal: error.refusal };
    throw error;
  }
}
