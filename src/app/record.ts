import { createHash, randomBytes } from 'node:crypto';
import type { CaseEvent } from '../core/case/event.ts';
import { eventJson } from '../core/case/event-json.ts';
import type { PlainEvent } from '../core/plain-event.ts';
import type { Recorded, RecordedEvent } from './ports/store.ts';

type Json = Readonly<Record<string, unknown>>;

/** Where a chain goes on: the digest of its last event, hex, and that event's number. */
interface ChainEnd {
  readonly head: string;
  readonly number: number;
}

/** Events of a case on their way into the record, each bound to the one before it. */
export const chained = (
  head: string,
  lastNumber: number,
  events: readonly CaseEvent[],
  newSalt?: () => string,
): readonly RecordedEvent[] => chainOf({ head, number: lastNumber }, events, eventJson, newSalt);

/**
 * Events on their way into the record, each bound to the one before it.
 *
 * What people typed is taken out and only its salted digest stays, so that the text and its salt can be erased
 * and the chain still holds.
 */
export function chainOf<E>(
  { head, number: last }: ChainEnd,
  events: readonly E[],
  plain: (event: E) => PlainEvent,
  newSalt: () => string = randomSalt,
): readonly Recorded<E>[] {
  let previous = head;
  let number = last;
  return events.map((event) => {
    number += 1;
    const { text, ...rest } = plain(event);
    const typed = typeof text === 'string' ? { salt: newSalt(), text } : undefined;
    const body = typed ? { ...rest, textDigest: textDigest(typed) } : rest;
    previous = eventDigest(previous, number, body);
    return { number, event, body, digest: previous, text: typed };
  });
}

/** The digest of one event, hex: over the one before it, its number and its body in canonical form. */
export const eventDigest = (previous: string, number: number, body: Json): string =>
  sha256(`${previous}\n${number}\n${canonical(body)}`);

/** Of what was typed, with its salt: alone it says nothing about a text that was erased. */
export const textDigest = ({ salt, text }: { salt: string; text: string }): string =>
  sha256(`${salt}\n${text}`);

/** Of a file's bytes, in the same way. */
export const fileDigest = ({ salt, bytes }: { salt: string; bytes: Uint8Array }): string =>
  createHash('sha256').update(`${salt}\n`).update(bytes).digest('hex');

const SALT_BYTES = 16;
const randomSalt = (): string => randomBytes(SALT_BYTES).toString('hex');

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * JSON with keys in the order of their code units and no white space (RFC 8785, for the values that occur here):
 * the database may reorder the keys of what it keeps, and the digest must not notice.
 */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  let entries = '';
  for (const key of Object.keys(value).sort()) {
    const one = (value as Json)[key];
    if (one !== undefined) entries += `${entries && ','}${JSON.stringify(key)}:${canonical(one)}`;
  }
  return `{${entries}}`;
}
