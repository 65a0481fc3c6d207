import type { Plan } from '../format/schema.ts';
import type { Condition } from '../format/schema-routes.ts';
import type { Clock, Leaf, Named, NamedPath, PlaceKind, RotaList } from './change.ts';
import { type Listed, likeKeys } from './diff-likeness.ts';

/** Something of the plan that has a name, with the values that belong to it and to nothing smaller. */
export interface Thing {
  readonly kind: PlaceKind;
  readonly path: NamedPath;
  /** By the rest of their path, as JSON. */
  readonly leaves: Map<string, { readonly rest: NamedPath; readonly value: Leaf }>;
}

/** A list of things: their keys in order, which end the paths of its items. */
interface List {
  readonly path: NamedPath;
  readonly items: readonly Listed[];
}

/** A plan taken apart: its things by path, and the order of its lists. */
export interface Things {
  readonly byPath: ReadonlyMap<string, Thing>;
  readonly lists: ReadonlyMap<string, List>;
}

/** A path in which `*` is any one part. */
type Pattern = readonly string[];

const ROTA_LISTS = ['layers', 'timeOff', 'swaps', 'overrides'] as const satisfies readonly RotaList[];

/** What has a name of its own; whatever matches none belongs to the thing around it. */
const KINDS: readonly (readonly [pattern: Pattern, kind: PlaceKind])[] = [
  [['document'], 'document'],
  [['document', 'history', '*'], 'history'],
  [['contract'], 'contract'],
  [['contract', 'parties', '*'], 'party'],
  [['requirements'], 'requirements'],
  [['questions', '*'], 'question'],
  [['questions', '*', 'settled'], 'settlement'],
  [['questions', '*', 'readings', '*'], 'reading'],
  [['calendars', '*'], 'calendar'],
  [['contacts', '*'], 'contact'],
  [['rotas', '*'], 'rota'],
  ...ROTA_LISTS.map((key): (typeof KINDS)[number] => [['rotas', '*', key, '*'], 'rotaEntry']),
  [['levels', '*'], 'level'],
  [['tracks', '*'], 'track'],
  [['tracks', '*', 'steps', '*'], 'step'],
  [['tracks', '*', 'steps', '*', 'when', '*'], 'condition'],
  [['promises', '*'], 'promise'],
  [['pauses'], 'section'],
  [['reopening'], 'section'],
  [['closing'], 'section'],
  [['emergency'], 'section'],
  [['contactChanges'], 'section'],
  [['roles', '*'], 'role'],
  [['obligations', '*'], 'obligation'],
];

type Item = Readonly<Record<string, unknown>>;

/** Lists of things: by which name an item is known, and the keys that make this name. */
const LISTS: readonly {
  readonly pattern: Pattern;
  readonly keyOf: (item: Item, index: number) => string;
  readonly named: readonly string[];
}[] = [
  { pattern: ['document', 'history'], keyOf: ({ version }) => String(version ?? ''), named: ['version'] },
  { pattern: ['questions'], keyOf: ({ about }) => String(about ?? ''), named: ['about'] },
  { pattern: ['questions', '*', 'readings'], keyOf: (_item, index) => String(index + 1), named: [] },
  ...ROTA_LISTS.map((key) => ({
    pattern: ['rotas', '*', key],
    keyOf: (_item: Item, index: number) => String(index + 1),
    named: [],
  })),
  { pattern: ['levels'], keyOf: (_item, index) => String(index + 1), named: [] },
  { pattern: ['tracks', '*', 'steps'], keyOf: ({ level }) => String(level ?? ''), named: ['level'] },
  { pattern: ['tracks', '*', 'steps', '*', 'when'], keyOf: (item) => clockKey(item as Condition), named: [] },
  {
    pattern: ['promises'],
    keyOf: ({ track, level }) => `${track ?? ''}/${level ?? ''}`,
    named: ['track', 'level'],
  },
  { pattern: ['roles'], keyOf: ({ role }) => String(role ?? ''), named: ['role'] },
  { pattern: ['obligations'], keyOf: ({ id }) => String(id ?? ''), named: ['id'] },
];

/** Maps that are one value to a reader: a date reckoned from an event. */
const WHOLE_VALUES: readonly Pattern[] = [
  ['obligations', '*', 'due'],
  ['requirements', 'posting', 'within'],
];

/**
 * A plan taken apart into named things and their values. What is missing and what is empty are the same here,
 * as are one condition and a list of one.
 *
 * Where `earlier` is given, an item of a list stands under the key of the item there that it is most like: one more
 * promise before another is a new promise, and the other keeps its key.
 */
export function thingsOf(plan: Plan, earlier?: Things): Things {
  const byPath = new Map<string, Thing>();
  const lists = new Map<string, List>();
  const root: Thing = { kind: 'plan', path: [], leaves: new Map() };
  byPath.set(idOf([]), root);

  function gather(value: unknown, path: NamedPath, around: Thing): void {
    if (value === undefined || value === null) return;
    const kind = KINDS.find(([pattern]) => matches(pattern, path))?.[1];
    const thing = kind ? { kind, path, leaves: new Map() } : around;
    if (kind) byPath.set(idOf(path), thing);
    const list = LISTS.find(({ pattern }) => matches(pattern, path));
    if (list) {
      const items: Item[] = Array.isArray(value) ? value : [value];
      const named = items.map((item, index) => ({ name: list.keyOf(item, index), is: spelling(item) }));
      const known = likeKeys(named, earlier?.lists.get(idOf(path))?.items ?? []);
      lists.set(idOf(path), { path, items: known });
      items.forEach((item, index) => {
        gather(without(item, list.named), [...path, known[index]?.key ?? ''], thing);
      });
    } else if (isMap(value) && !WHOLE_VALUES.some((pattern) => matches(pattern, path))) {
      for (const [key, child] of Object.entries(value)) gather(child, [...path, key], thing);
    } else {
      const rest = path.slice(thing.path.length);
      thing.leaves.set(idOf(rest), { rest, value: leafOf(value) });
    }
  }

  for (const [key, value] of Object.entries(plan)) gather(value, [key], root);
  return { byPath, lists };
}

/** A path as one text, and back: a name may hold any character. */
export const idOf = (path: NamedPath): string => JSON.stringify(path);

/** The name that was written, and which of several with that name it is. */
export function nameAndNumber(key: string): Named {
  const at = key.lastIndexOf('#');
  return { name: key.slice(0, at), nth: Number(key.slice(at + 1)) };
}

function clockKey(condition: Condition): Clock {
  if (condition.unsatisfiedFor !== undefined) return 'unsatisfiedFor';
  if (condition.allSilent) return 'allSilent';
  return condition.anySilent ? 'anySilent' : 'none';
}

function matches(pattern: Pattern, path: NamedPath): boolean {
  return (
    pattern.length === path.length && pattern.every((part, index) => part === '*' || part === path[index])
  );
}

const isMap = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function without(item: unknown, keys: readonly string[]): unknown {
  if (!isMap(item)) return item;
  return Object.fromEntries(Object.entries(item).filter(([key]) => !keys.includes(key)));
}

/** An item as one text, whatever the order of its keys. */
const spelling = (item: unknown): string =>
  JSON.stringify(item, (_key, one: unknown) =>
    isMap(one) ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1))) : one,
  );

/** The value in one spelling: keys of its maps in order, a holiday without a name as its date. */
function leafOf(value: unknown): Leaf {
  const spelled = (one: unknown): unknown => {
    // Those who take a turn together.
    if (Array.isArray(one)) return one.length === 1 ? one[0] : one.join(' + ');
    if (!isMap(one)) return one;
    const keys = Object.keys(one).filter((key) => one[key] !== undefined);
    if (keys.length === 1 && keys[0] === 'date') return one.date;
    return Object.fromEntries(keys.sort().map((key) => [key, one[key]]));
  };
  return (Array.isArray(value) ? value.map(spelled) : spelled(value)) as Leaf;
}
