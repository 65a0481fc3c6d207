import type { LocalDate } from '../../../core/calendar/calendar.ts';
import type { FindingCode } from '../../../core/finding.ts';
import { dueOn } from '../../../core/plan/asked/obligation-due.ts';
import type { Plan } from '../../../core/plan/format/schema.ts';
import type { ContactField, Section } from '../../../core/plan/format/schema-contract.ts';
import type { PromiseKind } from '../../../core/plan/revision/revision.ts';
import { parseSpan, type Span } from '../../../core/span.ts';
import type { PromiseCount } from '../../ports/lists.ts';
import type { AttestedDetails } from '../currency/attested-details.ts';
import type { ObligationLine } from '../obligation/obligation-lines.ts';
import { emptyAtOnce } from './empty-levels.ts';
import type { PlanEvidence } from './plan-evidence.ts';

/** What a clause demands, in the values that its sentence names. */
export type Demand =
  | { readonly is: 'levels'; readonly count: number }
  | { readonly is: 'contactFields'; readonly fields: readonly ContactField[] }
  | { readonly is: 'availability'; readonly isAlways: boolean }
  | { readonly is: 'posting'; readonly dueOn: LocalDate | undefined }
  | { readonly is: 'section'; readonly section: Section }
  | { readonly is: 'attestation' | 'longestAtLevel' | 'updateEvery'; readonly span: Span }
  | { readonly is: 'expedited' | 'reissue' };

/** What shows that a demand is met, or that it is not. */
export type Proof =
  /** The check of the plans in force, and who stood at their levels; `found` and what follows is against it. */
  | ({
      readonly by: 'check';
      readonly checked: readonly number[];
      readonly found: readonly FindingCode[];
    } & Against)
  /** The texts of these revisions were erased, so that nobody can check them any more. */
  | { readonly by: 'erased'; readonly erased: readonly number[] }
  | { readonly by: 'publication'; readonly doneOn: LocalDate }
  | { readonly by: 'obligation'; readonly title: string; readonly doneOn: LocalDate }
  | { readonly by: 'promises'; readonly kept: number; readonly missed: number }
  /** How many of the details that are to be confirmed count as confirmed. */
  | { readonly by: 'attestation'; readonly current: number; readonly of: number }
  /** It is counted as of today, which is not among the days. */
  | { readonly by: 'today' }
  /** No plan was in force in these days. */
  | { readonly by: 'notInForce' }
  /** Another report shows it. */
  | { readonly by: 'nothing' };

/** What the people in the seats of a plan have against a demand. */
type Against = Pick<PlanEvidence, 'empty' | 'unreached' | 'contacts'>;

export interface ProvedDemand {
  readonly demand: Demand;
  /** `open`: nothing here shows it either way. */
  readonly standing: 'holds' | 'fails' | 'open';
  readonly proof: Proof;
}

interface Evidence extends PlanEvidence {
  readonly promises: readonly PromiseCount[];
  readonly obligations: readonly ObligationLine[];
  /** Details of everybody who stands at a level, and how many of them count as confirmed; undefined where today is not among the days. */
  readonly attested: AttestedDetails | undefined;
  /** When the first revision was published. */
  readonly publishedOn: LocalDate | undefined;
}

/** Each demand of a plan's clause, with its proof. */
export function provedDemands(plan: Plan, evidence: Evidence): readonly ProvedDemand[] {
  const {
    levels,
    contactFields,
    availability,
    posting,
    sections = [],
    expedited,
    reissue,
  } = plan.requirements ?? {};
  return [
    ...(levels === undefined ? [] : [enoughLevels(levels, evidence)]),
    ...(contactFields === undefined ? [] : [wholeContacts(contactFields, evidence)]),
    ...(availability === undefined ? [] : [available(availability === '24x7x365', evidence)]),
    ...(posting === undefined ? [] : [posted(plan, evidence)]),
    ...sections.map((section) => withSection(section, evidence)),
    ...spanned(plan, evidence),
    ...(expedited === undefined
      ? []
      : [checked({ is: 'expedited' }, ['requirement-expedited-missing'], evidence)]),
    ...(reissue === undefined ? [] : [checked({ is: 'reissue' }, ['requirement-reissue-missing'], evidence)]),
  ];
}

/** The same where no plan was in force: nothing is shown of any of them. */
export const unshown = (demands: readonly ProvedDemand[]): readonly ProvedDemand[] =>
  demands.map(({ demand }) => ({ demand, standing: 'open', proof: { by: 'notInForce' } }));

/** A level at which nobody stood is no level. */
function enoughLevels(count: number, evidence: Evidence): ProvedDemand {
  const { plan, empty, unmanned: unreached } = evidence;
  const left = (plan?.levels?.length ?? 0) - emptyAtOnce(empty, unreached);
  return checked(
    { is: 'levels', count },
    ['levels-too-few'],
    evidence,
    left < count ? { empty, unreached } : {},
  );
}

function wholeContacts(fields: readonly ContactField[], evidence: Evidence): ProvedDemand {
  const { empty, unmanned: unreached, contacts } = evidence;
  const codes = ['contact-field-missing', 'level-responsibility-missing'] as const;
  return checked({ is: 'contactFields', fields }, codes, evidence, { empty, unreached, contacts });
}

/** At this very hour nobody may be on duty where business hours are demanded alone. */
function available(isAlways: boolean, evidence: Evidence): ProvedDemand {
  const { empty, unmanned } = evidence;
  const codes = ['level-coverage-missing', 'level-uncovered'] as const;
  const unreached = isAlways ? [...unmanned, ...evidence.unreached] : unmanned;
  return checked({ is: 'availability', isAlways }, codes, evidence, { empty, unreached });
}

const NOTHING: Against = { empty: [], unreached: [], contacts: [] };

function checked(
  demand: Demand,
  codes: readonly FindingCode[],
  evidence: Evidence,
  people: Partial<Against> = {},
): ProvedDemand {
  const found = codes.filter((code) => evidence.found.has(code));
  return judged(demand, evidence, { ...NOTHING, ...people, found });
}

/** What is against it makes a no; what could not be checked is not shown. */
function judged(
  demand: Demand,
  { checked, erased }: Evidence,
  against: Against & { readonly found: readonly FindingCode[] },
): ProvedDemand {
  const isMet = Object.values(against).every((one) => one.length === 0);
  if (isMet && erased.length > 0) return { demand, standing: 'open', proof: { by: 'erased', erased } };
  return { demand, standing: isMet ? 'holds' : 'fails', proof: { by: 'check', checked, ...against } };
}

function withSection(section: Section, evidence: Evidence): ProvedDemand {
  const found: readonly FindingCode[] = evidence.lacking.has(section) ? ['requirement-section-missing'] : [];
  return judged({ is: 'section', section }, evidence, { ...NOTHING, found });
}

/** In time where an obligation of that very day was accepted as done by then; else by the first publication kept here. */
function posted(plan: Plan, { obligations, publishedOn }: Evidence): ProvedDemand {
  const within = plan.requirements?.posting?.within;
  const last = within === undefined ? undefined : dueOn(plan, within);
  const demand = { is: 'posting', dueOn: last } as const;
  if (last === undefined) return { demand, standing: 'open', proof: { by: 'nothing' } };
  const done = obligations.flatMap(({ state }) =>
    state.status === 'accepted' && state.plannedOn === last && state.delivery
      ? [{ by: 'obligation', title: state.terms.title, doneOn: state.delivery.doneOn } as const]
      : [],
  );
  const proof =
    done[0] ??
    (publishedOn === undefined ? undefined : ({ by: 'publication', doneOn: publishedOn } as const));
  if (!proof) return { demand, standing: 'open', proof: { by: 'nothing' } };
  return { demand, standing: proof.doneOn <= last ? 'holds' : 'fails', proof };
}

/** Demands that are lengths of time; those that a promise measures are proved by how it was kept. */
function spanned({ requirements }: Plan, { promises, attested }: Evidence): readonly ProvedDemand[] {
  const written = [
    ['attestation', requirements?.attestation?.every],
    ['longestAtLevel', requirements?.longestAtLevel],
    ['updateEvery', requirements?.updateEvery],
  ] as const;
  return written.flatMap(([is, text]): ProvedDemand[] => {
    const span = text === undefined ? undefined : parseSpan(text);
    if (!span) return [];
    const demand = { is, span };
    return is === 'attestation' ? [confirmed(demand, attested)] : [promised(demand, is, promises)];
  });
}

function confirmed(demand: Demand, attested: Evidence['attested']): ProvedDemand {
  if (!attested) return { demand, standing: 'open', proof: { by: 'today' } };
  const { current, of } = attested;
  if (of === 0) return { demand, standing: 'open', proof: { by: 'nothing' } };
  return { demand, standing: current === of ? 'holds' : 'fails', proof: { by: 'attestation', current, of } };
}

function promised(demand: Demand, kind: PromiseKind, counts: readonly PromiseCount[]): ProvedDemand {
  const own = counts.filter((count) => count.kind === kind);
  const kept = own.reduce((sum, count) => sum + count.kept, 0);
  const missed = own.reduce((sum, count) => sum + count.missed, 0);
  const standing = missed > 0 ? 'fails' : kept > 0 ? 'holds' : 'open';
  return { demand, standing, proof: { by: 'promises', kept, missed } };
}
