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
  /** The check of the plan in force; `found` is what it has against it. */
  | { readonly by: 'check'; readonly found: readonly FindingCode[] }
  | { readonly by: 'publication'; readonly doneOn: LocalDate }
  | { readonly by: 'obligation'; readonly title: string; readonly doneOn: LocalDate }
  | { readonly by: 'promises'; readonly kept: number; readonly missed: number }
  /** How many of the details that are to be confirmed count as confirmed. */
  | { readonly by: 'attestation'; readonly current: number; readonly of: number }
  /** Another report shows it. */
  | { readonly by: 'nothing' };

export interface ProvedDemand {
  readonly demand: Demand;
  /** `open`: nothing here shows it either way. */
  readonly standing: 'holds' | 'fails' | 'open';
  readonly proof: Proof;
}

interface Evidence {
  /** What the check of the plan in force finds. */
  readonly found: ReadonlySet<FindingCode>;
  /** Sections whose lack it finds. */
  readonly lacking: ReadonlySet<string>;
  readonly promises: readonly PromiseCount[];
  readonly obligations: readonly ObligationLine[];
  /** Details of everybody who stands at a level, and how many of them count as confirmed. */
  readonly attested: AttestedDetails;
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
    ...(levels === undefined ? [] : [checked({ is: 'levels', count: levels }, ['levels-too-few'], evidence)]),
    ...(contactFields === undefined
      ? []
      : [
          checked(
            { is: 'contactFields', fields: contactFields },
            ['contact-field-missing', 'level-responsibility-missing'],
            evidence,
          ),
        ]),
    ...(availability === undefined
      ? []
      : [
          checked(
            { is: 'availability', isAlways: availability === '24x7x365' },
            ['level-coverage-missing', 'level-uncovered'],
            evidence,
          ),
        ]),
    ...(posting === undefined ? [] : [posted(plan, evidence)]),
    ...sections.map((section) => withSection(section, evidence)),
    ...spanned(plan, evidence),
    ...(expedited === undefined
      ? []
      : [checked({ is: 'expedited' }, ['requirement-expedited-missing'], evidence)]),
    ...(reissue === undefined ? [] : [checked({ is: 'reissue' }, ['requirement-reissue-missing'], evidence)]),
  ];
}

function checked(demand: Demand, codes: readonly FindingCode[], { found }: Evidence): ProvedDemand {
  const against = codes.filter((code) => found.has(code));
  return {
    demand,
    standing: against.length === 0 ? 'holds' : 'fails',
    proof: { by: 'check', found: against },
  };
}

function withSection(section: Section, { lacking }: Evidence): ProvedDemand {
  const isLacking = lacking.has(section);
  return {
    demand: { is: 'section', section },
    standing: isLacking ? 'fails' : 'holds',
    proof: { by: 'check', found: isLacking ? ['requirement-section-missing'] : [] },
  };
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

function confirmed(demand: Demand, { current, of }: Evidence['attested']): ProvedDemand {
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
