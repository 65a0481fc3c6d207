import type { Plan } from '../format/schema.ts';
import type { Clock, Field, Leaf, LeafItem, NamedPath, Place, RotaList, Section } from './change.ts';
import { nameAndNumber, type Thing } from './diff-things.ts';

/** Keys whose maps have keys of the author's choosing. */
const CHOSEN = new Set(['week', 'exceptions', 'quietHours']);

/** Keys whose values are ids of contacts. */
const CONTACTS = new Set([
  ...['reach', 'otherwise', 'deputy', 'programManager'],
  ...['who', 'first.who', 'second.who', 'accepted', 'replace', 'with', 'only', 'add', 'remove'],
]);

/** The plan that a thing belongs to, and the one it is compared with. */
export interface Sides {
  readonly own: Plan;
  readonly other: Plan;
}

/** The key of a value, by the rest of its path in its thing: `week mon-fri` is the field `week.*`. */
export function fieldOf(rest: NamedPath): Field {
  const [first = '', second] = rest;
  if (CHOSEN.has(first)) return { name: `${first}.*`, chosen: second };
  return { name: rest.join('.'), chosen: undefined };
}

/** The value as it is shown: contacts by name and id. */
export function shown(plan: Plan, field: Field, value: Leaf): Leaf {
  if (!CONTACTS.has(field.name)) return value;
  const name = (id: LeafItem): LeafItem => (typeof id === 'string' ? contactName(plan, id) : id);
  return Array.isArray(value) ? value.map(name) : name(value as LeafItem);
}

/** What a thing is called in its plan, so that it cannot be taken for another thing of either plan. */
export function placeOf(sides: Sides, { kind, path, leaves }: Thing, place?: number): Place {
  const key = path.at(-1) ?? '';
  const { name, nth: number } = nameAndNumber(key);
  const nth = place ?? number;
  const text = (leaf: string): string | undefined => textOf(leaves.get(JSON.stringify([leaf]))?.value);
  switch (kind) {
    case 'plan':
    case 'document':
    case 'contract':
    case 'requirements':
      return { kind, values: {} };
    case 'party':
      return { kind, values: { party: key } };
    case 'calendar':
      return { kind, values: { id: key } };
    case 'contact':
      return { kind, values: { id: key, name: text('name') } };
    case 'track':
      return { kind, values: { id: key, title: text('title') } };
    case 'rota':
      return { kind, values: { id: key, title: text('title') } };
    case 'rotaEntry':
      return { kind, values: { rota: path[1] ?? '', list: path[2] as RotaList, number: name } };
    case 'level':
      return { kind, values: { number: name, title: text('title') } };
    case 'history':
      return { kind, values: { version: name, nth } };
    case 'question':
      return { kind, values: { about: name, nth } };
    case 'role':
      return { kind, values: { role: name, nth } };
    case 'obligation':
      return { kind, values: { id: name, title: text('title'), nth } };
    case 'section':
      return { kind, values: { section: key as Section } };
    case 'settlement': {
      const question = nameAndNumber(path[1] ?? '');
      return { kind, values: { about: question.name, nth: question.nth } };
    }
    case 'reading': {
      const question = nameAndNumber(path[1] ?? '');
      return { kind, values: { about: question.name, nth: question.nth, number: name } };
    }
    case 'promise': {
      const [track = '', level = ''] = name.split('/');
      return { kind, values: { track: trackName(sides, track), level, nth } };
    }
    case 'step':
      return { kind, values: { track: trackName(sides, path[1] ?? ''), level: name, nth } };
    case 'condition': {
      const step = nameAndNumber(path[3] ?? '');
      const clock = name as Clock;
      const levels = [...(silent(leaves, 'allSilent') ?? silent(leaves, 'anySilent') ?? [])];
      return {
        kind,
        values: {
          step: { track: trackName(sides, path[1] ?? ''), level: step.name, nth: step.nth },
          clock,
          levels,
          nth,
        },
      };
    }
  }
}

/** A track by its title; by id too where another of either plan has the same title. */
function trackName({ own, other }: Sides, id: string): string {
  const title = own.tracks?.[id]?.title;
  if (title === undefined) return id;
  const tracks = [...Object.entries(own.tracks ?? {}), ...Object.entries(other.tracks ?? {})];
  const isAlone = tracks.every(([one, track]) => one === id || track.title !== title);
  return isAlone ? title : `${title} (${id})`;
}

function contactName(plan: Plan, id: string): string {
  const name = plan.contacts?.[id]?.name;
  return name === undefined ? id : `${name} (${id})`;
}

const textOf = (value: Leaf | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

const silent = (leaves: Thing['leaves'], key: string): readonly number[] | undefined =>
  leaves.get(JSON.stringify([key]))?.value as readonly number[] | undefined;
