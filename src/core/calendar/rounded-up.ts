import { asInstant, type Instant } from '../instant.ts';
import { MINUTE_MS } from './local-date.ts';
import { offsetAt, zoneTable } from './zone-table.ts';

/**
 * The first full minute of a zone's clocks at or after an instant: what people are shown of "from then on", so that
 * nobody comes a few seconds early. A zone that is not known rounds by UTC.
 *
 *     roundedUp(at163000500, 'America/Los_Angeles')  // 16:31
 */
export function roundedUp(at: Instant, timeZone: string): Instant {
  const zone = zoneTable(timeZone);
  // Only where an offset has seconds, as Liberia's had until 1972, do the minutes of a zone not begin with UTC's.
  const offset = zone ? offsetAt(zone, at) : 0;
  return asInstant(Math.ceil((at + offset) / MINUTE_MS) * MINUTE_MS - offset);
}
