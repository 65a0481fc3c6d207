import { type CurrencyFigure, currencyFigure } from '../../../core/attestation/currency.ts';
import { dateAt, type Instant } from '../../../core/instant.ts';
import { isOwed } from '../../../core/obligation/state.ts';
import type { Caller } from '../../authorise.ts';
import type { AttestationReading } from '../../ports/attestation-reading.ts';
import type { ComplianceReading, EndFigures, LevelFigure } from '../../ports/compliance.ts';
import type { Lists, PromiseCount } from '../../ports/lists.ts';
import type { ObligationReading } from '../../ports/obligation-reading.ts';
import type { AnswerSummary, OverviewReading } from '../../ports/overview.ts';
import { type AttestedDetails, attestedDetails } from '../currency/attested-details.ts';
import { seatsToday } from '../currency/vacant-seats.ts';
import { type ObligationLine, obligationLines } from '../obligation/obligation-lines.ts';
import { periodInstants } from '../overview-choice.ts';
import { type AgreedPlan, agreedPlan, writtenPlan } from '../plan/agreed-plan.ts';
import { type DeadlineLine, deadlineLines } from './deadline-lines.ts';
import { type ProvedDemand, provedDemands, unshown } from './demands.ts';
import { type InForce, inForceIn } from './in-force.ts';
import { type EvidenceParts, planEvidence } from './plan-evidence.ts';

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
  /** The revisions that were in force in these days, the first of them first; from when on, where it began in them. */
  readonly inForce: readonly { readonly number: number; readonly from: string | undefined }[];
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

interface ComplianceParts extends EvidenceParts {
  readonly compliance: ComplianceReading;
  readonly lists: Pick<Lists, 'promises'>;
  readonly overview: Pick<OverviewReading, 'answers'>;
  readonly obligations: ObligationReading;
  readonly attestations: AttestationReading;
}

interface Reported extends Pick<ComplianceView, 'agreed' | 'now'> {
  readonly times: readonly InForce[];
}

/** Whoever reads a report sees the whole contract. */
const WHOLE = { all: true, customers: [], own: [], accounts: false } as const;

/** The report for whoever watches over a contract; undefined where nothing of it is published. */
export async function complianceView(
  parts: ComplianceParts,
  caller: Caller,
  days: ReportDays,
): Promise<ComplianceView | undefined> {
  const { reading, compliance, lists, overview, obligations, attestations } = parts;
  const { contract } = caller;
  const agreed = await agreedPlan(reading, contract);
  if (!agreed) return undefined;
  const { timeZone } = agreed.rules;
  const asked = { contract, ...periodInstants(days, timeZone) };
  const now = await reading.now();
  const { vacant } = await seatsToday(reading, agreed);
  const times = inForceIn(agreed.history, asked, now);
  const [steps, met, levels, ends, promises, answers, lines, attested] = await Promise.all([
    compliance.steps(asked),
    compliance.met(asked),
    compliance.levels(asked),
    compliance.ends(asked),
    lists.promises({ ...asked, sight: { ...WHOLE, person: caller.personId } }),
    overview.answers({ ...asked, customers: undefined, clock: 'open' }),
    obligationLines(obligations, caller, now),
    attestedDetails(attestations, contract, { now, vacant }),
  ]);
  const owed = lines.filter(({ state }) => isOwed(state));
  const late = owed.filter(({ standing }) => standing === 'late');
  return {
    ...{ agreed, days, now, levels, ends, promises },
    steps: deadlineLines(agreed.rules, steps, met),
    currency: currencyFigure(attested.current + owed.length - late.length, attested.of + owed.length),
    inForce: times.map(({ number, from, isNew }) => ({
      number,
      from: isNew ? dateAt(from, timeZone) : undefined,
    })),
    demands: await demandsOf(parts, { agreed, times, now }, { promises, obligations: lines, attested }),
    satisfied: answers.summaries.find(({ kind }) => kind === 'satisfied'),
    obligations: lines.filter(({ state: { dueOn } }) => dueOn >= days.from && dueOn <= days.until),
  };
}

/** The demands of the plan in force last; of days before the first plan those of that, none of them shown. */
async function demandsOf(
  parts: ComplianceParts,
  { agreed, times, now }: Reported,
  recorded: {
    readonly promises: readonly PromiseCount[];
    readonly obligations: readonly ObligationLine[];
    readonly attested: AttestedDetails;
  },
): Promise<readonly ProvedDemand[]> {
  const { rules, history } = agreed;
  const { timeZone } = rules;
  const evidence = await planEvidence(parts, { rules, times, now });
  const first = history.at(-1);
  const plan =
    times.length > 0 || !first
      ? evidence.plan
      : await writtenPlan(parts.reading, rules.contract, first.number);
  if (!plan) return [];
  const demands = provedDemands(plan, {
    ...{ ...evidence, ...recorded },
    attested: evidence.isToday ? recorded.attested : undefined,
    publishedOn: first?.publishedAt === undefined ? undefined : dateAt(first.publishedAt, timeZone),
  });
  return times.length > 0 ? demands : unshown(demands);
}
