import { handleObligationsIn, noticeFailed } from '../app/obligation/handle-obligations.ts';
import { obligationLetters } from '../app/obligation/obligation-letters.ts';
import type { EngineTransaction, NewDelivery, NoticeJob } from '../app/ports/engine.ts';
import { obligationIn } from '../app/ports/obligations.ts';
import type { Instant } from '../core/instant.ts';
import { chainLetters } from './chain-letters.ts';
import type { EngineParts } from './parts.ts';

/** Letters for notices about obligations; a party that has nobody to be told is an event of the obligation. */
export const makeObligationLetters = (
  { letters }: EngineParts,
  tx: EngineTransaction,
  notices: readonly NoticeJob[],
  at: Instant,
): Promise<readonly NewDelivery[]> =>
  chainLetters(notices, {
    keyIn: obligationIn,
    papersOf: (keys) => tx.obligationPapers(keys),
    write: (key, notice, papers) => obligationLetters(letters, key, notice, papers, at),
    note: (failed) =>
      handleObligationsIn(
        tx,
        failed.map(({ key, whom }) => noticeFailed(key, { personId: whom, deliveryId: letters.newId() })),
      ),
  });
