import { Document, isScalar, type ScalarTag } from 'yaml';
import { LIMITS } from './limits.ts';
import type { Place, Places } from './source.ts';

/** A line that says something. */
export interface Line {
  /** Offset of its first sign that is no space. */
  readonly at: number;
  readonly indent: number;
  /** Without the spaces at its ends. */
  readonly words: string;
}

/** A value with the offset at which it begins. */
export interface Plain {
  readonly value: unknown;
  readonly at: number;
  /** As it is written, where the value is no text. */
  readonly written?: string | undefined;
}

/** Where a reading stands in a text. */
export interface Reading {
  readonly lines: readonly Line[];
  readonly places: Places;
  next: number;
  values: number;
}

/** Thrown where a text is not plain: what it says is then for the library to find out. */
export class NotPlain extends Error {}

export const notPlain = (): never => {
  throw NOT_PLAIN;
};

/** Made once: it carries nothing. */
const NOT_PLAIN = new NotPlain();

export const DEPTH_MAX = LIMITS.depthMax - 4;

/** A text without the spaces at its end; other signs that look like spaces are signs. */
export const spaceless = (text: string): string => (text.endsWith(' ') ? text.replace(/ +$/, '') : text);

/** A place in a line that is read. */
interface Cursor {
  readonly reading: Reading;
  readonly words: string;
  /** Offset of the line. */
  readonly at: number;
  to: number;
}

const END = /^ *(?:$| #)/;

/** The value that stands in a line from a place on, up to its end or to a comment. */
export function valueOnLine(reading: Reading, { words, at }: Line, from: number, depth: number): Plain {
  const cursor: Cursor = { reading, words, at, to: from };
  const first = words[from] ?? '';
  if (first === '[' || first === '{' || first === '"' || first === "'") {
    const value = inFlow(cursor, depth);
    return END.test(words.slice(cursor.to)) ? value : notPlain();
  }
  const comment = words.indexOf(' #', from);
  const text = spaceless(comment === -1 ? words.slice(from) : words.slice(from, comment));
  if (!BEGINS.test(text) || text.includes(': ') || text.endsWith(':')) return notPlain();
  return scalar(reading, text, at + from);
}

/** Signs with a meaning of their own do not begin a plain text, and a stroke only before a digit. */
const BEGINS = /^(?:[^\s"'[\]{}|>&*!%@`?,#:-]|-\d)/;
const IN_FLOW = /(?:[^[\]{},:#"'&*!|>%@`]|:(?=[^\s,[\]{}:#"']))*/y;
const KEY_IN_FLOW = /([A-Za-z0-9][\w-]{0,200}): +/y;

/** A value between brackets, or one in quotation marks. */
function inFlow(cursor: Cursor, depth: number): Plain {
  if (depth > DEPTH_MAX) return notPlain();
  switch (cursor.words[cursor.to]) {
    case '[':
      return listInFlow(cursor, depth);
    case '{':
      return mapInFlow(cursor, depth);
    case '"':
    case "'":
      return quoted(cursor);
    default: {
      const text = spaceless(taken(cursor, IN_FLOW)[0]);
      const from = cursor.to;
      if (!BEGINS.test(text)) return notPlain();
      cursor.to += text.length;
      return scalar(cursor.reading, text, cursor.at + from);
    }
  }
}

function taken({ words, to }: Cursor, pattern: RegExp): RegExpExecArray {
  pattern.lastIndex = to;
  return pattern.exec(words) ?? notPlain();
}

function quoted(cursor: Cursor): Plain {
  const { words, to: from, reading } = cursor;
  const mark = words[from]!;
  const end = words.indexOf(mark, from + 1);
  const value = words.slice(from + 1, end);
  // What is written by other signs than its own, and what goes on in the next line.
  if (end === -1 || words[end + 1] === mark || (mark === '"' && value.includes('\\'))) return notPlain();
  reading.values++;
  cursor.to = end + 1;
  return { value, at: cursor.at + from };
}

const skip = (cursor: Cursor): string | undefined => {
  while (cursor.words[cursor.to] === ' ') cursor.to++;
  return cursor.words[cursor.to];
};

/** Reads what stands between two brackets, entry by entry. */
function entries(cursor: Cursor, close: string, entry: () => void): void {
  cursor.to++;
  if (skip(cursor) === close) {
    cursor.to++;
    return;
  }
  for (;;) {
    entry();
    const sign = skip(cursor);
    cursor.to++;
    if (sign === close) return;
    if (sign !== ',') notPlain();
    skip(cursor);
  }
}

function listInFlow(cursor: Cursor, depth: number): Plain {
  const { reading, at, to } = cursor;
  reading.values++;
  const list: unknown[] = [];
  const places: Place[] = [];
  reading.places.lists.set(list, places);
  entries(cursor, ']', () => {
    const item = inFlow(cursor, depth + 1);
    places.push({ key: item.at, value: item.at, written: item.written });
    list.push(item.value);
  });
  return { value: list, at: at + to };
}

function mapInFlow(cursor: Cursor, depth: number): Plain {
  const { reading, at, to } = cursor;
  reading.values++;
  const map: Record<string, unknown> = Object.create(null);
  const places = new Map<string, Place>();
  reading.places.maps.set(map, places);
  entries(cursor, '}', () => {
    const [whole, key = ''] = taken(cursor, KEY_IN_FLOW);
    const begun = at + cursor.to;
    if (places.has(key)) notPlain();
    cursor.to += whole.length;
    const entry = inFlow(cursor, depth + 1);
    places.set(key, { key: begun, value: entry.at, written: entry.written });
    if (entry.value !== null) map[key] = entry.value;
  });
  return { value: map, at: at + to };
}

/** How the library tells numbers and the like from texts. */
const TAGS = new Document(null).schema.tags.filter(
  (tag): tag is ScalarTag => tag.collection === undefined && tag.default === true && tag.test !== undefined,
);
/** Whatever begins otherwise is a text. */
const MAY_BE_NO_TEXT = /^[-+.\d~nNtTfF]/;

function scalar(reading: Reading, text: string, at: number): Plain {
  reading.values++;
  const tag = MAY_BE_NO_TEXT.test(text) ? TAGS.find(({ test }) => test?.test(text)) : undefined;
  if (!tag) return { value: text, at };
  const resolved = tag.resolve(text, notPlain, {});
  const value = isScalar(resolved) ? resolved.value : resolved;
  return typeof value === 'string' ? { value, at } : { value, at, written: text };
}
