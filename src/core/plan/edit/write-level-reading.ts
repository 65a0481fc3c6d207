import { type Document, isScalar } from 'yaml';
import type { Path } from '../../finding.ts';
import { contactOf, rotaOf } from '../asked/lookup.ts';
import { isCalled } from '../asked/question-reading.ts';
import type { Plan } from '../format/schema.ts';
import type { Level } from '../format/schema-routes.ts';
import { valueAt } from '../reading/path.ts';
import { type HeldReading, isPlaceOfReading, otherValues } from './held-reading.ts';
import { put } from './put-value.ts';

/**
 * Puts whoever a reading names at the level, in the place of whoever another reading names; everybody else stays. Somebody
 * whom the plan does not have becomes a contact with its gaps: what is written of another person is not theirs.
 */
export function writeLevelReading(
  document: Document.Parsed,
  plan: Plan,
  held: HeldReading,
): readonly Path[] | undefined {
  const { path, holds } = held;
  const level = valueAt(plan, path) as Level | undefined;
  if (level === undefined || typeof holds.value !== 'string') return undefined;
  const { reach = [] } = level;
  const others = otherValues(held);
  const at = reach.findIndex((id) => others.some((other) => isCalled(plan, id, other)));
  const known = Object.keys(plan.contacts ?? {}).find((id) => isCalled(plan, id, holds.value));
  const id = known ?? freeId(plan, Number(path[1]) + 1);
  if (known === undefined && !putContact(document, plan, held, { id, before: reach[at] })) return undefined;
  const list: Path = [...path, 'reach'];
  const isPut = at < 0 ? put(document, list, [id, ...reach]) : put(document, [...list, at], id);
  return isPut ? [list, [...list, Math.max(at, 0)]] : undefined;
}

/** An id says nothing of a person, for records keep it once the name is erased. */
function freeId(plan: Plan, level: number): string {
  const base = `contact-${level}`;
  let id = base;
  for (let number = 2; contactOf(plan, id) || rotaOf(plan, id); number++) id = `${base}-${number}`;
  return id;
}

interface Newcomer {
  readonly id: string;
  /** Who stood in their place. */
  readonly before: string | undefined;
}

function putContact(
  document: Document.Parsed,
  plan: Plan,
  held: HeldReading,
  { id, before }: Newcomer,
): boolean {
  const isPerson = before !== undefined && contactOf(plan, before)?.kind === 'person';
  const gaps = { title: null, office: null, mobile: null, email: null };
  const contact = { kind: isPerson ? 'person' : null, name: held.holds.value, ...gaps };
  if (!put(document, ['contacts', id], contact)) return false;
  const name = document.getIn(['contacts', id, 'name'], true);
  const other = before === undefined ? undefined : document.getIn(['contacts', before, 'name'], true);
  const { place } = held.holds;
  if (place !== undefined && isScalar(name) && isScalar(other) && isPlaceOfReading(held, other.comment))
    name.comment = ` ${place}`;
  return true;
}
