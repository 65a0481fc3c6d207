import { formatInstant, type Instant } from '../../../core/instant.ts';
import { type Cell, csvLine } from '../../csv.ts';
import type { CurrencyView } from './currency-view.ts';

/** A spreadsheet takes a file without this for one of its own old alphabets. */
const BYTE_ORDER_MARK = '\ufeff';
const COLUMNS = ['part', 'subject', 'levels', 'measure', 'value', 'at'];

/** How current a plan is, a line for each detail, each open report and each obligation. */
export function currencyCsv(view: CurrencyView): string {
  const { contract, now, figure } = view;
  const rows: readonly (readonly Cell[])[] = [
    ['contract', contract, '', 'current', figure.current, formatInstant(now)],
    ['contract', contract, '', 'of', figure.of, formatInstant(now)],
    ...view.vacant.map(({ title, levels }) => ['seat', title, levels.join(' '), 'holder', 'none', '']),
    ...view.contacts.flatMap(({ name, levels, details, sign }) => [
      ...details.map(({ detail, isCurrent, confirmedAt, doubtedSince }) => [
        ...['contact', name, levels.join(' '), detail],
        doubtedSince !== undefined ? 'in doubt' : isCurrent ? 'current' : 'not current',
        iso(confirmedAt),
      ]),
      ['contact', name, levels.join(' '), ...signCells(sign)],
    ]),
    ...view.acting.flatMap(({ name, means, sign }) => [
      ...means.map(({ detail, confirmedAt }) => [
        ...['at no level', name, '', detail],
        ...[confirmedAt === undefined ? 'not confirmed' : 'confirmed', iso(confirmedAt)],
      ]),
      ['at no level', name, '', ...signCells(sign)],
    ]),
    ...view.reports.map(({ name, state }) => [
      ...['report', name, state.subject.levels.join(' '), state.subject.means],
      ...[state.status, formatInstant(state.reportedAt)],
    ]),
    ...view.obligations.map(({ state, standing }) => [
      ...['obligation', state.id, '', 'standing', standing, state.dueOn],
    ]),
  ];
  return BYTE_ORDER_MARK + [COLUMNS, ...rows].map((row) => csvLine(row)).join('');
}

const iso = (at: Instant | undefined): string => (at === undefined ? '' : formatInstant(at));
const signCells = (sign: CurrencyView['contacts'][number]['sign']): readonly Cell[] => [
  'last sign',
  sign?.by ?? 'none',
  iso(sign?.at),
];
