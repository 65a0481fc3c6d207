import { asInstant, formatInstant } from '../../core/instant.ts';

/** Keys under which a number is an instant. */
const INSTANT = /^(?:at|from|until|since|start|now|\w+At)$/;
/** Later than a number of an ask or an event ever gets: an instant after 1973. */
const INSTANT_LEAST = 100_000_000_000;
const DEPTH_MAX = 8;

/** Values as they go out: instants as ISO 8601 in UTC, the rest as it is. */
export function jsonValues(value: unknown, key = '', depth = 0): unknown {
  if (typeof value === 'number') {
    return INSTANT.test(key) && value > INSTANT_LEAST ? formatInstant(asInstant(value)) : value;
  }
  if (typeof value !== 'object' || value === null || depth > DEPTH_MAX) return value;
  if (Array.isArray(value)) return value.map((one) => jsonValues(one, key, depth + 1));
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(entries.map(([name, one]) => [name, jsonValues(one, name, depth + 1)]));
}
