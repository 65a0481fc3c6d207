import { formatInstant } from '../../../core/instant.ts';
import { wasInTime } from '../../../core/obligation/standing.ts';
import { type Cell, csvLine } from '../../csv.ts';
import type { ComplianceView } from './compliance-view.ts';
import type { ProvedDemand } from './demands.ts';

/** A spreadsheet takes a file without this for one of its own old alphabets. */
const BYTE_ORDER_MARK = '\ufeff';
const COLUMNS = ['part', 'subject', 'level', 'measure', 'value'];

type Row = readonly [part: string, subject: string, level: number | undefined, measure: string, value: Cell];

/** The numbers of a report, one to a line: which part, of what, at which level, what is measured, how much. */
export function complianceCsv(view: ComplianceView): string {
  const rows: readonly Row[] = [
    ['report', view.agreed.contract.contract, undefined, 'from', view.days.from],
    ['report', view.agreed.contract.contract, undefined, 'until', view.days.until],
    ...view.inForce.map(
      ({ number }): Row => ['report', view.agreed.contract.contract, undefined, 'revision', number],
    ),
    ...view.demands.flatMap(demandRows),
    ...view.steps.flatMap(({ track, level, ...figures }) => measured('deadlines', track, level, figures)),
    ...view.promises.flatMap(({ track, level, kind, kept, missed }) =>
      measured('promises', track, level, { [`${kind} kept`]: kept, [`${kind} missed`]: missed }),
    ),
    ...view.levels.flatMap(({ level, ...figures }) => measured('levels', '', level, figures)),
    ...measured('satisfaction', '', undefined, {
      ...view.ends,
      medianOpenMs: view.satisfied?.medianMs,
    }),
    ...measured('currency', '', undefined, { current: view.currency.current, of: view.currency.of }),
    ...view.obligations.map(
      ({ state, standing }): Row => [
        ...(['obligations', state.id, undefined, `due ${state.dueOn}`] as const),
        state.delivery === undefined
          ? standing
          : `${standing}, done ${state.delivery.doneOn}, ${wasInTime(state) ? 'in time' : 'after its date'}`,
      ],
    ),
  ];
  return BYTE_ORDER_MARK + [COLUMNS, ...rows].map((row) => csvLine(row)).join('');
}

function demandRows({ demand, standing, proof }: ProvedDemand): readonly Row[] {
  const measure = demand.is === 'section' ? `section ${demand.section}` : demand.is;
  return [
    ['demands', '', undefined, measure, standing],
    ['demands', '', undefined, `${measure} proof`, proofCell(proof)],
  ];
}

/** What shows it, as its kind and what it found. */
function proofCell(proof: ProvedDemand['proof']): string {
  switch (proof.by) {
    case 'check':
      return ['check', ...proof.found, ...peopleWords(proof)].join(' ');
    case 'erased':
      return `erased ${proof.erased.join(' ')}`;
    case 'publication':
      return `publication ${proof.doneOn}`;
    case 'obligation':
      return `obligation ${proof.doneOn} ${proof.title}`;
    case 'promises':
      return `promises kept ${proof.kept} missed ${proof.missed}`;
    case 'attestation':
      return `attestation ${proof.current} of ${proof.of}`;
    case 'today':
      return 'as of today alone';
    case 'notInForce':
      return 'no plan in force';
    case 'nothing':
      return '';
  }
}

const peopleWords = ({
  empty,
  unreached,
  contacts,
}: Extract<ProvedDemand['proof'], { by: 'check' }>): readonly string[] => [
  ...empty.map(
    ({ level, from, until }) =>
      `level ${level} empty from ${formatInstant(from)}${until === undefined ? '' : ` to ${formatInstant(until)}`}`,
  ),
  ...unreached.map((level) => `level ${level} unreached now`),
  ...contacts.map(({ name, fields }) => `${name} without ${fields.join(' ')}`),
];

const measured = (
  part: string,
  subject: string,
  level: number | undefined,
  figures: Readonly<Record<string, number | undefined>>,
): readonly Row[] =>
  Object.entries(figures).map(([measure, value]) => [part, subject, level, measure, value] as const);
