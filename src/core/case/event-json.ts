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
  const entries = Object.entries(event).map(([key, value]) => [key, jsonValue(key, value)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => place(a) - place(b)));
}

const place = (key: string): number => (FIRST.includes(key) ? FIRST.indexOf(key) : FIRST.length);

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
