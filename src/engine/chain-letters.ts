import { attestationLetters } from '../app/attestation/attestation-letters.ts';
import { attestationNoticeFailed, handleAttestationsIn } from '../app/attestation/handle-attestations.ts';
import type { ChainLetters, ChainNotice } from '../app/chain-letters.ts';
import { handleReportsIn, reportNoticeFailed } from '../app/contact-reports/handle-reports.ts';
import { reportLetters } from '../app/contact-reports/report-letters.ts';
import { drillLetters } from '../app/drills/drill-letters.ts';
import { drillNoticeFailed, handleDrillsIn } from '../app/drills/handle-drills.ts';
import { handleObligationsIn, noticeFailed } from '../app/obligation/handle-obligations.ts';
import { obligationLetters } from '../app/obligation/obligation-letters.ts';
import { attestationIn } from '../app/ports/attestations.ts';
import { reportIn } from '../app/ports/contact-reports.ts';
import { drillIn } from '../app/ports/drills.ts';
import type { EngineTransaction, NewDelivery, NoticeJob } from '../app/ports/engine.ts';
import { obligationIn } from '../app/ports/obligations.ts';
import { fillingIn } from '../app/ports/seat-fillings.ts';
import { fillingLetters } from '../app/seats/filling-letters.ts';
import { fillingNoticeFailed, handleFillingsIn } from '../app/seats/handle-fillings.ts';
import type { Instant } from '../core/instant.ts';
import type { EngineParts } from './parts.ts';

/** One kind of what has a chain of its own beside the cases, as far as people are told of it. */
interface Kind<Key, Papers, Request> {
  /** What a notice is about; undefined where it is about something else. */
  readonly keyIn: (notice: NoticeJob) => Key | undefined;
  readonly papersOf: (tx: EngineTransaction, keys: readonly Key[]) => Promise<readonly Papers[]>;
  readonly write: (...notice: ChainNotice<Key, Papers>) => ChainLetters;
  /** That somebody could not be told is an event of what they were to be told about. */
  readonly failed: (key: Key, whom: { readonly personId: string; readonly deliveryId: string }) => Request;
  readonly handle: (tx: EngineTransaction, requests: readonly Request[]) => Promise<unknown>;
}

type Maker = (
  parts: EngineParts,
  tx: EngineTransaction,
  notices: readonly NoticeJob[],
  at: Instant,
) => Promise<readonly NewDelivery[]>;

const maker =
  <Key, Papers, Request>({ keyIn, papersOf, write, failed, handle }: Kind<Key, Papers, Request>): Maker =>
  async ({ letters }, tx, notices, at) => {
    const told = notices.flatMap((notice) => {
      const key = keyIn(notice);
      return key ? [{ key, notice }] : [];
    });
    if (told.length === 0) return [];
    const papers = await papersOf(
      tx,
      told.map(({ key }) => key),
    );
    const made = told.map(({ key, notice }, index) => ({
      key,
      ...write(letters, key, notice, papers[index]!, at),
    }));
    const requests = made.flatMap(({ key, unreached }) =>
      unreached.map((personId) => failed(key, { personId, deliveryId: letters.newId() })),
    );
    if (requests.length > 0) await handle(tx, requests);
    return made.flatMap(({ deliveries }) => deliveries);
  };

/** Every kind; drills first, for they take a lock that stands before all others. */
const MAKERS: readonly Maker[] = [
  maker({
    keyIn: drillIn,
    papersOf: (tx, keys) => tx.drills.papers(keys),
    write: drillLetters,
    failed: drillNoticeFailed,
    handle: handleDrillsIn,
  }),
  maker({
    keyIn: obligationIn,
    papersOf: (tx, keys) => tx.obligationPapers(keys),
    write: obligationLetters,
    failed: noticeFailed,
    handle: handleObligationsIn,
  }),
  maker({
    keyIn: attestationIn,
    papersOf: (tx, keys) => tx.attestationPapers(keys),
    write: attestationLetters,
    failed: attestationNoticeFailed,
    handle: handleAttestationsIn,
  }),
  maker({
    keyIn: reportIn,
    papersOf: (tx, keys) => tx.reports.papers(keys),
    write: reportLetters,
    failed: reportNoticeFailed,
    handle: handleReportsIn,
  }),
  maker({
    keyIn: fillingIn,
    papersOf: (tx, keys) => tx.fillings.papers(keys),
    write: fillingLetters,
    failed: fillingNoticeFailed,
    handle: handleFillingsIn,
  }),
];

/** Letters for notices about everything that has a chain of its own; who cannot be told is an event there. */
export async function chainLetters(...asked: Parameters<Maker>): Promise<readonly NewDelivery[]> {
  const made: NewDelivery[] = [];
  for (const make of MAKERS) made.push(...(await make(...asked)));
  return made;
}
