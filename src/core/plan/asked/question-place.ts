import type { Path } from '../../finding.ts';
import { type Plan, planSchema } from '../format/schema.ts';
import { schemasAt } from '../format/schema-walk.ts';
import { valueAt } from '../reading/path.ts';

/**
 * The path a question is about, from how people write it: places in lists count from 1.
 *
 *     placeOf(plan, 'levels.3')  // ['levels', 2]
 */
export function placeOf(plan: Plan, about: string): Path {
  const path: (string | number)[] = [];
  for (const part of about.split('.')) {
    const isPlaceInList = Array.isArray(valueAt(plan, path)) && /^\d{1,6}$/.test(part);
    path.push(isPlaceInList ? Number(part) - 1 : part);
  }
  return path;
}

/** Whether the format knows the path and the plan has what it leads through; its end may be missing, for then that is the question. */
export function isPlace(plan: Plan, path: Path): boolean {
  if (schemasAt(planSchema, path).length === 0) return false;
  if (valueAt(plan, path) !== undefined) return true;
  const parent = path.slice(0, -1);
  const last = path.at(-1);
  // A key of the format may be missing; an entry the author named, or a place in a list, may not.
  return (
    typeof last === 'string' && isMapOfFormat(parent, last) && (parent.length === 0 || isPlace(plan, parent))
  );
}

const AUTHORS_NAME = '0';

/** A map whose keys the author chooses takes any name; one of the format does not. */
const isMapOfFormat = (path: Path, key: string): boolean =>
  schemasAt(planSchema, [...path, key]).length > 0 &&
  schemasAt(planSchema, [...path, AUTHORS_NAME]).length === 0;
