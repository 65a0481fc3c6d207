import { formatInstant, type Instant, parseInstant, parseLocal } from '../core/instant.ts';
import { catalogue } from '../core/message/catalogue.ts';
import { ForecastCliRefusal } from './forecast-refusal.ts';
import type { Io } from './io.ts';

/** An instant, or a time on the clocks of a zone; where those show it twice or never, what is taken is said. */
export function instantOption(option: string, value: string, timeZone: string, io: Io): Instant {
  const instant = parseInstant(value);
  if (instant !== undefined) return instant;
  const taken = parseLocal(value, timeZone);
  if (taken === undefined) throw new ForecastCliRefusal('forecast-instant-malformed', { option, value });
  const first = parseLocal(value, timeZone, 'earlier');
  if (first !== parseLocal(value, timeZone, 'later')) {
    const { readTwice, readNever } = catalogue('en').deadline;
    const say = taken === first ? readTwice : readNever;
    io.stderr.write(`${say({ local: value, taken: formatInstant(taken) })}\n`);
  }
  return taken;
}
