import { currencyPath } from '../../attestation/attestation-paths.ts';
import { reportsPath } from '../../contact-reports/report-paths.ts';
import { drillsPath } from '../../drills/drill-paths.ts';
import { attestationIn } from '../../ports/attestations.ts';
import { reportIn } from '../../ports/contact-reports.ts';
import { drillIn } from '../../ports/drills.ts';
import { obligationIn } from '../../ports/obligations.ts';
import { fillingIn } from '../../ports/seat-fillings.ts';
import { subscriptionIn } from '../../ports/subscriptions.ts';
import { fillingsPath } from '../../seats/seat-paths.ts';

/**
 * The path of what a name in the record means: a case, an obligation, an attestation, a report of a wrong contact, who was
 * put into a seat, a drill, or a plan by its subscription.
 */
export function recordedPath(key: { readonly contract: string; readonly caseId: string }): string {
  const obligation = obligationIn(key);
  if (obligation) return obligationPath(obligation);
  const report = reportIn(key);
  if (report) return `${reportsPath(key.contract)}/${report.report}`;
  const filling = fillingIn(key);
  if (filling) return `${fillingsPath(key.contract)}/${filling.filling}`;
  const drill = drillIn(key);
  if (drill) return `${drillsPath(key.contract)}/${drill.drill}`;
  if (attestationIn(key)) return currencyPath(key.contract);
  if (subscriptionIn(key)) return `/plans/${encodeURIComponent(key.contract)}`;
  return `/contracts/${encodeURIComponent(key.contract)}/cases/${encodeURIComponent(key.caseId)}`;
}

/** The path of a contract's obligations, and of one of them. */
export const obligationsPath = (contract: string): string =>
  `/contracts/${encodeURIComponent(contract)}/obligations`;

export const obligationPath = ({
  contract,
  obligationId,
}: {
  readonly contract: string;
  readonly obligationId: string;
}): string => `${obligationsPath(contract)}/${encodeURIComponent(obligationId)}`;
