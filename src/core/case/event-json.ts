import { formatInstant, type Instant, parseInstant } from '../instant.ts';
import type { Revision } from '../plan/revision/revision.ts';
import type { CaseEvent } from './event.ts';

/** What a reader looks for first. */
const FIRST = ['at', 'type', 'actor', 'by'];

/**
 * An event as plain JSON: instants as ISO 8601 in UTC, the revision by contract and number, for it is kept
 * elsewhere. Everything else as it stands.
 */
export function eventJson(event: CaseEvent): Readonly<Record<string, unknown>> {
  const json: Record<string, unknown> = {};
  const values = event as unknown as Readonly<Record<string, unknown>>;
  for (const key of FIRST) if (key in values) json[key] = jsonValue(key, values[key]);
  for (const [key, value] of Object.entries(values)) if (!(key in json)) json[key] = jsonValue(key, value);
  return json;
}

function jsonValue(key: string, value: unknown): unknown {
  if (typeof value === 'number' && (key === 'at' || key.endsWith('At')))
    return formatInstant(value as Instant);
  if (key === 'revision' && typeof value === 'object' && value !== null) {
    const { contract, number } = value as { contract: string; number: number };
    return { contract, number };
  }
  return value;
}

/**
 * The event that `eventJson` printed, whole again; `revisionOf` looks up the rules that were printed by number.
 *
 * An instant that cannot be read is a bug or a forgery: it throws.
 */
export function eventFromJson(
  json: Readonly<Record<string, unknown>>,
  revisionOf: (number: number) => Revision,
): CaseEvent {
  const entries = Object.entries(json).map(([key, value]) => [key, readValue(key, value, revisionOf)]);
  return Object.fromEntries(entries) as CaseEvent;
}

function readValue(key: string, value: unknown, revisionOf: (number: number) => Revision): unknown {
  if (typeof value === 'string' && (key === 'at' || key.endsWith('At'))) {
    const instant = parseInstant(value);
    if (instant === undefined) throw new Error(`no instant: ${key} ${value}`);
    return instant;
  }
  return key === 'revision' ? revisionOf((value as { number: number }).number) : value;
}
