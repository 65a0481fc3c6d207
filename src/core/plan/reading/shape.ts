import type { z } from 'zod';
import type { Path } from '../../finding.ts';
import type { Expected } from '../../message/findings-shape.ts';
import { nearestWord } from '../../nearest-word.ts';
import { keysAt } from '../format/schema-walk.ts';
import { pathText, valueAt } from './path.ts';
import type { TextProblem } from './read-text.ts';
import type { Places, Source } from './source.ts';

type Issue = z.core.$ZodIssue;

/** What was read, as far as its shape allows, and what was taken out of it. */
interface Shaped<T> {
  readonly value: T;
  readonly problems: readonly TextProblem[];
  /** Offsets of what was taken out: nothing else is said about these places. */
  readonly removedAt: ReadonlySet<number>;
  /** The maps and lists out of which something was taken: what they lack now, the author may have written. */
  readonly removedFrom: ReadonlySet<unknown>;
}

interface Shaping {
  readonly schema: z.ZodType;
  readonly root: unknown;
  readonly source: Source;
  readonly places: Places;
  readonly problems: TextProblem[];
  readonly removedAt: Set<number>;
  readonly removedFrom: Set<unknown>;
}

/** Unions and records may hide a second mistake behind a first one; a few rounds find them all. */
const ROUNDS_MAX = 20;
const FOUND_CHARACTERS_MAX = 60;

/**
 * What of `root` fits the schema, the rest reported and taken out in place: an entry of the wrong shape leaves its map
 * or list, and only a map in a list leaves an empty map behind, so that level 3 stays level 3.
 */
export function shape<T>(
  schema: z.ZodType<T>,
  read: { readonly root: unknown; readonly source: Source; readonly places: Places },
): Shaped<T> {
  const shaping: Shaping = { ...read, schema, problems: [], removedAt: new Set(), removedFrom: new Set() };
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const result = schema.safeParse(read.root);
    if (result.success) return { ...shaping, value: read.root as T };
    // From the back, so that taking out of a list does not move what is still to be taken out.
    for (const issue of result.error.issues.flatMap(ownIssues).toReversed()) remove(shaping, issue);
    if (result.error.issues.some(isHopeless)) break;
  }
  return { ...shaping, value: schema.parse({}) };
}

/**
 * What is wrong inside a value that may be written in several ways: the issues of the way the author chose, known by
 * the kind of the value (a list, a map, a text). The issue itself where the kind fits none, or the value is no entry's.
 */
function ownIssues(issue: Issue): readonly Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const chosen = issue.errors.find(
    (issues) => !issues.some((it) => isWhole(it) && it.code === 'invalid_type'),
  );
  if (!chosen || chosen.some((it) => isWhole(it) && it.code !== 'unrecognized_keys')) return [issue];
  return chosen.flatMap((it) => ownIssues({ ...it, path: [...issue.path, ...it.path] }));
}

const isWhole = ({ path }: Issue): boolean => path.length === 0;

/** The whole is no map. */
const isHopeless = ({ path, code }: Issue): boolean => path.length === 0 && code !== 'unrecognized_keys';

function remove(shaping: Shaping, issue: Issue): void {
  const path = issue.path as Path;
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) unknownKey(shaping, path, key);
    return;
  }
  misshapen(shaping, path, issue);
  take(shaping, path, isMapExpected(issue));
}

function unknownKey(shaping: Shaping, under: Path, key: string): void {
  const at = shaping.source.keyPlaceOf([...under, key]);
  const known = keysAt(shaping.schema, under);
  const suggestion = nearestWord(key, known);
  shaping.problems.push({
    code: 'plan-key-unknown',
    at,
    values: { key, under: pathText(under), suggestion, known },
  });
  take(shaping, [...under, key], false);
}

function misshapen(shaping: Shaping, path: Path, issue: Issue): void {
  const isKey = issue.code === 'invalid_key';
  const at = isKey ? shaping.source.keyPlaceOf(path) : shaping.source.placeOf(path);
  const found = isKey
    ? String(path.at(-1))
    : foundText(shaping.source.writtenAt(path) ?? valueAt(shaping.root, path));
  const options = issue.code === 'invalid_value' ? issue.values.map(String) : [];
  shaping.problems.push({
    code: 'plan-value-misshapen',
    at,
    values: {
      path: pathText(path),
      found,
      expected: expectedOf(issue),
      options,
      suggestion: nearestWord(found, options),
    },
  });
}

function take(shaping: Shaping, path: Path, leaveMap: boolean): void {
  const last = path.at(-1);
  const holder = valueAt(shaping.root, path.slice(0, -1));
  if (last === undefined || typeof holder !== 'object' || holder === null) return;
  shaping.removedAt.add(shaping.source.placeOf(path));
  if (path.length > 1) shaping.removedFrom.add(holder);
  if (!Array.isArray(holder)) delete (holder as Record<string, unknown>)[last];
  else if (leaveMap) holder[Number(last)] = {};
  else {
    holder.splice(Number(last), 1);
    shaping.places.lists.get(holder)?.splice(Number(last), 1);
    // What an emptied list leaves behind is said about the map that holds it.
    if (holder.length === 0 && path.length > 2)
      shaping.removedFrom.add(valueAt(shaping.root, path.slice(0, -2)));
  }
}

const isMapExpected = (issue: Issue): boolean => issue.code === 'invalid_type' && issue.expected === 'object';

const KINDS: Readonly<Record<string, Expected>> = {
  span: 'span',
  date: 'date',
  window: 'window',
  weekdays: 'weekdays',
  'time-zone': 'time-zone',
  id: 'id',
  text: 'text',
  'date-or-due': 'date-or-due',
  condition: 'condition',
  'reading-value': 'reading-value',
  'level-number': 'level-number',
  'local-time': 'local-time',
  'time-of-day': 'time-of-day',
  'turn-length': 'turn-length',
  turn: 'turn',
};

const TYPES: Readonly<Record<string, Expected>> = {
  string: 'string',
  number: 'number',
  int: 'number',
  boolean: 'boolean',
  array: 'list',
  object: 'map',
  record: 'map',
};

function expectedOf(issue: Issue): Expected {
  if (issue.code === 'invalid_value') return 'one-of';
  if (issue.code === 'invalid_key') return KINDS[issue.issues[0]?.message ?? ''] ?? 'key';
  // A number where a text belongs most often wants nothing but quotes, whatever the text should have said.
  if (issue.code === 'invalid_type') return KINDS[issue.message] ?? TYPES[issue.expected] ?? 'other';
  return (
    KINDS[issue.message] ?? (issue.code === 'too_small' || issue.code === 'too_big' ? 'number' : 'other')
  );
}

function foundText(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > FOUND_CHARACTERS_MAX ? `${text.slice(0, FOUND_CHARACTERS_MAX - 1)}…` : text;
}
