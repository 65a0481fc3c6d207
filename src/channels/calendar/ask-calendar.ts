import type { ReadTimeOff } from '../../app/ports/time-off.ts';
import { asInstant } from '../../core/instant.ts';
import { outgoing, type Resolve } from '../outgoing/request.ts';
import { readCalendar } from './read-calendar.ts';

/** A calendar of a person's absences has a few kilobytes; one of everything they do, for years, seldom more than this. */
const LIMITS = { totalMs: 10_000, replyBytesMax: 1024 * 1024 };
/** As far ahead as anything about a rota is looked at. */
const AHEAD_MS = 400 * 86_400_000;

interface Asking {
  /** Hosts and addresses that may be asked though they are not of the open internet. */
  readonly allowed: readonly string[];
  readonly resolve?: Resolve;
}

/** Asks for calendars of absences outside; what the world does wrong is a reason, and never thrown. */
export const askCalendar =
  ({ allowed, resolve }: Asking): ReadTimeOff =>
  async ({ url, timeZone, now }) => {
    const headers = { accept: 'text/calendar, text/plain;q=0.5', 'user-agent': 'Ladder' };
    const reply = await outgoing({ url, headers, allowed, limits: LIMITS, ...(resolve && { resolve }) });
    if (reply.result === 'failed') return { failed: reply.reason };
    if (reply.status !== 200) return { failed: `status-${reply.status}` };
    const text = new TextDecoder().decode(reply.body);
    return readCalendar(text, { timeZone, from: now, until: asInstant(now + AHEAD_MS) });
  };
