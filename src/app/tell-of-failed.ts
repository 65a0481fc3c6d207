import { attestationNoticeFailed, handleAttestationsIn } from './attestation/handle-attestations.ts';
import { handleReportsIn, reportNoticeFailed } from './contact-reports/handle-reports.ts';
import { drillNoticeFailed, handleDrillsIn } from './drills/handle-drills.ts';
import { handleObligationsIn, noticeFailed } from './obligation/handle-obligations.ts';
import { attestationIn } from './ports/attestations.ts';
import { reportIn } from './ports/contact-reports.ts';
import { drillIn } from './ports/drills.ts';
import type { EngineTransaction } from './ports/engine.ts';
import { obligationIn } from './ports/obligations.ts';
import { fillingIn } from './ports/seat-fillings.ts';
import type { CaseKey } from './ports/store.ts';
import { fillingNoticeFailed, handleFillingsIn } from './seats/handle-fillings.ts';

/** A letter that reached nobody, at once or by a report that came back. */
interface FailedLetter extends CaseKey {
  readonly personId: string;
  readonly deliveryId: string;
}

/**
 * What reaches nobody is an event of what it was about: a drill, an obligation, what a contact confirms, a report, who fills a
 * seat. Letters about cases are passed over: what follows there is more.
 */
export async function tellOfFailed(tx: EngineTransaction, failed: readonly FailedLetter[]): Promise<void> {
  const about = <K, R>(
    keyIn: (key: CaseKey) => K | undefined,
    request: (key: K, letter: FailedLetter) => R,
  ): readonly R[] =>
    failed.flatMap((letter) => {
      const key = keyIn(letter);
      return key === undefined ? [] : [request(key, letter)];
    });
  // Drills first: whoever waits for those of a contract must hold nothing that they may wait for.
  const drills = about(drillIn, drillNoticeFailed);
  if (drills.length > 0) await handleDrillsIn(tx, drills);
  const obligations = about(obligationIn, noticeFailed);
  if (obligations.length > 0) await handleObligationsIn(tx, obligations);
  const attestations = about(attestationIn, attestationNoticeFailed);
  if (attestations.length > 0) await handleAttestationsIn(tx, attestations);
  const reports = about(reportIn, reportNoticeFailed);
  if (reports.length > 0) await handleReportsIn(tx, reports);
  const fillings = about(fillingIn, fillingNoticeFailed);
  if (fillings.length > 0) await handleFillingsIn(tx, fillings);
}
