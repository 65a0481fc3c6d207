import type { Detail, Field, Leaf, LeafItem, ListChange, NamedDate, Place } from '../../plan/diff/change.ts';
import type { Due } from '../../plan/format/schema-contract.ts';
import type { DiffWords } from '../diff.ts';
import { fields } from './diff-fields.ts';
import { listed, nthWords, placeWords, thingWords } from './diff-places.ts';

/** Values that are sentences of their own and stand between quotation marks. */
const PROSE = new Set(
  'title note quote covers responsibility because says examples does reasons early.reasons'.split(' '),
);

/** Keys under which no hours mean a closed day. */
const OPENING = /^(week|exceptions)\./;

export const diff: DiffWords = {
  fields,
  nothing: 'The two plans say the same.',
  notRead: ({ file }) => ({
    message: `"${file}" is not compared, because not all of it could be read.`,
    advice: 'Put right what is said above; a value that is left out would be missing from the comparison.',
  }),
  sentences: {
    'plan-value-changed': ({ place, field, before, after }) =>
      `${subject(place, field)}: ${said(field, before)} became ${said(field, after)}.`,
    'plan-value-added': ({ place, field, after }) =>
      `${subject(place, field)}: now ${said(field, after)}; not given before.`,
    'plan-value-removed': ({ place, field, before }) =>
      `${subject(place, field)}: no longer given; it was ${said(field, before)}.`,
    'plan-list-changed': ({ place, field, ...list }) => `${subject(place, field)}: ${moved(field, list)}.`,
    'plan-reach-changed': ({ level, field, ...list }) =>
      field.name === 'otherwise' ? otherwise(level, field, list) : stands(level, field, list),
    'plan-person-changed': ({ id, levels, before, after }) =>
      `${before} no longer stands at level ${listed(levels)} as ${id}; ${after} does.`,
    'plan-thing-added': ({ place, details }) => `${thingWords(place)} is new${inDetail(details)}.`,
    'plan-thing-removed': ({ place, details }) => `${thingWords(place)} is gone${inDetail(details)}.`,
    'plan-order-changed': ({ place, field, now }) =>
      `${subject(place, field)}: now in the order ${now.map(({ name, nth }) => `${name}${nthWords(nth)}`).join(', ')}.`,
  },
};

function subject(place: Place, field: Field): string {
  const isSilence = place.kind === 'condition' && place.values.clock.endsWith('Silent');
  const label = isSilence && field.name === 'for' ? '' : labelOf(field);
  return label === '' ? placeWords(place) : `${placeWords(place)}, ${label}`;
}

const labelOf = ({ name, chosen = '' }: Field): string => (fields[name] ?? name).replace('*', () => chosen);

function inDetail(details: readonly Detail[]): string {
  if (details.length === 0) return '';
  const parts = details.map(({ field, value }) => `${labelOf(field)} ${said(field, value)}`.trim());
  return `: ${parts.join('; ')}`;
}

function moved(field: Field, { came, went, now }: ListChange): string {
  const parts = [
    came.length === 0 ? '' : `now also ${said(field, came)}`,
    went.length === 0 ? '' : `no longer ${said(field, went)}`,
    now === undefined ? '' : `now in the order ${said(field, now)}`,
  ];
  return parts.filter((part) => part !== '').join('; ');
}

function stands(level: string, field: Field, { came, went, now }: ListChange): string {
  const [left, joined] = [went.map(text), came.map(text)];
  const verb = (names: readonly string[]): string => (names.length === 1 ? 'stands' : 'stand');
  const order = now === undefined ? '' : ` Level ${level} now reaches ${said(field, now)}, in this order.`;
  if (left.length === 0 && joined.length === 0) return order.trim();
  if (left.length === 0) return `${listed(joined)} now ${verb(joined)} at level ${level}.${order}`;
  const gone = `${listed(left)} no longer ${verb(left)} at level ${level}`;
  if (joined.length === 0) return `${gone}.${order}`;
  return `${gone}; ${listed(joined)} ${joined.length === 1 ? 'does' : 'do'}.${order}`;
}

const otherwise = (level: string, field: Field, list: ListChange): string =>
  `Level ${level}, who is reached otherwise: ${moved(field, list)}.`;

function said(field: Field, value: Leaf): string {
  if (!isList(value)) return item(field, value);
  if (value.length === 0) return OPENING.test(field.name) ? 'closed' : 'nothing';
  return value.map((one) => item(field, one)).join(', ');
}

const isList = (value: Leaf): value is readonly LeafItem[] => Array.isArray(value);

function item(field: Field, value: LeafItem): string {
  return PROSE.has(field.name) ? JSON.stringify(value) : text(value);
}

/** A value as a reader would write it; line breaks and the like show, so that two values never look the same. */
function text(value: LeafItem): string {
  if (typeof value !== 'object') {
    const written = String(value);
    return /[\n\r\t;]|^\s|\s$|\s\s/.test(written) ? JSON.stringify(written) : written;
  }
  const parts = 'name' in value || 'date' in value ? dated(value) : reckoned(value as Reckoned);
  return parts.filter((part) => part !== undefined).join(' ') || 'nothing';
}

const dated = ({ date, name }: NamedDate): (string | undefined)[] => [date, name && `(${name})`];

type Reckoned = Exclude<Due, string>;

/** `90 days after execution`, `10 days of the calendar business`, `every 90 days after publication`, `day 15 of each month` */
const reckoned = ({ days, of, every, monthly, months = 1, after }: Reckoned): (string | undefined)[] => [
  days === undefined ? undefined : `${days} days`,
  of && `of the calendar ${of}`,
  every && `every ${every}`,
  monthly === undefined
    ? undefined
    : `day ${monthly} of ${months === 1 ? 'each month' : `every ${months} months`}`,
  after && `after ${after}`,
];
