import {
  type Document,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Path } from '../../finding.ts';

/**
 * Puts a value where it belongs, and says whether it could: what an alias stands for is written elsewhere. Nothing at
 * all leaves a gap where something stood, so that the gap has its line.
 */
export function put(document: Document.Parsed, path: Path, value: unknown): boolean {
  if (value === undefined) {
    if (document.hasIn(path)) document.setIn(path, null);
    return true;
  }
  for (let length = 1; length < path.length; length++) {
    const parent = path.slice(0, length);
    const found = document.getIn(parent, true);
    if (isMap(found) && typeof path[length] === 'number') enlist(document, parent, found);
    if (isCollection(found)) continue;
    if (isNode(found) && !(isScalar(found) && found.value === null)) return false;
    replace(document, parent, typeof path[length] === 'number' ? [] : {});
  }
  if (typeof value === 'object') replace(document, path, value);
  else document.setIn(path, value);
  return true;
}

/** Where a document says something, as drafts of it have it beside a value. */
const PLACE = /^\s*(?:page \d+, )?line \d+\s*$/;

/** Beside a value that somebody has written by themselves no place of a document stands any more; other comments stay. */
export function forgetPlace(document: Document.Parsed, path: Path): void {
  const node = document.getIn(path, true);
  if (!isNode(node)) return;
  for (const key of ['comment', 'commentBefore'] as const) {
    if (PLACE.test(node[key] ?? '')) node[key] = null;
  }
}

/** Makes a map the first of a list, where it stands. */
function enlist(document: Document.Parsed, path: Path, map: YAMLMap): void {
  const list = document.createNode([]) as YAMLSeq;
  if (map.commentBefore) [list.commentBefore, map.commentBefore] = [map.commentBefore, null];
  list.add(map);
  document.setIn(path, list);
}

/** Puts a list or a map in the place of what stood there, whose comments it takes over. */
function replace(document: Document.Parsed, path: Path, value: unknown): void {
  const before = document.getIn(path, true);
  // A row of short values stands in one line, as people write it, unless its author wrote each on a line of its own.
  const isInLines = isSeq(before) && before.items.length > 0 && !before.flow;
  const fresh = document.createNode(value, { flow: isRow(value) && !isInLines });
  if (isNode(before)) {
    fresh.comment = before.comment ?? null;
    fresh.commentBefore = before.commentBefore ?? null;
  }
  document.setIn(path, fresh);
}

/** So long is a value that stands in a row with others. */
const SHORT = 40;
const isRow = (value: unknown): boolean =>
  Array.isArray(value) && value.every((one) => typeof one !== 'object' && String(one).length <= SHORT);
