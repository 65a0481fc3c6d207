import {
  DEPTH_MAX,
  type Line,
  NotPlain,
  notPlain,
  type Plain,
  type Reading,
  spaceless,
  valueOnLine,
} from './read-on-line.ts';
import type { ReadValue } from './read-value.ts';
import type { Place } from './source.ts';

/** Of more the library is not sure to be let read all signs; a plan of two thousand contacts has 18,000 values. */
const LINES_MAX = 20_000;
const VALUES_MAX = 30_000;
const KEY = /^([A-Za-z0-9][\w-]{0,200}):(?: +|$)/;
const ITEM = /^- +/;

/**
 * What stands in a text that is written as plans are: maps and lists by indentation, each value on its line. Undefined for
 * any other text, and for one with anything wrong in it. The library, which keeps all it takes to write a text anew, needs
 * ten times as long; it reads whatever is not plain, and a test holds that both read the same.
 */
export function readPlain(text: string): ReadValue | undefined {
  const lines = /[\t\r\ufeff]/.test(text) ? [] : linesOf(text);
  if (lines.length === 0 || lines.length > LINES_MAX || lines[0]!.indent > 0) return undefined;
  const reading: Reading = {
    lines,
    places: { maps: new WeakMap(), lists: new WeakMap() },
    next: 0,
    values: 0,
  };
  try {
    const { value } = mapAt(reading, 0, 0);
    if (reading.next < lines.length || reading.values > VALUES_MAX) return undefined;
    return { value, places: reading.places, problems: [] };
  } catch (fault) {
    if (fault instanceof NotPlain) return undefined;
    throw fault;
  }
}

/** Lines that are empty, and those of comments, say nothing. */
function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from);
    const to = end === -1 ? text.length : end;
    let at = from;
    while (at < to && text[at] === ' ') at++;
    if (at < to && text[at] !== '#')
      lines.push({ at, indent: at - from, words: spaceless(text.slice(at, to)) });
    from = to + 1;
  }
  return lines;
}

/** The map whose keys begin in one column. `first` is its first key where that stands behind the dash of a list. */
function mapAt(reading: Reading, indent: number, depth: number, first?: Line): Plain {
  if (depth > DEPTH_MAX) notPlain();
  reading.values++;
  const map: Record<string, unknown> = Object.create(null);
  const places = new Map<string, Place>();
  reading.places.maps.set(map, places);
  const begun = first ?? reading.lines[reading.next]!;
  for (let line: Line | undefined = begun; line?.indent === indent; line = reading.lines[reading.next]) {
    reading.next++;
    const found: RegExpExecArray = KEY.exec(line.words) ?? notPlain();
    const key = found[1]!;
    if (places.has(key)) notPlain();
    const rest = found[0].length;
    const entry =
      rest < line.words.length && line.words[rest] !== '#'
        ? valueOnLine(reading, line, rest, depth + 1)
        : below(reading, indent, depth + 1);
    places.set(key, { key: line.at, value: entry.at, written: entry.written });
    if (entry.value !== null) map[key] = entry.value;
  }
  if ((reading.lines[reading.next]?.indent ?? 0) > indent) notPlain();
  return { value: map, at: begun.at };
}

/** What stands under a key: deeper, or a list in the column of the key. */
function below(reading: Reading, indent: number, depth: number): Plain {
  const line = reading.lines[reading.next];
  if (!line || line.indent < indent) return notPlain();
  if (ITEM.test(line.words)) return listAt(reading, line.indent, depth);
  return line.indent > indent ? mapAt(reading, line.indent, depth) : notPlain();
}

function listAt(reading: Reading, indent: number, depth: number): Plain {
  if (depth > DEPTH_MAX) notPlain();
  reading.values++;
  const list: unknown[] = [];
  const places: Place[] = [];
  reading.places.lists.set(list, places);
  const begun = reading.lines[reading.next]!;
  for (let line: Line | undefined = begun; line?.indent === indent; line = reading.lines[reading.next]) {
    const dash = ITEM.exec(line.words)?.[0].length;
    // The key after a list in its own column.
    if (dash === undefined) break;
    const column = indent + dash;
    const words = line.words.slice(dash);
    const isMap = KEY.test(words);
    if (!isMap) reading.next++;
    const item = isMap
      ? mapAt(reading, column, depth + 1, { at: line.at + dash, indent: column, words })
      : valueOnLine(reading, line, dash, depth + 1);
    places.push({ key: item.at, value: item.at, written: item.written });
    list.push(item.value);
  }
  if ((reading.lines[reading.next]?.indent ?? 0) > indent) notPlain();
  return { value: list, at: begun.at };
}
