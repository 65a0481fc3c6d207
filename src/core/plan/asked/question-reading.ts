import type { Path } from '../../finding.ts';
import type { Plan } from '../format/schema.ts';
import type { Question } from '../format/schema-contract.ts';
import type { Level } from '../format/schema-routes.ts';
import { parseWeek } from '../format/week.ts';
import { valueAt } from '../reading/path.ts';
import { contactOf } from './lookup.ts';
import { levelContactIds } from './people.ts';
import { digitsOf } from './telephone.ts';

type Reading = NonNullable<NonNullable<Question['readings']>[number]['value']>;

/**
 * Whether the plan carries the reading at the path; undefined where the two cannot be compared.
 *
 * A level carries the name, title or id of whoever stands at it; conditions carry their kind and their span; a week carries
 * its hours however its days are written.
 */
export function carries(plan: Plan, path: Path, reading: Reading): boolean | undefined {
  const value = valueAt(plan, path);
  if (isOfLevel(path)) return isAt(plan, value as Level | undefined, reading);
  if (isOfCondition(path) && typeof reading === 'string') return isCondition(value, reading);
  if (path.at(-1) === 'week' && typeof reading === 'string') return isWeek(value, reading);
  if (Array.isArray(reading)) return Array.isArray(value) ? reading.join() === value.join() : undefined;
  if (typeof value === 'object' || value === undefined) return undefined;
  return sameText(String(value), String(reading));
}

/** Whether a path is that of a level, and so about who stands there. */
export const isOfLevel = (path: Path): boolean => path.length === 2 && path[0] === 'levels';

/** Whether a path is that of what a step waits for: all of it, or one of several conditions. */
export const isOfCondition = (path: Path): boolean =>
  path.at(-1) === 'when' || (path.at(-2) === 'when' && typeof path.at(-1) === 'number');

function sameText(one: string, other: string): boolean {
  const isNumber = /^\+?[\d\s().-]{7,}$/.test(one) && /^\+?[\d\s().-]{7,}$/.test(other);
  return isNumber ? digitsOf(one) === digitsOf(other) : one.trim() === other.trim();
}

function isAt(plan: Plan, level: Level | undefined, reading: Reading): boolean | undefined {
  if (level === undefined || typeof reading !== 'string') return undefined;
  if (level.title === reading) return true;
  return levelContactIds(plan, level).some((id) => isCalled(plan, id, reading));
}

/** Whether a reading means a contact: by id, name or title. */
export function isCalled(plan: Plan, id: string, reading: unknown): boolean {
  const contact = contactOf(plan, id);
  return [id, contact?.name, contact?.title].some((one) => one !== undefined && one === reading);
}

function isCondition(value: unknown, reading: string): boolean | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const conditions: readonly object[] = Array.isArray(value) ? value : [value];
  return conditions.some((condition) => hasReading(condition, reading));
}

/** Whether a condition is of the kind a reading names, or has it as one of its values. */
export const hasReading = (condition: object, reading: unknown): boolean =>
  Object.entries(condition).some(([key, entry]) => key === reading || entry === reading);

function isWeek(value: unknown, reading: string): boolean | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const read = weekIn(reading);
  if (read === undefined) return undefined;
  return canonical(parseWeek(read)) === canonical(parseWeek(value as Record<string, string[]>));
}

/**
 * The hours that a reading gives some days, undefined where it gives none.
 *
 *     weekIn('mon-fri 08:00-17:00')  // { 'mon-fri': ['08:00-17:00'] }
 */
export function weekIn(reading: string): Readonly<Record<string, readonly string[]>> | undefined {
  const [days, ...windows] = reading.split(/[\s;]+/);
  if (days === undefined || windows.length === 0) return undefined;
  return { [days]: windows.map((window) => window.replace(/,$/, '')) };
}

const canonical = (week: object): string =>
  JSON.stringify(Object.entries(week).sort(([one], [other]) => (one < other ? -1 : 1)));
