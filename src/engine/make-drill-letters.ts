import { drillLetters } from '../app/drills/drill-letters.ts';
import { drillNoticeFailed, handleDrillsIn } from '../app/drills/handle-drills.ts';
import { drillIn } from '../app/ports/drills.ts';
import type { EngineTransaction, NewDelivery, NoticeJob } from '../app/ports/engine.ts';
import type { Instant } from '../core/instant.ts';
import { chainLetters } from './chain-letters.ts';
import type { EngineParts } from './parts.ts';

/** Letters for notices about drills; who cannot be told is an event of the drill. */
export const makeDrillLetters = (
  { letters }: EngineParts,
  tx: EngineTransaction,
  notices: readonly NoticeJob[],
  at: Instant,
): Promise<readonly NewDelivery[]> =>
  chainLetters(notices, {
    keyIn: drillIn,
    papersOf: (keys) => tx.drills.papers(keys),
    write: (key, notice, papers) => drillLetters(letters, key, notice, papers, at),
    note: (failed) =>
      handleDrillsIn(
        tx,
        failed.map(({ key, whom }) =>
          drillNoticeFailed(key, { personId: whom, deliveryId: letters.newId() }),
        ),
      ),
  });
