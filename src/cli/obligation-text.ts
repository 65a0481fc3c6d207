import { catalogue } from '../core/message/catalogue.ts';
import type { Proposed } from '../core/obligation/event.ts';
import type { ObligationKind } from '../core/obligation/occasions.ts';
import type { Standing } from '../core/obligation/standing.ts';
import type { Party } from '../core/plan/format/schema-values.ts';
import { columns, eventLines, NONE } from './case-text.ts';

/** An obligation as the API lists it. */
export interface ShownObligation {
  readonly obligation: string;
  readonly kind: ObligationKind;
  readonly title: string;
  readonly owner: Party;
  readonly acceptedBy: Party;
  readonly dueOn: string;
  readonly plannedOn: string;
  readonly standing: Standing;
  readonly waitingFor: readonly Party[];
  readonly proposal: {
    readonly proposal: number;
    readonly party: Party;
    readonly proposed: Proposed;
  } | null;
}

export interface WholeObligation extends ShownObligation {
  readonly isWhole: boolean;
  readonly events: readonly {
    readonly number: number;
    readonly type: string;
    readonly at: string;
    readonly sentence: string;
    readonly by: string;
    readonly text: string | null;
    readonly links: readonly string[];
  }[];
}

const parties = (named: readonly Party[]): string => {
  const { parties: words } = catalogue('en').obligations;
  return named.map((party) => words[party]).join(', ') || NONE;
};

/** Obligations in a list, a line each. */
export function obligationLines(items: readonly ShownObligation[]): readonly string[] {
  const { list, standings } = catalogue('en').obligations;
  if (items.length === 0) return [list.emptyTitle];
  const { due, standing, waits, name, what } = list.columns;
  return columns(
    [due, standing, waits, name, what],
    items.map((one) => [
      ...[one.dueOn, standings[one.standing], parties(one.waitingFor), one.obligation, one.title],
    ]),
  );
}

/** How one stands, in a line. */
export const obligationLine = ({ obligation, standing, dueOn }: ShownObligation): string => {
  const { standings, one } = catalogue('en').obligations;
  return `${obligation}  ${standings[standing]}  ${one.facts.due} ${one.until({ dueOn })}`;
};

/** Everything there is to say of an obligation. */
export function obligationText(whole: WholeObligation, timeZone: string): readonly string[] {
  const { kinds, one, date } = catalogue('en').obligations;
  const { dueOn, plannedOn, owner, acceptedBy, waitingFor, proposal } = whole;
  const facts = [
    [one.facts.owner, parties([owner])],
    [one.facts.acceptedBy, parties([acceptedBy])],
    ...(plannedOn === dueOn ? [] : [[one.facts.planned, date(plannedOn)]]),
  ];
  const happened = whole.events.flatMap(({ text, links, sentence, by, ...event }) =>
    eventLines(
      {
        ...event,
        ...{ caseId: whole.obligation, sentence: `${sentence} (${by})` },
        text: [text ?? '', ...links].filter((line) => line !== '').join('\n'),
      },
      timeZone,
    ),
  );
  return [
    obligationLine(whole),
    `  ${kinds[whole.kind]}: ${whole.title}`,
    ...facts.map(([name, value]) => `  ${name}: ${value}`),
    ...(waitingFor.length === 0 ? [] : [`  ${one.waitsFor({ parties: waitingFor })}`]),
    ...(proposal === null ? [] : [`  ${one.proposal(proposal)}`]),
    ...(whole.isWhole ? [one.history, ...happened] : [one.hidden]),
  ];
}
