import { type CurrencyFigure, currencyFigure } from '../../../core/attestation/currency.ts';
import { dateAt, type Instant } from '../../../core/instant.ts';
import { isOwed } from '../../../core/obligation/state.ts';
import { check } from '../../../core/plan/check.ts';
import type { Caller } from '../../authorise.ts';
import type { AttestationReading } from '../../ports/attestation-reading.ts';
import type { ComplianceReading, EndFigures, LevelFigure } from '../../ports/compliance.ts';
import type { Lists, PromiseCount } from '../../ports/lists.ts';
import type { ObligationReading } from '../../ports/obligation-reading.ts';
import type { AnswerSummary, OverviewReading } from '../../ports/overview.ts';
import type { Reading } from '../../ports/reading.ts';
import { type AttestedDetails, attestedDetails } from '../currency/attested-details.ts';
import { type ObligationLine, obligationLines } from '../obligation/obligation-lines.ts';
import { periodInstants } from '../overview-choice.ts';
import { type AgreedPlan, agreedPlan } from '../plan/agreed-plan.ts';
import { type DeadlineLine, deadlineLines } from './deadline-lines.ts';
import { type ProvedDemand, provedDemands } from './demands.ts';

/** Days of the contract's zone, the last one included. */
interface ReportDays {
  readonly from: string;
  readonly until: string;
}

/** The report on a time: what is demanded and proved, and what the record says. */
export interface ComplianceView {
  readonly agreed: AgreedPlan;
  readonly days: ReportDays;
  readonly now: Instant;
  readonly demands: readonly ProvedDemand[];
  readonly steps: readonly DeadlineLine[];
  readonly promises: readonly PromiseCount[];
  readonly levels: readonly LevelFigure[];
  readonly ends: EndFigures;
  /** How long it took until customers were satisfied. */
  readonly satisfied: AnswerSummary | undefined;
  /** How current the plan is now, whatever the days: the figure of the page about that. */
  readonly currency: CurrencyFigure;
  /** Those whose date lies in these days. */
  readonly obligations: readonly ObligationLine[];
}

interface ComplianceParts {
  readonly reading: Reading;
  readonly compliance: ComplianceReading;
  readonly lists: Pick<Lists, 'promises'>;
  readonly overview: Pick<OverviewReading, 'answers'>;
  readonly obligations: ObligationReading;
  readonly attestations: AttestationReading;
}

/** Whoever reads a report sees the whole contract. */
const WHOLE = { all: true, customers: [], own: [], accounts: false } as const;

/** The report for whoever watches over a contract; undefined where nothing of it is published. */
export async function complianceView(
  { reading, compliance, lists, overview, obligations, attestations }: ComplianceParts,
  caller: Caller,
  days: ReportDays,
): Promise<ComplianceView | undefined> {
  const { contract } = caller;
  const agreed = await agreedPlan(reading, contract);
  if (!agreed) return undefined;
  const { timeZone } = agreed.rules;
  const asked = { contract, ...periodInstants(days, timeZone) };
  const now = await reading.now();
  const [steps, met, levels, ends, promises, answers, lines, source, attested] = await Promise.all([
    compliance.steps(asked),
    compliance.met(asked),
    compliance.levels(asked),
    compliance.ends(asked),
    lists.promises({ ...asked, sight: { ...WHOLE, person: caller.personId } }),
    overview.answers({ ...asked, customers: undefined, clock: 'open' }),
    obligationLines(obligations, caller, now),
    reading.source(contract, agreed.published.number),
    attestedDetails(attestations, contract, now),
  ]);
  const owed = lines.filter(({ state }) => isOwed(state));
  const late = owed.filter(({ standing }) => standing === 'late');
  return {
    ...{ agreed, days, now, levels, ends, promises },
    steps: deadlineLines(agreed.rules, steps, met),
    currency: currencyFigure(attested.current + owed.length - late.length, attested.of + owed.length),
    demands: demandsOf(agreed, { source, promises, lines, attested, today: dateAt(now, timeZone) }),
    satisfied: answers.summaries.find(({ kind }) => kind === 'satisfied'),
    obligations: lines.filter(({ state: { dueOn } }) => dueOn >= days.from && dueOn <= days.until),
  };
}

function demandsOf(
  { written, history, rules }: AgreedPlan,
  {
    source,
    promises,
    lines,
    attested,
    today,
  }: {
    readonly source: string | undefined;
    readonly promises: readonly PromiseCount[];
    readonly lines: readonly ObligationLine[];
    readonly attested: AttestedDetails;
    readonly today: string;
  },
): readonly ProvedDemand[] {
  if (!written || source === undefined) return [];
  const { findings } = check(source, { today });
  const first = history.at(-1)?.publishedAt;
  return provedDemands(written, {
    found: new Set(findings.map(({ code }) => code)),
    lacking: new Set(
      findings.flatMap((finding) =>
        finding.code === 'requirement-section-missing' ? [finding.values.section] : [],
      ),
    ),
    ...{ promises, attested },
    obligations: lines,
    publishedOn: first === undefined ? undefined : dateAt(first, rules.timeZone),
  });
}
