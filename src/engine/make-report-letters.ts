import { handleReportsIn, reportNoticeFailed } from '../app/contact-reports/handle-reports.ts';
import { reportLetters } from '../app/contact-reports/report-letters.ts';
import { reportIn } from '../app/ports/contact-reports.ts';
import type { EngineTransaction, NewDelivery, NoticeJob } from '../app/ports/engine.ts';
import type { Instant } from '../core/instant.ts';
import { chainLetters } from './chain-letters.ts';
import type { EngineParts } from './parts.ts';

/** Letters for notices about reports of wrong contacts; who cannot be told is an event of the report. */
export const makeReportLetters = (
  { letters }: EngineParts,
  tx: EngineTransaction,
  notices: readonly NoticeJob[],
  at: Instant,
): Promise<readonly NewDelivery[]> =>
  chainLetters(notices, {
    keyIn: reportIn,
    papersOf: (keys) => tx.reports.papers(keys),
    write: (key, notice, papers) => reportLetters(letters, key, notice, papers, at),
    note: (failed) =>
      handleReportsIn(
        tx,
        failed.map(({ key, whom }) =>
          reportNoticeFailed(key, { personId: whom, deliveryId: letters.newId() }),
        ),
      ),
  });
