import type { Instant } from '../../core/instant.ts';
import type { Contracts } from '../ports/contracts.ts';
import { writeDraftLetters } from './draft-letters.ts';
import type { DraftRoad } from './give-draft.ts';
import { putInForce } from './put-in-force.ts';
import { undoable, walkDraft } from './walk-draft.ts';

/** A publication whose instant has come and that could not be made. */
interface Held {
  readonly contract: string;
  readonly code: string;
}

/**
 * Publishes every plan whose instant has come, each in its own transaction; on several nodes each is published once.
 * One whose people cannot be taken in is left, and named.
 */
export async function takeEffect({ contracts, ...letters }: DraftRoad): Promise<readonly Held[]> {
  const due = await contracts.transaction(async (tx) => tx.draftsDue(await tx.now()));
  const held: Held[] = [];
  for (const key of due) {
    const done = await undoable(contracts, async (tx) => {
      await tx.lockContract(key.contract);
      const at: Instant = await tx.now();
      const { state, events } = await walkDraft(tx, key, {
        type: 'takeEffect',
        at,
        by: 'ladder',
        party: undefined,
      });
      if (events.length > 0) await putInForce(tx, key, state);
      await writeDraftLetters(letters, tx, { key, before: 'agreed', state, events, at });
      return undefined;
    });
    if (done) held.push({ contract: key.contract, code: done.refusal.code });
  }
  return held;
}

/** Milliseconds until the next plan takes effect; undefined where none waits. */
export const untilEffect = (contracts: Contracts): Promise<number | undefined> =>
  contracts.transaction(async (tx) => {
    const next = await tx.nextEffect();
    return next === undefined ? undefined : Math.max(0, next - (await tx.now()));
  });
