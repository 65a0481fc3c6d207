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
  if (path.length === 2 && path[0] === 'levels') return isAt(plan, value as Level | undefined, reading);
  if (path.at(-1) === 'when' && typeof reading === 'string') return isCondition(value, reading);
  if (path.at(-1) === 'week' && typeof reading === 'string') return isWeek(value, reading);
  if (Array.isArray(reading)) return Array.isArray(value) ? reading.join() === value.join() : undefined;
  if (typeof value === 'object' || value === undefined) return undefined;
  return sameText(String(value), String(reading));
}

function sameText(one: string, other: string): boolean {
  const isNumber = /^\+?[\d\s().-]{7,}$/.test(one) && /^\+?[\d\s().-]{7,}$/.test(other);
  return isNumber ? digitsOf(one) === digitsOf(other) : one.trim() === other.trim();
}

function isAt(plan: Plan, level: Level | undefined, reading: Reading): boolean | undefined {
  if (level === undefined || typeof reading !== 'string') return undefined;
  if (level.title === reading) return true;
  return levelContactIds(plan, level).some((id) => {
    const contact = contactOf(plan, id);
    return id === reading || contact?.name === reading || contact?.title === reading;
  });
}

function isCondition(value: unknown, reading: string): boolean | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const conditions: readonly object[] = Array.isArray(value) ? value : [value];
  return conditions.some((condition) =>
    Object.entries(condition).some(([key, entry]) => key === reading || entry === reading),
  );
}

function isWeek(value: unknown, reading: string): boolean | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const [days, ...windows] = reading.split(/[\s;]+/);
  if (days === undefined || windows.length === 0) return undefined;
  const read = parseWeek({ [days]: windows.map((window) => window.replace(/,$/, '')) });
  return canonical(read) === canonical(parseWeek(value as Record<string, string[]>));
}

const canonical = (week: object): string =>
  JSON.stringify(Object.entries(week).sort(([one], [other]) => (one < other ? -1 : 1)));
