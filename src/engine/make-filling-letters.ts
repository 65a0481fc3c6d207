import type { EngineTransaction, NewDelivery, NoticeJob } from '../app/ports/engine.ts';
import { fillingIn } from '../app/ports/seat-fillings.ts';
import { fillingLetters } from '../app/seats/filling-letters.ts';
import { fillingNoticeFailed, handleFillingsIn } from '../app/seats/handle-fillings.ts';
import type { Instant } from '../core/instant.ts';
import { chainLetters } from './chain-letters.ts';
import type { EngineParts } from './parts.ts';

/** Letters for notices about who fills seats; who cannot be told is an event of the filling. */
export const makeFillingLetters = (
  { letters }: EngineParts,
  tx: EngineTransaction,
  notices: readonly NoticeJob[],
  at: Instant,
): Promise<readonly NewDelivery[]> =>
  chainLetters(notices, {
    keyIn: fillingIn,
    papersOf: (keys) => tx.fillings.papers(keys),
    write: (key, notice, papers) => fillingLetters(letters, key, notice, papers, at),
    note: (failed) =>
      handleFillingsIn(
        tx,
        failed.map(({ key, whom }) =>
          fillingNoticeFailed(key, { personId: whom, deliveryId: letters.newId() }),
        ),
      ),
  });
