import { randomUUIDv7 } from 'node:crypto';
import type { Contracts } from '../app/ports/contracts.ts';
import type { ReadTimeOff } from '../app/ports/time-off.ts';
import { readTimeOffDue } from '../app/rota/read-time-off.ts';
import type { Config } from '../config.ts';
import { timeOffPath } from '../http/pages/places.ts';
import { composeTimeOff } from '../render/mail/compose-time-off.ts';
import type { Installation } from './installation.ts';

/** What a demonstration may ask: this machine, and nothing outside it. */
const THIS_MACHINE = ['127.0.0.1', 'localhost'];

/** Hosts of calendars that are asked though they are not of the open internet. */
export const calendarHosts = (
  { outgoingPrivate }: Pick<Config, 'outgoingPrivate'>,
  isDemonstration: boolean,
): readonly string[] => (isDemonstration ? THIS_MACHINE : outgoingPrivate);

/** Asks for calendars of absences; the library that reads them is loaded when the first is asked for. */
export function calendarReader(
  config: Pick<Config, 'outgoingPrivate'>,
  isDemonstration: boolean,
): ReadTimeOff {
  const allowed = calendarHosts(config, isDemonstration);
  return async (asked) => {
    if (isDemonstration && !THIS_MACHINE.includes(URL.parse(asked.url)?.hostname ?? ''))
      return { failed: 'demonstration' };
    const { askCalendar } = await import('../channels/calendar/ask-calendar.ts');
    return askCalendar({ allowed })(asked);
  };
}

/** Reads the calendars of absences that are due. */
export function timeOffReader(
  { config, kind, secret }: Installation,
  contracts: Contracts,
): () => Promise<void> {
  const isDemonstration = kind === 'demonstration';
  const read = calendarReader(config, isDemonstration);
  return () =>
    readTimeOffDue({
      ...{ contracts, secret, read, newId: randomUUIDv7, compose: composeTimeOff },
      ...{ timeOffPath, isDemonstration },
    });
}
