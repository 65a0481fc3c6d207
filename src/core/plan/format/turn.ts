import type { TurnLength, TurnUnit } from '../../rota/rota.ts';

const LENGTH = /^([1-9]\d{0,3}) (hour|day|week|month)s?$/;
const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;

/**
 * How long a text says a turn lasts; undefined where it says no such thing.
 *
 *     parseTurnLength('2 weeks')  // { count: 2, unit: 'week' }
 */
export function parseTurnLength(text: string): TurnLength | undefined {
  const found = LENGTH.exec(text.trim().toLowerCase());
  return found ? { count: Number(found[1]), unit: found[2] as TurnUnit } : undefined;
}

/** Minutes from midnight to the time of day a text names, `09:00`; undefined where it names none. */
export function parseTimeOfDay(text: string): number | undefined {
  const found = TIME.exec(text.trim());
  return found ? Number(found[1]) * 60 + Number(found[2]) : undefined;
}
