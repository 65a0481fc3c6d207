import { formatInstant, type Instant, parseInstant } from './instant.ts';

/** An event as it is kept and sent: JSON, its instants as ISO 8601 in UTC. */
export type PlainEvent = Readonly<Record<string, unknown>>;

type Values = (key: string, value: unknown) => unknown;

/** What a reader looks for first. */
const FIRST = ['at', 'type', 'actor', 'by'];

/** An event as plain JSON; what is neither an instant nor as it stands is printed by `print`. */
export function plainEvent(event: object, print: Values = asItStands): PlainEvent {
  const json: Record<string, unknown> = {};
  const values = event as PlainEvent;
  const printed = (key: string, value: unknown): unknown =>
    typeof value === 'number' && isInstant(key) ? formatInstant(value as Instant) : print(key, value);
  for (const key of FIRST) if (key in values) json[key] = printed(key, values[key]);
  for (const [key, value] of Object.entries(values)) if (!(key in json)) json[key] = printed(key, value);
  return json;
}

/** What `plainEvent` printed, whole again. An instant that cannot be read is a bug or a forgery: it throws. */
export function wholeEvent(json: PlainEvent, read: Values = asItStands): PlainEvent {
  const entries = Object.entries(json).map(([key, value]) => {
    if (typeof value !== 'string' || !isInstant(key)) return [key, read(key, value)];
    const instant = parseInstant(value);
    if (instant === undefined) throw new Error(`no instant: ${key} ${value}`);
    return [key, instant];
  });
  return Object.fromEntries(entries) as PlainEvent;
}

function asItStands(_key: string, value: unknown): unknown {
  return value;
}

const isInstant = (key: string): boolean => key === 'at' || key.endsWith('At');
