import { type PlainEvent, plainEvent, wholeEvent } from '../plain-event.ts';
import type { Revision } from '../plan/revision/revision.ts';
import type { CaseEvent } from './event.ts';

/**
 * An event as plain JSON: instants as ISO 8601 in UTC, the revision by contract and number, for it is kept
 * elsewhere. Everything else as it stands.
 */
export const eventJson = (event: CaseEvent): PlainEvent =>
  plainEvent(event, (key, value) => {
    if (key !== 'revision' || typeof value !== 'object' || value === null) return value;
    const { contract, number } = value as { contract: string; number: number };
    return { contract, number };
  });

/**
 * The event that `eventJson` printed, whole again; `revisionOf` looks up the rules that were printed by number.
 *
 * An instant that cannot be read is a bug or a forgery: it throws.
 */
export const eventFromJson = (json: PlainEvent, revisionOf: (number: number) => Revision): CaseEvent =>
  wholeEvent(json, (key, value) =>
    key === 'revision' ? revisionOf((value as { number: number }).number) : value,
  ) as unknown as CaseEvent;
