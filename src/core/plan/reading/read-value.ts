import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  type ParsedNode,
  type Scalar,
} from 'yaml';
import { LIMITS } from './limits.ts';
import type { TextProblem } from './read-text.ts';
import type { Place, Places } from './source.ts';

export interface ReadValue {
  readonly value: unknown;
  readonly places: Places;
  readonly problems: readonly TextProblem[];
}

interface Reading {
  readonly places: Places;
  readonly problems: TextProblem[];
  readonly lineOf: (offset: number) => number;
  readonly anchors: Map<string, ParsedNode>;
  aliases: number;
  values: number;
}

/**
 * The data of a document, where each entry stands, and what the format does not allow of YAML.
 *
 * Keys keep the letters they were written with (`2026-12-31`, `1`). A value written `null` is left out of its map but
 * keeps its place. Of a key written twice the first counts. Aliases repeat what they name, within the limits.
 */
export function readValue(document: Document.Parsed, lineOf: (offset: number) => number): ReadValue {
  const reading: Reading = {
    places: { maps: new WeakMap(), lists: new WeakMap() },
    problems: [],
    anchors: new Map(),
    lineOf,
    aliases: 0,
    values: 0,
  };
  const value = document.contents === null ? undefined : valueIn(reading, document.contents, 0);
  return { value, places: reading.places, problems: reading.problems };
}

function valueIn(reading: Reading, node: ParsedNode | null, depth: number): unknown {
  if (node === null) return null;
  const at = node.range[0];
  if (depth > LIMITS.depthMax) {
    problemOnce(reading, { code: 'plan-nesting-too-deep', at, values: { max: LIMITS.depthMax } });
    return null;
  }
  if (++reading.values > LIMITS.valuesMax) {
    problemOnce(reading, { code: 'plan-text-too-busy', at, values: { max: LIMITS.valuesMax } });
    return null;
  }
  if (isAlias(node)) return aliasedValue(reading, node.source, at, depth);
  if (node.anchor !== undefined) reading.anchors.set(node.anchor, node);
  if (isMap(node)) return mapOf(reading, node.items as Pair<ParsedNode, ParsedNode | null>[], depth);
  if (isSeq(node)) return listOf(reading, node.items as ParsedNode[], depth);
  return isScalar(node) ? node.value : null;
}

function aliasedValue(reading: Reading, name: string, at: number, depth: number): unknown {
  if (++reading.aliases > LIMITS.aliasesMax) {
    problemOnce(reading, { code: 'plan-aliases-too-many', at, values: { max: LIMITS.aliasesMax } });
    return null;
  }
  const node = reading.anchors.get(name);
  if (!node) {
    reading.problems.push({ code: 'plan-syntax-broken', at, values: { problem: 'alias' } });
    return null;
  }
  return valueIn(reading, node, depth + 1);
}

function mapOf(
  reading: Reading,
  pairs: readonly Pair<ParsedNode, ParsedNode | null>[],
  depth: number,
): object {
  const map: Record<string, unknown> = Object.create(null);
  const places = new Map<string, Place>();
  reading.places.maps.set(map, places);
  for (const pair of pairs) {
    const at = pair.key.range[0];
    const key = keyOf(pair.key);
    if (key === undefined) {
      reading.problems.push({ code: 'plan-syntax-broken', at, values: { problem: 'key' } });
      continue;
    }
    if (key === '<<') {
      reading.problems.push({ code: 'plan-merge-unsupported', at, values: {} });
      continue;
    }
    // The library that checks the shape passes over this key, and what nobody checks may not stay.
    if (key === '__proto__') {
      const values = { key, under: '', suggestion: undefined, known: [] };
      reading.problems.push({ code: 'plan-key-unknown', at, values });
      continue;
    }
    const first = places.get(key);
    if (first) {
      reading.problems.push({
        code: 'plan-key-duplicate',
        at,
        values: { key, firstLine: reading.lineOf(first.key) },
      });
      continue;
    }
    places.set(key, { key: at, value: pair.value?.range[0] ?? at, written: writtenOf(pair.value) });
    const value = valueIn(reading, pair.value, depth + 1);
    if (value !== null) map[key] = value;
  }
  return map;
}

function listOf(reading: Reading, items: readonly ParsedNode[], depth: number): readonly unknown[] {
  const list: unknown[] = [];
  const places: Place[] = [];
  reading.places.lists.set(list, places);
  for (const item of items) {
    places.push({ key: item.range[0], value: item.range[0], written: writtenOf(item) });
    list.push(valueIn(reading, item, depth + 1));
  }
  return list;
}

function writtenOf(node: ParsedNode | null): string | undefined {
  return isScalar(node) && typeof node.value !== 'string' ? node.source : undefined;
}

function keyOf(key: ParsedNode | null): string | undefined {
  if (!isScalar(key)) return undefined;
  const scalar = key as Scalar;
  if (typeof scalar.value === 'string') return scalar.value;
  return scalar.source === '' ? undefined : scalar.source;
}

function problemOnce(reading: Reading, problem: TextProblem): void {
  if (!reading.problems.some(({ code }) => code === problem.code)) reading.problems.push(problem);
}
