import type { Path, Position } from '../../finding.ts';
import { valueAt } from './path.ts';

/** Where an entry of a map or a list begins, as offsets into the text; in a list both are the same. */
export interface Place {
  readonly key: number;
  readonly value: number;
  /** The value as it is written, where the data has it otherwise: a number, `true`. */
  readonly written?: string | undefined;
}

/** Where the entries of every map and list of the data stand in the text, for maps by key and for lists in order. */
export interface Places {
  readonly maps: WeakMap<object, Map<string, Place>>;
  readonly lists: WeakMap<object, Place[]>;
}

/** Turns paths of a plan into positions in the text it was read from. */
export interface Source {
  /** Of the value at the path; of what is missing, of the nearest key above that should hold it. */
  readonly placeOf: (path: Path) => number;
  /** Of the key at the path, otherwise as `placeOf`. */
  readonly keyPlaceOf: (path: Path) => number;
  /** As `placeOf`; of a map or list that begins on a later line than its key, the key: its first entry is not to blame. */
  readonly headPlaceOf: (path: Path) => number;
  readonly positionAt: (offset: number) => Position;
  /** What is written at the path, where the data has it otherwise: `1.10` and not 1.1. */
  readonly writtenAt: (path: Path) => string | undefined;
}

/** The positions of the data `root`. A key written with `null` is missing in the data and found here. */
export function sourceOf(positionAt: Source['positionAt'], root: unknown, places: Places): Source {
  const find = (path: Path, side: keyof Place): number => {
    let container: unknown = root;
    let at = 0;
    for (const [depth, part] of path.entries()) {
      const place = entryPlace(places, container, part);
      if (!place) break;
      const isLast = depth === path.length - 1;
      container = (container as Record<string | number, unknown>)[part];
      const holdsTheRest = isLast || entryPlace(places, container, path[depth + 1]!) !== undefined;
      at = isLast && side === 'value' ? place.value : place.key;
      if (!holdsTheRest) break;
    }
    return at;
  };
  const headPlaceOf = (path: Path): number => {
    const value = find(path, 'value');
    if (typeof valueAt(root, path) !== 'object') return value;
    const key = find(path, 'key');
    return positionAt(key).line < positionAt(value).line ? key : value;
  };
  return {
    placeOf: (path) => find(path, 'value'),
    keyPlaceOf: (path) => find(path, 'key'),
    headPlaceOf,
    positionAt,
    writtenAt: (path) => entryPlace(places, valueAt(root, path.slice(0, -1)), path.at(-1) ?? '')?.written,
  };
}

function entryPlace(places: Places, container: unknown, part: string | number): Place | undefined {
  if (typeof container !== 'object' || container === null) return undefined;
  return typeof part === 'number'
    ? places.lists.get(container)?.[part]
    : places.maps.get(container)?.get(part);
}

/** Line and column of each offset into a text. */
export function positionsIn(text: string): Source['positionAt'] {
  const lineStarts = lineStartsOf(text);
  return (offset) => positionAt(lineStarts, offset);
}

function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function positionAt(lineStarts: readonly number[], offset: number): Position {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lineStarts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - lineStarts[low]! + 1 };
}
