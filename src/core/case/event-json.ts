import { formatInstant, type Instant } from '../instant.ts';
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
