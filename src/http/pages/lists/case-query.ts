import { CASE_ORDERS, type CaseNarrowing, type CaseOrder, type Turn } from '../../../app/ports/lists.ts';
import { isLine, TEXT_CHARACTERS_MAX } from '../../../app/text-field.ts';
import { dayEndAfter } from '../../../app/views/overview-choice.ts';
import { asInstant, type Instant, parseLocal } from '../../../core/instant.ts';
import type { FilterRefusals } from '../../../core/message/portal/lists.ts';
import type { Fields } from '../visit.ts';
import { turnOf } from './turn.ts';

/** What can be chosen in the filters of a list of cases, as the contract has it. */
export interface Choices {
  readonly timeZone: string;
  readonly now: Instant;
  readonly tracks: readonly { readonly id: string; readonly title: string }[];
  readonly levels: readonly { readonly number: number; readonly title: string }[];
  readonly customers: readonly { readonly customerId: string; readonly name: string }[];
}

/** A no to what the address says, and the field it belongs to. */
export type FilterRefusal = {
  [C in keyof FilterRefusals]: {
    readonly name: string;
    readonly code: C;
    readonly values: FilterRefusals[C];
  };
}[keyof FilterRefusals];

export interface CaseQuery {
  readonly narrowing: CaseNarrowing;
  readonly order: CaseOrder;
  readonly turn: Turn | undefined;
  /** Whether anything is left out. */
  readonly isNarrowed: boolean;
  readonly refusals: readonly FilterRefusal[];
}

/** Names of the fields in the address, which people keep and pass on: they stay as they are. */
export const FIELDS = [
  'q',
  'status',
  'track',
  'level',
  'turn',
  'customer',
  'from',
  'until',
  'practice',
  'due',
] as const;
type FieldName = (typeof FIELDS)[number];

type Labels = Readonly<Record<FieldName | 'order', string>>;

/** Reads the filters of an address; what is not understood is refused by name, never passed over. */
export function caseQuery(query: Fields, choices: Choices, labels: Labels): CaseQuery {
  const refusals: FilterRefusal[] = [];
  const oneOf = <T extends string>(name: FieldName | 'order', known: readonly T[]): T | undefined => {
    const value = query.text(name);
    const found = known.find((one) => one === value);
    if (value !== '' && found === undefined) {
      refusals.push({ name, code: 'list-choice-unknown', values: { field: labels[name], value } });
    }
    return found;
  };
  const practice = oneOf('practice', ['yes', 'no']);
  const level = oneOf(
    'level',
    choices.levels.map(({ number }) => String(number)),
  );
  const narrowing: CaseNarrowing = {
    text: textOf(query, refusals),
    status: oneOf('status', ['open', 'closed']),
    track: oneOf(
      'track',
      choices.tracks.map(({ id }) => id),
    ),
    level: level === undefined ? undefined : Number(level),
    party: oneOf('turn', ['customer', 'contractor', 'oversight']),
    customer: oneOf(
      'customer',
      choices.customers.map(({ customerId }) => customerId),
    ),
    practice: practice === undefined ? undefined : practice === 'yes',
    ...datesOf(query, choices.timeZone, labels, refusals),
    ...owedIn(oneOf('due', ['late', 'today']), choices),
  };
  const order = oneOf('order', CASE_ORDERS) ?? 'opened';
  const turn = turnOf(query);
  if (turn === 'unknown') {
    const value = query.text('after') || query.text('before');
    refusals.push({ name: 'q', code: 'list-place-unknown', values: { value } });
  }
  return {
    narrowing,
    // What is closed has nothing due.
    order: order === 'due' && narrowing.status === 'closed' ? 'opened' : order,
    turn: turn === 'unknown' ? undefined : turn,
    isNarrowed: FIELDS.some((name) => query.text(name) !== ''),
    refusals,
  };
}

function textOf(query: Fields, refusals: FilterRefusal[]): string | undefined {
  const text = query.text('q').trim();
  if (text === '') return undefined;
  if (isLine(text)) return text;
  refusals.push({
    name: 'q',
    code: 'list-text-unsound',
    values: { charactersMax: TEXT_CHARACTERS_MAX },
  });
  return undefined;
}

/** Days of the contract's zone; the last one is counted whole. */
function datesOf(
  query: Fields,
  timeZone: string,
  labels: Labels,
  refusals: FilterRefusal[],
): Pick<CaseNarrowing, 'openedFrom' | 'openedUntil'> {
  const [from, until] = (['from', 'until'] as const).map((name) => {
    const value = query.text(name).trim();
    const date = value === '' ? undefined : dateOf(value);
    if (value !== '' && date === undefined) {
      refusals.push({ name, code: 'list-date-malformed', values: { field: labels[name], value } });
    }
    return date;
  });
  if (from && until && Temporal.PlainDate.compare(from, until) > 0) {
    const values = { from: from.toString(), until: until.toString() };
    refusals.push({ name: 'until', code: 'list-dates-reversed', values });
  }
  return {
    openedFrom: from && startOf(from, timeZone),
    openedUntil: until && startOf(until.add({ days: 1 }), timeZone),
  };
}

/** What is late was due by now and is not done; what is due today is what is not late. */
function owedIn(
  due: 'late' | 'today' | undefined,
  { now, timeZone }: Choices,
): Pick<CaseNarrowing, 'owedAfter' | 'owedBefore'> {
  if (due === undefined) return {};
  if (due === 'late') return { owedBefore: asInstant(now + 1) };
  return { owedAfter: now, owedBefore: dayEndAfter(now, timeZone) };
}

/** No case was opened before, and none will be after; beyond them databases count in other ways. */
const [YEAR_MIN, YEAR_MAX] = [1970, 9000];

function dateOf(text: string): Temporal.PlainDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  try {
    const date = Temporal.PlainDate.from(text, { overflow: 'reject' });
    return date.year >= YEAR_MIN && date.year <= YEAR_MAX ? date : undefined;
  } catch {
    return undefined;
  }
}

const startOf = (date: Temporal.PlainDate, timeZone: string): Instant =>
  parseLocal(`${date}T00:00`, timeZone) ?? asInstant(0);
