import type { Path } from '../../finding.ts';

/**
 * A path as people write it, and as `questions` use it: places in lists count from 1.
 *
 *     pathText(['levels', 2, 'reach'])  // 'levels.3.reach'
 */
export const pathText = (path: Path): string =>
  path.map((part) => (typeof part === 'number' ? part + 1 : part)).join('.');

/** What stands at a path, undefined where nothing does. */
export function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<string | number, unknown>)[part];
  }
  return value;
}
